import type { CustomerDays } from '../customer-days.ts'
import { customerFacts, type CustomerFacts, meanRepeat } from '../facts.ts'
import { type Pace, step } from '../pace.ts'
import type { Words } from '../reasons.ts'
import { samplePositions } from '../sample.ts'
import type { WorthModelName } from './buying-model.ts'
import { type Choice, chooseRule, type WorthRule } from './choice.ts'
import { commonFactor, widened } from './common-factor.ts'
import { BUYING_MODELS, type Fitted, fitBuying } from './fit.ts'
import { fitSpend, type Spend } from './gamma-gamma.ts'
import { type Factors, type Holdout, holdoutOf, type Range } from './holdout.ts'
import { historiesOf } from './histories.ts'
import { factorsBy, lookAt, lookBack, type LookRequest, type Windows, windowsOf } from './look-back.ts'
import { naiveRate } from './naive-rate.ts'
import { outlook, totalOutlook } from './predictive.ts'
import { FIT_MOST } from './trial.ts'
import { worthNotes } from './worth-notes.ts'

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
  /** On the days on which the choice was made, which are not those of the hold-out. */
  readonly holdoutLogLikelihood: number | null
  readonly mae: number | null
  readonly rmse: number | null
}

export interface Worth {
  /** What is used: a model, or the simple rule. */
  readonly model: WorthRule
  /** Whose parameters these are, and who says who is still there: the model, also under the simple rule. */
  readonly buyingModel: WorthModelName
  readonly reason: Words
  readonly notes: readonly Words[]
  readonly parameters: Readonly<Record<string, number>>
  readonly standardErrors: Readonly<Record<string, number>> | null
  readonly logLikelihood: number
  readonly fittedOn: number
  readonly candidates: readonly Candidate[]
  readonly spend: Omit<Spend, 'expected' | 'parameters'> & {
    readonly parameters: Readonly<Record<string, number>>
  }
  readonly holdout: Holdout | null
  readonly factors: Factors
  /** By customer, in the order of the facts; values in major units. */
  readonly columns: {
    readonly alive: Float64Array
    readonly orders: Float64Array
    readonly buys: Float64Array
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

interface Judged extends Choice {
  readonly holdout: Holdout | null
  readonly factors: Factors
}

const UNSEEN: Factors = { orders: commonFactor([], 0), value: commonFactor([], 0) }

/** Chooses on the window before the last, then looks back: the hold-out on the last, common factors on all. */
async function judge(request: WorthRequest, facts: CustomerFacts, windows: Windows | null, pace: Pace) {
  const { days, unit, scale, seed, rate } = request
  if (!windows) return { ...chooseRule(request.model, []), holdout: null, factors: UNSEEN } satisfies Judged
  const looking: LookRequest = { days, facts, windows, unit, scale, seed }
  const choice = chooseRule(request.model, await choiceTrials(looking, pace))
  const known = new Map(choice.trial ? [[windows.choice, choice.trial]] : [])
  const trials = await lookBack(looking, choice.model, known, pace)
  const by = (end: number) => factorsBy(trials, end, choice.naive, windows.days)
  const [trial] = trials
  const factors = by(windows.choice)
  const holdout =
    trial?.split.to === windows.report
      ? holdoutOf({ trial, naive: choice.naive, unit, scale, rate, factors })
      : null
  return { ...choice, holdout, factors: by(windows.report) } satisfies Judged
}

async function choiceTrials(looking: LookRequest, pace: Pace) {
  const trials = []
  for (const [done, { name }] of BUYING_MODELS.entries()) {
    await step(pace, `choose_${name}`, done, BUYING_MODELS.length)
    const trial = lookAt(looking, looking.windows.choice, name)
    if (trial) trials.push(trial)
  }
  return trials
}

const candidatesOf = (fits: readonly Fitted[], { trials }: Choice): Candidate[] =>
  fits.map((one) => {
    const trial = trials.find(({ fitted }) => fitted.model.name === one.model.name)
    return {
      model: one.model.name,
      parameters: named(one, (i) => one.parameters[i]!),
      logLikelihood: one.logLikelihood,
      holdoutLogLikelihood: trial?.logLikelihood ?? null,
      mae: trial?.scores.mae ?? null,
      rmse: trial?.scores.rmse ?? null,
    }
  })

function spendAnswer({ parameters, logLikelihood, correlation, customers }: Spend): Worth['spend'] {
  const [p, q, v] = parameters
  return {
    parameters: p === undefined ? {} : { p, q: q!, v: v! },
    logLikelihood,
    correlation,
    customers,
  }
}

/** What is expected of everybody now, and of all together. */
function expect(request: WorthRequest, facts: CustomerFacts, fitted: Fitted, spend: Spend, factors: Factors) {
  const t = request.horizonDays / request.unit
  const histories = historiesOf(facts, request.unit)
  const seen = outlook(fitted, histories, t)
  const perOrder = Float64Array.from({ length: facts.count }, (_, at) => {
    return request.rate * spend.expected(facts.visits[at]! - 1, meanRepeat(facts, at, request.scale))
  })
  const column = (values: Float64Array) => Float64Array.from(histories.of, (at) => values[at]!)
  const { alive, orders, buys, low, high } = seen
  return {
    columns: {
      alive: column(alive),
      orders: column(orders),
      buys: column(buys),
      low: column(low),
      high: column(high),
      perOrder,
    },
    totalOrders: widened(
      totalOutlook(fitted, histories, seen, () => 1),
      factors.orders,
    ),
    totalValue: widened(
      totalOutlook(fitted, histories, seen, (customer) => perOrder[customer]!),
      factors.value,
    ),
  }
}

/**
 * Worth of every customer as of a day: probability alive, probability of an order and expected orders (days with an
 * order) within the horizon with interval, value of an order. What is used is chosen on the window before the last
 * (`chooseRule`), how well it does is told of the last, and totals are as wide as sums missed at earlier days
 * (`commonFactor`). Throws `Stopped`.
 */
export async function estimateWorth(request: WorthRequest, pace: Pace): Promise<Worth> {
  const facts = customerFacts(request.days, request.asOf)
  const first = facts.first.reduce((least, day) => Math.min(least, day), request.asOf)
  const sample = samplePositions(facts.count, FIT_MOST, request.seed)
  const histories = historiesOf(facts, request.unit, sample)
  const fits: Fitted[] = []
  for (const model of BUYING_MODELS) {
    await step(pace, `fit_${model.name}`, fits.length, BUYING_MODELS.length)
    fits.push(fitBuying(model, histories, request.unit))
  }
  const judged = await judge(request, facts, windowsOf(first, request.asOf, request.horizonDays), pace)
  const fitted = fits.find(({ model }) => model.name === judged.model)!
  const spend = fitSpend(facts, request.scale)
  await step(pace, 'predict', 1, 2)
  const used = judged.naive ? naiveRate(fitted) : fitted
  return {
    model: judged.naive ? 'naive_rate' : judged.model,
    buyingModel: judged.model,
    reason: judged.reason,
    notes: worthNotes(fitted, facts, judged),
    parameters: named(fitted, (i) => fitted.parameters[i]!),
    standardErrors: errorsOf(fitted),
    logLikelihood: fitted.logLikelihood,
    fittedOn: sample.length,
    candidates: candidatesOf(fits, judged),
    spend: spendAnswer(spend),
    holdout: judged.holdout,
    factors: judged.factors,
    ...expect(request, facts, used, spend, judged.factors),
  }
}
