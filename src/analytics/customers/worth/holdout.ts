import { type CustomerDays } from '../customer-days.ts'
import { customerFacts, type CustomerFacts } from '../facts.ts'
import { samplePositions } from '../sample.ts'
import type { BuyingModel } from './buying-model.ts'
import { type Fitted, fitBuying } from './fit.ts'
import { fitSpend, type Spend } from './gamma-gamma.ts'
import { historiesOf } from './histories.ts'
import { outlook } from './predictive.ts'

/** The last days, set apart: what was known before them, and what came. */
export interface Split {
  readonly from: number
  readonly to: number
  readonly before: CustomerFacts
  /** Position in the later facts of each customer known before. */
  readonly later: Int32Array
  readonly after: CustomerFacts
}

/** Sets the last `days` days before `asOf` apart. */
export function splitAt(days: CustomerDays, after: CustomerFacts, length: number): Split {
  const before = customerFacts(days, after.asOf - length)
  let at = 0
  const later = Int32Array.from(before.id, (id) => {
    while (after.id[at] !== id) at += 1
    return at
  })
  return { from: before.asOf + 1, to: after.asOf, before, later, after }
}

/** Real visits of each customer within the days set apart. */
const actualVisits = ({ before, later, after }: Split): Float64Array =>
  before.visits.map((visits, at) => after.visits[later[at]!]! - visits)

/** ln of the density of what came within the days set apart, given what was before. */
function laterLogLikelihood(
  fitted: Fitted,
  { before, later, after }: Split,
  unit: number,
  sample: Int32Array,
): number {
  let sum = 0
  for (const at of sample) {
    const first = before.first[at]!
    const history = (facts: CustomerFacts, i: number) => ({
      x: facts.visits[i]! - 1,
      tx: (facts.last[i]! - first) / unit,
      T: (facts.asOf - first) / unit,
    })
    sum +=
      fitted.buying.logLikelihood(history(after, later[at]!)) -
      fitted.buying.logLikelihood(history(before, at))
  }
  return sum
}

export interface Scores {
  readonly mae: number
  readonly rmse: number
  readonly predicted: number
}

const scored = (said: ArrayLike<number>, real: Float64Array): Scores => {
  let [absolute, squared, predicted] = [0, 0, 0]
  for (let at = 0; at < real.length; at++) {
    const miss = said[at]! - real[at]!
    absolute += Math.abs(miss)
    squared += miss * miss
    predicted += said[at]!
  }
  const n = real.length || 1
  return { mae: absolute / n, rmse: Math.sqrt(squared / n), predicted }
}

/** A model fitted before the days set apart, and what it said of them, on a sample of customers. */
export interface Trial {
  readonly fitted: Fitted
  readonly logLikelihood: number
  readonly scores: Scores
  readonly customers: number
}

/** At most so many customers are fitted on and compared by. */
export const FIT_MOST = 5_000

/** Fits a model on what was before the split and scores it on what came. */
export function tryModel(split: Split, unit: number, seed: number, model: BuyingModel): Trial {
  const { before } = split
  const sample = samplePositions(before.count, FIT_MOST, seed)
  const histories = historiesOf(before, unit, sample)
  const fitted = fitBuying(model, histories, unit)
  const t = (split.to - split.from + 1) / unit
  const expected = Float64Array.from(histories.distinct, (history) => fitted.buying.expected(history, t))
  const said = Float64Array.from(histories.of, (at) => expected[at]!)
  const came = actualVisits(split)
  const real = Float64Array.from(sample, (at) => came[at]!)
  const logLikelihood = laterLogLikelihood(fitted, split, unit, sample)
  return { fitted, logLikelihood, scores: scored(said, real), customers: sample.length }
}

export interface Calibration {
  readonly count: number
  readonly predicted: number
  readonly actual: number
}

/** Customers in up to `most` bands of equal size by what was said: mean said, mean real. Equal sayings stay together. */
export function calibrate(said: Float64Array, real: ArrayLike<number>, most = 8): Calibration[] {
  const order = Int32Array.from(said, (_, at) => at).sort((a, b) => said[a]! - said[b]!)
  const bands: Calibration[] = []
  let [count, predicted, actual] = [0, 0, 0]
  for (const [rank, at] of order.entries()) {
    count += 1
    predicted += said[at]!
    actual += real[at]!
    const next = order[rank + 1]
    const apart = next === undefined || said[next] !== said[at]
    if (!apart || (next !== undefined && count < order.length / most)) continue
    bands.push({ count, predicted: predicted / count, actual: actual / count })
    count = predicted = actual = 0
  }
  return bands
}

export interface Holdout {
  readonly from: number
  readonly to: number
  readonly customers: number
  readonly model: Scores
  readonly naive: Scores
  readonly actual: number
  readonly coverage: number
  readonly predictedValue: number
  readonly actualValue: number
  readonly calibration: readonly Calibration[]
}

const share = (of: number, passes: (at: number) => boolean): number => {
  let found = 0
  for (let at = 0; at < of; at++) if (passes(at)) found += 1
  return of > 0 ? found / of : Number.NaN
}

/** Mean value of the repeat visits of a customer, in the unit of `scale`. */
export const meanRepeat = (facts: CustomerFacts, at: number, scale: number): number =>
  facts.visits[at]! > 1 ? facts.repeatNet[at]! / scale / (facts.visits[at]! - 1) : 0

const valueSaid = (facts: CustomerFacts, said: Float64Array, spend: Spend, scale: number): number =>
  said.reduce(
    (sum, orders, at) => sum + orders * spend.expected(facts.visits[at]! - 1, meanRepeat(facts, at, scale)),
    0,
  )

/** How well a model did on the days set apart, beside everybody's going on at the rate so far (x / T). */
export function holdoutOf(split: Split, trial: Trial, unit: number, scale: number): Holdout {
  const { before, later, after } = split
  const real = actualVisits(split)
  const length = split.to - split.from + 1
  const naive = before.visits.map((visits, at) => {
    const seen = before.asOf - before.first[at]!
    return seen > 0 ? ((visits - 1) * length) / seen : 0
  })
  const histories = historiesOf(before, unit)
  const seen = outlook(trial.fitted, histories, length / unit)
  const { of } = histories
  const said = Float64Array.from(of, (at) => seen.orders[at]!)
  const value = before.net.map((net, at) => (after.net[later[at]!]! - net) / scale)
  return {
    from: split.from,
    to: split.to,
    customers: before.count,
    model: scored(said, real),
    naive: scored(naive, real),
    actual: real.reduce((sum, n) => sum + n, 0),
    coverage: share(
      before.count,
      (at) => real[at]! >= seen.low[of[at]!]! && real[at]! <= seen.high[of[at]!]!,
    ),
    predictedValue: valueSaid(before, said, fitSpend(before, scale), scale),
    actualValue: value.reduce((sum, one) => sum + one, 0),
    calibration: calibrate(said, real),
  }
}
