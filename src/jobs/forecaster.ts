import type {
  ForecasterCalls,
  ForecastInput,
  ForecastResult,
  HolidayQuestion,
} from '../../workers/forecaster.ts'
import type { Holiday } from '../analytics/forecast/calendar.ts'
import type { DemandForecast, DemandRequest } from '../analytics/forecast/demand.ts'
import type { ForecastRequest } from '../analytics/forecast/request.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Control } from './control.ts'
import { createWorkerClient } from './worker-client.ts'

export type { ForecastResult } from '../../workers/forecaster.ts'

const start = () =>
  new Worker(new URL('../../workers/forecaster.ts', import.meta.url), {
    type: 'module',
    name: 'forecaster',
  })

const client = createWorkerClient<ForecasterCalls>(start, { silenceMs: 30_000, idleMs: 60_000 })
/** Work that nobody waits for has a worker of its own, so that what is asked for never queues behind it. */
const background = createWorkerClient<ForecasterCalls>(start, { silenceMs: 60_000, idleMs: 1000 })

/** A look at the calendar waits for no forecast. */
const calendar = createWorkerClient<ForecasterCalls>(start, { silenceMs: 30_000, idleMs: 1000 })

/** The public holidays of a country that forecasts learn from; [] for a country without tables. */
export const holidaysInWorker = (
  question: HolidayQuestion,
  control: Control = {},
): Promise<Outcome<Holiday[]>> => calendar.call('holidays', question, control)

/** Forecasts the demand of many products in the worker. */
export const forecastDemandInWorker = (
  request: DemandRequest,
  control: Control = {},
): Promise<Outcome<DemandForecast>> => client.call('demand', request, control)

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
  if (first.ok || first.failure.code !== 'ENGINE_FAILED' || !first.failure.fields?.['reason']) return first
  return worker.call('forecast', { request, ...beside, backends: ['wasm', 'cpu'] }, control)
}
