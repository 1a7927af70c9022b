import type { CustomerDays } from '../customer-days.ts'
import { customerFacts, type CustomerFacts } from '../facts.ts'
import { type Pace, step } from '../pace.ts'
import type { Words } from '../reasons.ts'
import { samplePositions } from '../sample.ts'
import { WORTH_MODELS, type WorthModelName } from './buying-model.ts'
import { BUYING_MODELS, type Fitted, fitBuying } from './fit.ts'
import { fitSpend } from './gamma-gamma.ts'
import { FIT_MOST, type Holdout, holdoutOf, meanRepeat, splitAt, type Trial, tryModel } from './holdout.ts'
import { historiesOf } from './histories.ts'
import { outlook, totalOutlook } from './predictive.ts'

export interface WorthRequest {
  readonly days: CustomerDays
  readonly asOf: number
  readonly horizonDays: number
  readonly model: WorthModelName | 'auto'
  /** Days in a unit of time: 1 or 7. */
  readonly unit: number
  /** Minor units in a major unit. */
  readonly scale: number
  /** Share of net sales that counts as value: the margin rate, or 1. */
  readonly rate: number
  readonly seed: number
}

export interface Candidate {
  readonly model: WorthModelName
  readonly parameters: Readonly<Record<string, number>>
  readonly logLikelihood: number
  readonly holdoutLogLikelihood: number | null
  readonly mae: number | null
}

export interface Range {
  readonly total: number
  readonly low: number
  readonly high: number
}

export interface Worth {
  readonly model: WorthModelName
  readonly reason: Words
  readonly notes: readonly Words[]
  readonly parameters: Readonly<Record<string, number>>
  readonly standardErrors: Readonly<Record<string, number>> | null
  readonly logLikelihood: number
  readonly fittedOn: number
  readonly candidates: readonly Candidate[]
  readonly spend: {
    readonly parameters: Readonly<Record<string, number>>
    readonly logLikelihood: number | null
    readonly correlation: number | null
    readonly customers: number
  }
  readonly holdout: Holdout | null
  /** By customer, in the order of the facts; values in major units. */
  readonly columns: {
    readonly alive: Float64Array
    readonly orders: Float64Array
    readonly low: Float64Array
    readonly high: Float64Array
    readonly perOrder: Float64Array
  }
  readonly totalOrders: Range
  readonly totalValue: Range
}

const named = (fitted: Fitted, values: (i: number) => number): Record<string, number> =>
  Object.fromEntries(fitted.model.parameters.map((name, i) => [name, values(i)]))

const errorsOf = (fitted: Fitted): Record<string, number> | null => {
  const { covariance } = fitted
  const size = fitted.parameters.length
  return covariance && named(fitted, (i) => Math.sqrt(Math.max(0, covariance[i * size + i]!)))
}

/** Least days to set apart, and least that must remain before them. */
const LEAST_DAYS = 14

/** How many of the last days are set apart: the horizon, at most a third of the history; 0: too short. */
function holdoutDays(days: CustomerDays, asOf: number, horizonDays: number): number {
  const first = days.day.reduce((least, day) => Math.min(least, day), asOf)
  const length = Math.min(horizonDays, Math.floor((asOf - first) / 3))
  return length >= LEAST_DAYS ? length : 0
}

function reasonOf(request: WorthRequest, trials: readonly Trial[], days: number): Words {
  if (request.model !== 'auto') return { code: 'ASKED_FOR', params: {} }
  if (trials.length === 0) return { code: 'TOO_LITTLE_DATA', params: { needed_days: 3 * LEAST_DAYS } }
  return { code: 'BEST_ON_UNSEEN_DAYS', params: { days, customers: trials[0]!.customers } }
}

function notesOf(fitted: Fitted, facts: CustomerFacts, holdout: Holdout | null): Words[] {
  const notes: Words[] = []
  const repeaters = facts.visits.reduce((sum, visits) => sum + (visits > 1 ? 1 : 0), 0)
  if (repeaters === 0) notes.push({ code: 'ALL_ONE_ORDER', params: { customers: facts.count } })
  if (fitted.shrunk) notes.push({ code: 'SHRUNK_TO_PRIOR', params: { repeaters, wanted: 100 } })
  if (!fitted.covariance) notes.push({ code: 'NO_STANDARD_ERRORS', params: {} })
  if (holdout && holdout.naive.mae < holdout.model.mae)
    notes.push({ code: 'NAIVE_RULE_WINS', params: { mae: holdout.model.mae, naive_mae: holdout.naive.mae } })
  return notes
}

