import { firstRound, makePlan, runFirstRound, tryModel, type Plan, type Work } from './backtest.ts'
import { calendarColumns, type Holiday } from './calendar.ts'
import { harmonic } from './harmonic.ts'
import { scaledError } from './errors.ts'

/** Holidays stay when they make the error on the validation origins larger by no more than this. */
const HARMLESS = 1.01

/** Error of a regression on waves and week at the first validation origins; Infinity where it cannot be fitted. */
export async function regressionError(plan: Plan, work: Work): Promise<number> {
  const first = plan.cuts[0]!.series
  if (first.values.length < harmonic.minimum(first)) return Infinity
  const trying = tryModel(harmonic, plan)
  if (!(await runFirstRound(trying, plan, work))) return Infinity
  return scaledError(plan, trying, firstRound(plan))
}

/**
 * The plan with the holidays as regressors, where they do no harm: a peak that has been seen once cannot prove itself
 * on the validation origins, but it can be met only so.
 */
export async function withCalendar(
  plan: Plan,
  holidays: readonly Holiday[] | undefined,
  work: Work,
): Promise<{ plan: Plan; calendar: readonly string[] }> {
  const { history, horizon, origins, season, seed } = plan
  const columns = holidays ? calendarColumns(history, horizon, holidays) : {}
  const calendar = Object.keys(columns)
  if (calendar.length === 0) return { plan, calendar: [] }
  const regressors = { ...history.regressors, ...columns }
  const other = makePlan({ ...history, regressors }, origins, horizon, season, seed)
  const [bare, full] = [await regressionError(plan, work), await regressionError(other, work)]
  return full <= HARMLESS * bare && Number.isFinite(full) ? { plan: other, calendar } : { plan, calendar: [] }
}
