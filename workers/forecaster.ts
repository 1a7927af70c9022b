import type { Work } from '../src/analytics/forecast/backtest.ts'
import type { Holiday } from '../src/analytics/forecast/calendar.ts'
import { MODELS } from '../src/analytics/forecast/models.ts'
import {
  type DemandForecast,
  type DemandQuestion,
  type DemandRequest,
  type DemandSeries,
  forecastSome,
  joinDemand,
} from '../src/analytics/forecast/demand.ts'
import type { ToldDemand } from '../src/analytics/forecast/demand-tree.ts'
import { forecastSeries, type SeriesForecast } from '../src/analytics/forecast/forecast-series.ts'
import {
  type Candidate,
  chooseRegressors,
  type RegressorFate,
} from '../src/analytics/forecast/choose-regressors.ts'
import { type Checkpoint, stepsOf } from '../src/analytics/forecast/global-network/checkpoint.ts'
import { trackOf } from '../src/analytics/forecast/global-network/inputs.ts'
import type { NetworkPlan } from '../src/analytics/forecast/global-network/plan.ts'
import type { ForecastRequest } from '../src/analytics/forecast/request.ts'
import type { Model } from '../src/analytics/forecast/model.ts'
import { failure, success } from '../src/model/outcome.ts'
import { loadAugurs } from './augurs/load.ts'
import type { Call, Job } from './contract.ts'
import type { Backend } from './neural/backend.ts'
import { serve } from './serve.ts'

export interface ForecastInput {
  readonly request: ForecastRequest
  /** Two letters: its public holidays and the days of trade take part where they help. Needs `request.start`. */
  readonly country?: string | undefined
  /** Columns that may explain the series; only those that help out of sample take part. */
  readonly candidates?: readonly Candidate[] | undefined
  /** Backends that the network may use, in order; by default what the machine has. */
  readonly backends?: readonly Backend[] | undefined
}

export interface ForecastResult extends SeriesForecast {
  /** Where the network was trained; null: no network took part. */
  readonly backend: Backend | null
  /** What became of the candidates. */
  readonly regressors: readonly RegressorFate[]
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

const WITH_AUGURS: readonly string[] = ['auto', 'ensemble', 'mstl', 'prophet']

/** The request with the holidays of its country over history and horizon; as it is where the tables cannot be loaded. */
async function withHolidays({ request, country }: ForecastInput): Promise<ForecastRequest> {
  const { start, frequency, values, horizon } = request
  if (country === undefined || start === undefined || (frequency !== 'D' && frequency !== 'W')) return request
  const first = Number(start.slice(0, 4))
  const years = Math.ceil((values.length + horizon) / (frequency === 'D' ? 365 : 52)) + 1
  const holidays = await import('./calendar/public-holidays.ts')
    .then(({ publicHolidays }) => publicHolidays(country, first, first + years))
    .catch(() => [])
  return { ...request, holidays }
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

/** The columns that help out of sample, beside those that were given. */
const withColumns = async ({ request, candidates = [] }: ForecastInput, work: Work) =>
  candidates.length > 0
    ? chooseRegressors(request, candidates, work)
    : { columns: request.regressors, fates: [] }

/** Forecast of one series with all models of this machine. Without tfjs (offline, never loaded) the others answer. */
const forecast: Call<ForecastInput, ForecastResult> = async (input, job) => {
  await job.beat()
  const { models, backend } = await loadNeural(input).catch(() => ({ models: [], backend: null }))
  const augurs = WITH_AUGURS.includes(input.request.model) ? await loadAugurs() : []
  const all = [...MODELS, ...augurs, ...models]
  const work = workOf(job, all.length)
  const { columns, fates } = await withColumns(input, work)
  if (job.stop.aborted) return failure('CANCELLED', 'stopped while forecasting')
  const request = { ...(await withHolidays(input)), regressors: columns }
  const made = await forecastSeries(request, all, work)
  return made.ok ? success({ ...made.value, backend, regressors: fates }) : made
}

export interface DemandPart {
  readonly series: readonly DemandSeries[]
  readonly request: DemandQuestion
}

/** Forecasts of some of the series of a request with the quick models, in their order. */
const demandPart: Call<DemandPart, ToldDemand[]> = async ({ series, request }, job) => {
  return forecastSome(series, request, MODELS, {
    now: () => performance.now(),
    pause: async () => job.stop.aborted,
    next: async (done) => {
      await job.beat({ done, total: series.length, phase: 'demand' })
      return job.stop.aborted
    },
  })
}

export interface DemandJoin {
  readonly request: DemandRequest
  readonly forecasts: readonly ToldDemand[]
}

/** The tree of products, categories and shop, made to agree. */
const demandJoin: Call<DemandJoin, DemandForecast> = async ({ request, forecasts }, job) => {
  await job.beat()
  return success(joinDemand(request, forecasts))
}

export interface NetworkInput {
  /** Daily series from their first sale on, all ending on the same day: `seriesOfDemand`. */
  readonly series: readonly Float64Array[]
  readonly plan: NetworkPlan
  /** Where to go on; null: at the beginning. */
  readonly from: Checkpoint | null
  /** Steps to train, at most to the end of a stage. */
  readonly steps: number
  readonly backends?: readonly Backend[] | undefined
}

export interface NetworkResult {
  readonly checkpoint: Checkpoint
  readonly backend: Backend
}

/** Some more steps of the network of all products. The page keeps what comes back: whoever stops this call loses these steps alone. */
const network: Call<NetworkInput, NetworkResult> = async ({ series, plan, from, steps, backends }, job) => {
  const total = stepsOf(plan)
  await job.beat()
  const [{ startBackend }, { beginning, trainOn }] = await Promise.all([
    import('./neural/backend.ts'),
    import('./neural/train-global.ts'),
  ])
  const backend = await startBackend(backends)
  if (!backend) return failure('ENGINE_FAILED', 'no backend for networks works here')
  const pause = async (done: number): Promise<boolean> => {
    await job.beat({ done, total, phase: 'global_network' })
    return job.stop.aborted
  }
  const made = await trainOn(series.map(trackOf), plan, from ?? beginning(plan), { steps, pause })
  if (job.stop.aborted) return failure('CANCELLED', 'stopped while training the network')
  return made ? success({ checkpoint: made, backend }) : failure('ENGINE_FAILED', 'the training ran away')
}

/** The years of a country's calendar: two letters, first and last year. */
export interface HolidayQuestion {
  readonly country: string
  readonly first: number
  readonly last: number
}

/** The public holidays that forecasts learn from. */
const holidays: Call<HolidayQuestion, Holiday[]> = async ({ country, first, last }) => {
  const { publicHolidays } = await import('./calendar/public-holidays.ts')
  return success(await publicHolidays(country, first, last))
}

const calls = { forecast, demandPart, demandJoin, network, holidays }
export type ForecasterCalls = typeof calls
serve(calls)
