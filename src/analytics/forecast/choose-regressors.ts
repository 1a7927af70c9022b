import { makePlan, type Work } from './backtest.ts'
import { SEASON } from './history.ts'
import { planOrigins } from './origins.ts'
import { fewestSteps, fromFirstSale, workingSeason } from './prepare.ts'
import type { ForecastRequest } from './request.ts'
import { regressionError } from './with-calendar.ts'

/** A column beside the series that may explain it: spend, visits, weather. NaN: not known. */
export interface Candidate {
  readonly name: string
  /** Along the history; as long as history and horizon together where its future is known (a calendar, a plan). */
  readonly values: ArrayLike<number>
}

/** What became of a candidate. */
export interface RegressorFate {
  readonly name: string
  readonly kept: boolean
  /** Steps by which it runs ahead of the series, at its best; null: it could not be tried. */
  readonly lag: number | null
  /** Error with it over the error without it on the validation origins; below 1 it helps. Null: not tried. */
  readonly ratio: number | null
  readonly reason: 'HELPS' | 'NO_HELP' | 'CONSTANT' | 'TOO_SHORT'
}

/** What a column must take off the error of the validation origins to be kept: less may be chance. */
const HELPS = 0.98
/** Share of the history that a column must be known on. */
const KNOWN = 0.5
const MOST = 12

/**
 * Lags that can be used honestly: a column whose future is not known must run ahead by the whole horizon, in whole
 * seasons where there are any; one whose future is known, by nothing, a step, or a season.
 */
function lagsOf(candidate: Candidate, steps: number, horizon: number, season: number): number[] {
  if (candidate.values.length >= steps + horizon) return [...new Set([0, 1, season])]
  const first = season > 1 ? Math.ceil(horizon / season) * season : horizon
  return [...new Set([horizon, first, first + season])]
}

/** The column moved by a lag over history and horizon; what is not known is its mean. */
function moved(values: ArrayLike<number>, lag: number, length: number): Float64Array {
  const known = Array.from(values).filter(Number.isFinite)
  const usual = known.reduce((sum, value) => sum + value, 0) / (known.length || 1)
  return Float64Array.from({ length }, (_, at) => {
    const value = values[at - lag]
    return value !== undefined && Number.isFinite(value) ? value : usual
  })
}

const varies = (values: ArrayLike<number>): boolean => {
  const known = Array.from(values).filter(Number.isFinite)
  return known.some((value) => value !== known[0])
}

const knownShare = (values: ArrayLike<number>, steps: number): number =>
  Array.from({ length: steps }, (_, at) => values[at]).filter(
    (value) => value !== undefined && Number.isFinite(value),
  ).length / (steps || 1)

type Columns = Readonly<Record<string, ArrayLike<number>>>

/** What has been kept so far, and the error that it leaves; `errorWith` measures other columns. */
interface Standing {
  readonly columns: Columns
  readonly error: number
}
interface Ground {
  readonly steps: number
  readonly horizon: number
  readonly season: number
  errorWith(columns: Columns): Promise<number>
}

/** Cuts the history at the origins that choices are made on. */
function groundOf(request: ForecastRequest, work: Work): Ground {
  const { horizon, values, seed, frequency } = request
  const steps = values.length
  const origins = steps < fewestSteps(request) ? null : planOrigins(steps, horizon, frequency)
  const season = workingSeason({ ...request, values: Array.from(values).slice(0, origins?.test[0]) })
  return {
    steps,
    horizon,
    season: SEASON[frequency],
    async errorWith(regressors) {
      if (!origins) return Infinity
      return regressionError(makePlan({ ...request, regressors }, origins, horizon, season, seed), work)
    },
  }
}

async function bestLag(candidate: Candidate, ground: Ground, { columns }: Standing) {
  const { steps, horizon, season } = ground
  let best: { lag: number; error: number; column: Float64Array } = {
    lag: 0,
    error: Infinity,
    column: new Float64Array(),
  }
  for (const lag of lagsOf(candidate, steps, horizon, season)) {
    const column = moved(candidate.values, lag, steps + horizon)
    const error = await ground.errorWith({ ...columns, [candidate.name]: column })
    if (error < best.error) best = { lag, error, column }
  }
  return best
}

async function tryCandidate(
  candidate: Candidate,
  ground: Ground,
  before: Standing,
): Promise<{ fate: RegressorFate; after: Standing }> {
  const { name, values } = candidate
  const left = (reason: RegressorFate['reason'], lag: number | null = null, ratio: number | null = null) => ({
    fate: { name, kept: false, lag, ratio, reason },
    after: before,
  })
  const measured = Number.isFinite(before.error) && before.error > 0
  if (!measured || knownShare(values, ground.steps) < KNOWN) return left('TOO_SHORT')
  if (!varies(values)) return left('CONSTANT')
  const { lag, error, column } = await bestLag(candidate, ground, before)
  const ratio = error / before.error
  if (!(ratio <= HELPS)) return left('NO_HELP', lag, Number.isFinite(ratio) ? ratio : null)
  const named = lag > 0 ? `${name} (${lag} steps before)` : name
  return {
    fate: { name, kept: true, lag, ratio, reason: 'HELPS' },
    after: { columns: { ...before.columns, [named]: column }, error },
  }
}

/**
 * Tries each candidate with a regression on waves and week at three validation origins, which lie before all test
 * origins, and keeps, one after the other, those that take at least 2 % off the error. The columns that were kept come
 * back over history and horizon, named with their lag (`spend (7 steps before)`).
 */
export async function chooseRegressors(
  request: ForecastRequest,
  candidates: readonly Candidate[],
  work: Work,
): Promise<{ columns: Columns; fates: readonly RegressorFate[] }> {
  const trimmed = fromFirstSale(request)
  const skipped = request.values.length - trimmed.values.length
  const ground = groundOf({ ...request, ...trimmed }, work)
  const columns: Columns = trimmed.regressors ?? {}
  let standing: Standing = { columns, error: await ground.errorWith(columns) }
  const fates: RegressorFate[] = []
  for (const { name, values } of candidates.slice(0, MOST)) {
    const candidate = { name, values: Array.from(values).slice(skipped) }
    const { fate, after } = await tryCandidate(candidate, ground, standing)
    fates.push(fate)
    standing = after
  }
  const whole = Object.entries(standing.columns).map(([name, column]) => [
    name,
    Float64Array.from([...new Float64Array(skipped), ...Array.from(column)]),
  ])
  return { columns: Object.fromEntries(whole) as Columns, fates }
}
