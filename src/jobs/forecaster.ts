import type {
  ForecasterCalls,
  ForecastInput,
  ForecastResult,
  HolidayQuestion,
  NetworkInput,
  NetworkResult,
} from '../../workers/forecaster.ts'
import { isTrained, type Checkpoint } from '../analytics/forecast/global-network/checkpoint.ts'
import type { Holiday } from '../analytics/forecast/calendar.ts'
import type { ForecastRequest } from '../analytics/forecast/request.ts'
import { success, type Outcome } from '../model/outcome.ts'
import type { Control } from './control.ts'
import { client, isLost, startForecaster } from './forecaster-worker.ts'
import { createWorkerClient } from './worker-client.ts'

export type { ForecastResult } from '../../workers/forecaster.ts'

/** Work that nobody waits for has a worker of its own, so that what is asked for never queues behind it. */
const background = createWorkerClient<ForecasterCalls>(startForecaster, { silenceMs: 60_000, idleMs: 1000 })

/** A look at the calendar waits for no forecast. */
const calendar = createWorkerClient<ForecasterCalls>(startForecaster, { silenceMs: 30_000, idleMs: 1000 })

/** The public holidays of a country that forecasts learn from; [] for a country without tables. */
export const holidaysInWorker = (
  question: HolidayQuestion,
  control: Control = {},
): Promise<Outcome<Holiday[]>> => calendar.call('holidays', question, control)

/** Steps of training between two checkpoints: a second or two of work. */
const SLICE = 150

/**
 * Trains the network of all products to its end, piece by piece; each checkpoint is handed to `keep`, so that whoever stops
 * goes on from there. A worker that dies is replaced once, without the graphics card, from the last checkpoint.
 */
export async function trainNetworkInWorker(
  { series, plan, from }: Pick<NetworkInput, 'series' | 'plan' | 'from'>,
  keep: (checkpoint: Checkpoint) => Promise<void>,
  control: Control = {},
): Promise<Outcome<NetworkResult>> {
  let at = from
  let backends: NetworkInput['backends']
  for (;;) {
    const made = await client.call('network', { series, plan, from: at, steps: SLICE, backends }, control)
    if (isLost(made) && !backends) {
      backends = ['wasm', 'cpu']
      continue
    }
    if (!made.ok) return made
    at = made.value.checkpoint
    await keep(at)
    if (isTrained(plan, at)) return success(made.value)
  }
}

/** What a forecast may have beside its series, and whether somebody waits for it. */
export type Beside = Pick<ForecastInput, 'country' | 'candidates'> & {
  readonly inBackground?: boolean | undefined
}

/**
 * Forecasts a series in the worker. When the worker dies or falls silent (a lost graphics context hangs without an
 * error) the work is done once more in a new worker, without the graphics card.
 */
export async function forecastInWorker(
  request: ForecastRequest,
  control: Control = {},
  { inBackground = false, ...beside }: Beside = {},
): Promise<Outcome<ForecastResult>> {
  const worker = inBackground ? background : client
  const first = await worker.call('forecast', { request, ...beside }, control)
  if (!isLost(first)) return first
  return worker.call('forecast', { request, ...beside, backends: ['wasm', 'cpu'] }, control)
}
