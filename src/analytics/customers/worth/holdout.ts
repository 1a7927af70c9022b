import { meanRepeat } from '../facts.ts'
import { type Calibration, calibrate } from './calibrate.ts'
import { type CommonFactor, widened } from './common-factor.ts'
import { fitSpend } from './gamma-gamma.ts'
import { historiesOf } from './histories.ts'
import { naiveRate } from './naive-rate.ts'
import { outlook, totalOutlook } from './predictive.ts'
import { lengthOf, naiveVisits, realValue, realVisits, type Scores, scored } from './split.ts'
import type { Trial } from './trial.ts'

/** A sum with its 80 % interval. */
export interface Range {
  readonly total: number
  readonly low: number
  readonly high: number
}

export interface Holdout {
  readonly from: number
  readonly to: number
  readonly customers: number
  readonly model: Scores
  readonly naive: Scores
  readonly actual: number
  readonly coverage: number
  /** Customers with an order: expected and real. */
  readonly buyers: { readonly predicted: number; readonly actual: number }
  /** Sums as they would have been said at the time, with the common factor known by then. */
  readonly orders: Range
  readonly value: Range
  readonly actualValue: number
  readonly calibration: readonly Calibration[]
}

/** How the common factors of orders and of value were known at the time. */
export interface Factors {
  readonly orders: CommonFactor
  readonly value: CommonFactor
}

export interface HoldoutRequest {
  readonly trial: Trial
  /** Whether the simple rule stands in the model's place. */
  readonly naive: boolean
  readonly unit: number
  readonly scale: number
  /** Share of net sales that counts as value. */
  readonly rate: number
  readonly factors: Factors
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)

/** How well what is used did on the days set apart, on everybody, beside the simple rule. */
export function holdoutOf({ trial, naive, unit, scale, rate, factors }: HoldoutRequest): Holdout {
  const { split } = trial
  const { before } = split
  const everybody = Int32Array.from({ length: before.count }, (_, at) => at)
  const real = realVisits(split, everybody)
  const fitted = naive ? naiveRate(trial.fitted) : trial.fitted
  const histories = historiesOf(before, unit)
  const t = lengthOf(split) / unit
  const seen = outlook(fitted, histories, t)
  const { of } = histories
  const column = (values: Float64Array) => Float64Array.from(of, (at) => values[at]!)
  const [said, low, high] = [column(seen.orders), column(seen.low), column(seen.high)]
  const spend = fitSpend(before, scale)
  const worth = (at: number): number =>
    rate * spend.expected(before.visits[at]! - 1, meanRepeat(before, at, scale))
  const inside = real.filter((visits, at) => visits >= low[at]! && visits <= high[at]!)
  return {
    from: split.from,
    to: split.to,
    customers: before.count,
    model: scored(said, real),
    naive: scored(naiveVisits(split, everybody), real),
    actual: total(real),
    coverage: before.count > 0 ? inside.length / before.count : Number.NaN,
    buyers: { predicted: total(column(seen.buys)), actual: real.filter((visits) => visits > 0).length },
    orders: widened(
      totalOutlook(fitted, histories, seen, () => 1),
      factors.orders,
    ),
    value: widened(totalOutlook(fitted, histories, seen, worth), factors.value),
    actualValue: rate * realValue(split, everybody, scale),
    calibration: calibrate(said, real),
  }
}
