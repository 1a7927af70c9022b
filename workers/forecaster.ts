import { MODELS } from '../src/analytics/forecast/models.ts'
import { forecastSeries, type SeriesForecast } from '../src/analytics/forecast/forecast-series.ts'
import type { ForecastRequest } from '../src/analytics/forecast/request.ts'
import type { Model } from '../src/analytics/forecast/model.ts'
import { success } from '../src/model/outcome.ts'
import type { Call, Job } from './contract.ts'
import type { Backend } from './neural/backend.ts'
import { serve } from './serve.ts'

export interface ForecastInput {
  readonly request: ForecastRequest
  /** Backends that the network may use, in order; by default what the machine has. */
  readonly backends?: readonly Backend[] | undefined
}

export interface ForecastResult extends SeriesForecast {
  /** Where the network was trained; null: no network took part. */
  readonly backend: Backend | null
}

/** The network, unless the request needs none or nothing on this machine can run it; it is loaded at first need. */
async function loadNeural(input: ForecastInput): Promise<{ models: Model[]; backend: Backend | null }> {
  const { model } = input.request
  if (model !== 'auto' && model !== 'ensemble' && model !== 'neural') return { models: [], backend: null }
  const [{ startBackend }, { neural }] = await Promise.all([
    import('./neural/backend.ts'),
    import('./neural/neural.ts'),
  ])
  const backend = await startBackend(input.backends)
  return { models: backend ? [neural] : [], backend }
}

const workOf = (job: Job, total: number) => {
  const begun = new Set<string>()
  return {
    now: () => performance.now(),
    pause: async (phase: string): Promise<boolean> => {
      begun.add(phase)
      await job.beat({ done: begun.size - 1, total, phase })
      return job.stop.aborted
    },
  }
}

/** Forecast of one series with all models of this machine. Without tfjs (offline, never loaded) the others answer. */
const forecast: Call<ForecastInput, ForecastResult> = async (input, job) => {
  const { models, backend } = await loadNeural(input).catch(() => ({ models: [], backend: null }))
  const all = [...MODELS, ...models]
  const made = await forecastSeries(input.request, all, workOf(job, all.length))
  return made.ok ? success({ ...made.value, backend }) : made
}

const calls = { forecast }
export type ForecasterCalls = typeof calls
serve(calls)
