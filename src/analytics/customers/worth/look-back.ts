import type { CustomerDays } from '../customer-days.ts'
import { customerFacts, type CustomerFacts } from '../facts.ts'
import { type Pace, step } from '../pace.ts'
import type { WorthModelName } from './buying-model.ts'
import { type CommonFactor, commonFactor } from './common-factor.ts'
import { BUYING_MODELS } from './fit.ts'
import type { Factors } from './holdout.ts'
import { splitAt } from './split.ts'
import { type Trial, tryModel } from './trial.ts'

/** Least days to set apart, and least that must remain before them. */
export const LEAST_DAYS = 14

/** Looks back at most, half a window apart. */
const MOST_LOOKS = 6

/** Which days are set apart, as offsets before `asOf`: windows of `days` days. */
export interface Windows {
  readonly days: number
  /** The end of the window that is reported. */
  readonly report: number
  /** The end of the one before it, on which the choice is made. */
  readonly choice: number
  /** Ends of all windows at which sums are looked at, latest first; the first is `report`. */
  readonly looks: readonly number[]
}

/** Windows of the horizon, of a third of the history at most, so that two can be set apart; null: hardly any history. */
export function windowsOf(first: number, asOf: number, horizonDays: number): Windows | null {
  const history = asOf - first
  const days = Math.min(horizonDays, Math.floor(history / 3))
  if (days < LEAST_DAYS) return null
  const stride = Math.max(1, Math.floor(days / 2))
  const looks: number[] = []
  for (let end = asOf; looks.length < MOST_LOOKS && end - days >= first + days; end -= stride) looks.push(end)
  return { days, report: asOf, choice: asOf - days, looks }
}

export interface LookRequest {
  readonly days: CustomerDays
  readonly facts: CustomerFacts
  readonly windows: Windows
  readonly unit: number
  readonly scale: number
  readonly seed: number
}

/** What a model, fitted `days` before `end`, said of the days up to `end`; null when nobody was known then. */
export function lookAt(request: LookRequest, end: number, model: WorthModelName): Trial | null {
  const { days, facts, windows, unit, seed, scale } = request
  const after = end === facts.asOf ? facts : customerFacts(days, end)
  const split = splitAt(days, after, windows.days)
  const found = BUYING_MODELS.find(({ name }) => name === model)
  return split.before.count > 0 && found ? tryModel(split, unit, seed, found, scale) : null
}

/** The trials of one model at all looks, latest first. */
export async function lookBack(
  request: LookRequest,
  model: WorthModelName,
  known: ReadonlyMap<number, Trial>,
  pace: Pace,
): Promise<Trial[]> {
  const trials: Trial[] = []
  for (const [done, end] of request.windows.looks.entries()) {
    await step(pace, 'look_back', done, request.windows.looks.length)
    const trial = known.get(end) ?? lookAt(request, end, model)
    if (trial) trials.push(trial)
  }
  return trials
}

/** Common factors of orders and of value, from the windows that had ended by a day. */
export function factorsBy(trials: readonly Trial[], end: number, naive: boolean, days: number): Factors {
  const sums = trials.filter(({ split }) => split.to <= end).map((trial) => trial.sums(naive))
  const ends = trials.filter(({ split }) => split.to <= end).map(({ split }) => split.to)
  const apart = ends.length > 0 ? 1 + (Math.max(...ends) - Math.min(...ends)) / days : 0
  const factor = (of: 'orders' | 'value'): CommonFactor =>
    commonFactor(
      sums.map((sum) => sum[of]),
      apart,
    )
  return { orders: factor('orders'), value: factor('value') }
}