/** The model of the highest density of unseen days; without them, of the seen ones. */
function choose(request: WorthRequest, fits: readonly Fitted[], trials: readonly Trial[]): number {
  if (request.model !== 'auto') return BUYING_MODELS.findIndex(({ name }) => name === request.model)
  const scores = trials.length > 0 ? trials : fits
  return scores.reduce(
    (best, { logLikelihood }, i) => (logLikelihood > scores[best]!.logLikelihood ? i : best),
    0,
  )
}

async function fitAll(request: WorthRequest, facts: CustomerFacts, pace: Pace) {
  const { days, unit, seed } = request
  const sample = samplePositions(facts.count, FIT_MOST, seed)
  const histories = historiesOf(facts, unit, sample)
  const length = holdoutDays(days, request.asOf, request.horizonDays)
  const split = length > 0 ? splitAt(days, facts, length) : null
  const fits: Fitted[] = []
  const trials: Trial[] = []
  const total = WORTH_MODELS.length * 2 + 2
  for (const model of BUYING_MODELS) {
    await step(pace, `fit_${model.name}`, fits.length + trials.length, total)
    fits.push(fitBuying(model, histories, unit))
    await step(pace, `holdout_${model.name}`, fits.length + trials.length, total)
    if (split && split.before.count > 0) trials.push(tryModel(split, unit, seed, model))
  }
  await step(pace, 'predict', total - 1, total)
  return { fits, trials, split, length, fittedOn: sample.length }
}

/**
 * Worth of every customer as of a day: probability alive, expected orders (days with an order) within the horizon with
 * interval, value of an order. The buying model is chosen by the likelihood of the shop's own last days, which the
 * choice had not seen. Throws `Stopped`.
 */
export async function estimateWorth(request: WorthRequest, pace: Pace): Promise<Worth> {
  const facts = customerFacts(request.days, request.asOf)
  const { fits, trials, split, length, fittedOn } = await fitAll(request, facts, pace)
  const best = choose(request, fits, trials)
  const fitted = fits[best]!
  const t = request.horizonDays / request.unit
  const histories = historiesOf(facts, request.unit)
  const seen = outlook(fitted, histories, t)
  const spend = fitSpend(facts, request.scale)
  const perOrder = Float64Array.from({ length: facts.count }, (_, at) => {
    return request.rate * spend.expected(facts.visits[at]! - 1, meanRepeat(facts, at, request.scale))
  })
  const holdout = split && trials[best] ? holdoutOf(split, trials[best], request.unit, request.scale) : null
  const column = (values: Float64Array) => Float64Array.from(histories.of, (at) => values[at]!)
  const [p, q, v] = spend.parameters
  return {
    model: fitted.model.name,
    reason: reasonOf(request, trials, length),
    notes: notesOf(fitted, facts, holdout),
    parameters: named(fitted, (i) => fitted.parameters[i]!),
    standardErrors: errorsOf(fitted),
    logLikelihood: fitted.logLikelihood,
    fittedOn,
    candidates: fits.map((one, i) => ({
      model: one.model.name,
      parameters: named(one, (k) => one.parameters[k]!),
      logLikelihood: one.logLikelihood,
      holdoutLogLikelihood: trials[i]?.logLikelihood ?? null,
      mae: trials[i]?.scores.mae ?? null,
    })),
    spend: {
      parameters: p === undefined ? {} : { p, q: q!, v: v! },
      logLikelihood: spend.logLikelihood,
      correlation: spend.correlation,
      customers: spend.customers,
    },
    holdout,
    columns: {
      alive: column(seen.alive),
      orders: column(seen.orders),
      low: column(seen.low),
      high: column(seen.high),
      perOrder,
    },
    totalOrders: totalOutlook(fitted, histories, seen, t, () => 1),
    totalValue: totalOutlook(fitted, histories, seen, t, (customer) => perOrder[customer]!),
  }
}
