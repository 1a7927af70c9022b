import { type CustomerFacts, meanRepeat } from '../facts.ts'
import { samplePositions } from '../sample.ts'
import type { BuyingModel } from './buying-model.ts'
import { type Fitted, fitBuying } from './fit.ts'
import { fitSpend } from './gamma-gamma.ts'
import { type Histories, historiesOf } from './histories.ts'
import { naiveRate } from './naive-rate.ts'
import { outlook, totalOutlook } from './predictive.ts'
import { lengthOf, naiveVisits, realValue, realVisits, type Scores, scored, type Split } from './split.ts'

/** What was said of a sum, what came, and the variance that the saying itself allowed for. */
export interface Sum {
  readonly said: number
  readonly came: number
  readonly variance: number
}

/** A model fitted before the days set apart, and what it said of them, on a sample of customers. */
export interface Trial {
  readonly split: Split
  readonly fitted: Fitted
  readonly logLikelihood: number
  readonly scores: Scores
  readonly naive: Scores
  readonly customers: number
  /** All orders, and all value, of the sample: by the model, or by the naive rule where that is used. */
  sums(naive: boolean): { readonly orders: Sum; readonly value: Sum }
}

/** At most so many customers are fitted on and compared by. */
export const FIT_MOST = 5_000

/** ln of the density of what came within the days set apart, given what was before. */
function laterLogLikelihood(fitted: Fitted, split: Split, unit: number, sample: Int32Array): number {
  const { before, later, after } = split
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

interface Tried {
  readonly split: Split
  readonly fitted: Fitted
  readonly sample: Int32Array
  readonly histories: Histories
  readonly t: number
  readonly scale: number
}

function sumsOf({ split, fitted, sample, histories, t, scale }: Tried, naive: boolean) {
  const rule = naive ? naiveRate(fitted) : fitted
  const seen = outlook(rule, histories, t)
  const spend = fitSpend(split.before, scale)
  const perOrder = (at: number): number =>
    spend.expected(split.before.visits[at]! - 1, meanRepeat(split.before, at, scale))
  const orders = totalOutlook(rule, histories, seen, () => 1)
  const value = totalOutlook(rule, histories, seen, (i) => perOrder(sample[i]!))
  const came = realVisits(split, sample).reduce((sum, visits) => sum + visits, 0)
  return {
    orders: { said: orders.total, came, variance: orders.variance },
    value: { said: value.total, came: realValue(split, sample, scale), variance: value.variance },
  }
}

/** Fits a model on what was before the split and scores it on what came. `scale`: minor units in a major unit. */
export function tryModel(split: Split, unit: number, seed: number, model: BuyingModel, scale = 100): Trial {
  const { before } = split
  const sample = samplePositions(before.count, FIT_MOST, seed)
  const histories = historiesOf(before, unit, sample)
  const fitted = fitBuying(model, histories, unit)
  const t = lengthOf(split) / unit
  const expected = Float64Array.from(histories.distinct, (history) => fitted.buying.expected(history, t))
  const real = realVisits(split, sample)
  const said = Float64Array.from(histories.of, (at) => expected[at]!)
  const known: ReturnType<typeof sumsOf>[] = []
  return {
    split,
    fitted,
    logLikelihood: laterLogLikelihood(fitted, split, unit, sample),
    scores: scored(said, real),
    naive: scored(naiveVisits(split, sample), real),
    customers: sample.length,
    sums: (naive) => (known[Number(naive)] ??= sumsOf({ split, fitted, sample, histories, t, scale }, naive)),
  }
}
