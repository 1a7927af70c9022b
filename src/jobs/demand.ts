import type { DemandPart, ForecasterCalls } from '../../workers/forecaster.ts'
import {
  demandSeries,
  type DemandForecast,
  type DemandRequest,
  type ShopForecast,
} from '../analytics/forecast/demand.ts'
import type { ToldDemand } from '../analytics/forecast/demand-tree.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Control } from './control.ts'
import { client, isLost, startForecaster } from './forecaster-worker.ts'
import { createWorkerClient, type WorkerClient } from './worker-client.ts'

type Lane = WorkerClient<ForecasterCalls>

/** Beside the worker for what is asked for, so many more, each with a processor of its own; they end soon after. */
const MOST_BESIDE = 3
const beside: readonly Lane[] = Array.from({ length: MOST_BESIDE }, () =>
  createWorkerClient<ForecasterCalls>(startForecaster, { silenceMs: 30_000, idleMs: 5000 }),
)
/** Series that a worker is given at a time: about a second of work, so that all workers end together. */
const PIECE = 8

/** As many workers as there are processors and pieces to keep them busy. */
const lanesFor = (series: number): readonly Lane[] => {
  const most = Math.min(navigator.hardwareConcurrency || 1, Math.ceil(series / PIECE))
  return [client, ...beside.slice(0, Math.max(0, most - 1))]
}

/** A worker that dies is replaced once: its piece is done anew. */
async function forecastPiece(
  lane: Lane,
  piece: DemandPart,
  control: Control,
): Promise<Outcome<ToldDemand[]>> {
  const first = await lane.call('demandPart', piece, control)
  return isLost(first) ? lane.call('demandPart', piece, control) : first
}

/** Hands out the series to all lanes; the first failure stops them. `into` is filled in the order of the series. */
async function forecastAll(
  { products, horizon, levels, seed, networks }: DemandRequest,
  into: ToldDemand[],
  control: Control,
): Promise<Outcome<unknown> | null> {
  const series = demandSeries(products)
  const request = { horizon, levels, seed, networks }
  const failed = new AbortController()
  const signal = control.signal ? AbortSignal.any([control.signal, failed.signal]) : failed.signal
  let next = 0
  let fault: Outcome<unknown> | null = null
  const lanes = lanesFor(series.length)
  const done = lanes.map(() => 0)
  const tell = (lane: number, count: number) => {
    done[lane] = count
    const all = done.reduce((sum, one) => sum + one, 0)
    control.onProgress?.({ done: all, total: series.length, phase: 'demand' })
  }
  const run = async (lane: Lane, index: number): Promise<void> => {
    for (let before = 0; next < series.length && !fault;) {
      const from = next
      const piece = { series: series.slice(from, from + PIECE), request }
      next += PIECE
      const onProgress = (progress: { done: number }) => tell(index, before + progress.done)
      const made = await forecastPiece(lane, piece, { signal, onProgress })
      if (made.ok) made.value.forEach((one, at) => (into[from + at] = one))
      else {
        fault ??= made
        failed.abort()
      }
      before += piece.series.length
    }
  }
  await Promise.all(lanes.map(run))
  return fault
}

/**
 * Forecasts the demand of many products, their categories and the shop, on all processors, and makes them agree. `top`: the
 * shop's forecast that rules, where it is made at the same time.
 */
export async function forecastDemandInWorkers(
  request: DemandRequest,
  control: Control = {},
  top: Promise<Outcome<ShopForecast>> | undefined = undefined,
): Promise<Outcome<DemandForecast>> {
  const forecasts: ToldDemand[] = []
  const [fault, shop] = await Promise.all([forecastAll(request, forecasts, control), top])
  if (fault && !fault.ok) return fault
  if (shop && !shop.ok) return shop
  const asked = { ...request, networks: undefined, ...(shop && { top: shop.value }) }
  return client.call('demandJoin', { request: asked, forecasts }, control)
}
