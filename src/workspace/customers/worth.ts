import type { CustomerFacts } from '../../analytics/customers/facts.ts'
import type { Words } from '../../analytics/customers/reasons.ts'
import type { WorthModelName } from '../../analytics/customers/worth/buying-model.ts'
import type { WorthRule } from '../../analytics/customers/worth/choice.ts'
import type { Worth } from '../../analytics/customers/worth/worth.ts'
import { currencyExponent, toMajor } from '../../model/currency.ts'
import { type Outcome, success } from '../../model/outcome.ts'
import { marginShare } from '../../query/sql/margin-share.ts'
import { ask } from '../dashboard/range.ts'
import { type Acquisition, acquisitionOf } from './acquisition.ts'
import {
  type AsOfInput,
  type CustomerBase,
  type CustomerContext,
  type CustomerHead,
  customerHead,
  knownFacts,
} from './base.ts'
import { type HoldoutAnswer, holdoutAnswer } from './holdout-answer.ts'
import {
  type Page,
  pageOfCustomers,
  type PageInput,
  positionsOf,
  sortedPositions,
  type Who,
  whoAt,
} from './page.ts'
import { ratio } from './segment-totals.ts'
import { plain } from '../stored-records.ts'
import { type Trained, trained } from './training.ts'

export const WORTH_SORTS = [
  'expected_value',
  '-expected_value',
  'expected_orders',
  '-expected_orders',
  'probability_alive',
  '-probability_alive',
  'probability_order',
  '-probability_order',
  'total_value',
  '-total_value',
  'net_sales',
  '-net_sales',
] as const

export interface WorthInput extends AsOfInput, PageInput {
  readonly horizon_days: number
  readonly model: WorthModelName | 'auto'
  readonly unit: 'day' | 'week'
  readonly seed: number
  readonly sort?: (typeof WORTH_SORTS)[number] | undefined
}

type Pair = [number, number]

interface WorthRow extends Who {
  readonly probability_alive: number
  readonly probability_order: number
  readonly expected_orders: number
  readonly expected_value: number
  readonly interval: Pair
  readonly orders_interval: Pair
  readonly historic_value: number
  readonly total_value: number
  readonly expected_order_value: number
}

interface FactorAnswer {
  readonly spread: number
  readonly looks: number
}

interface Basis {
  readonly basis: 'margin' | 'net_sales'
  readonly margin_rate: number | null
  readonly coverage: number | null
}

export interface WorthAnswer extends CustomerHead {
  readonly model_id: string
  readonly fitted_on: number
  readonly horizon_days: number
  readonly unit: 'day' | 'week'
  readonly model: WorthRule
  readonly buying_model: WorthModelName
  readonly reason: Words
  readonly parameters: Record<string, number>
  readonly standard_errors: Record<string, number> | null
  readonly log_likelihood: number
  readonly candidates: {
    model: WorthModelName
    parameters: Record<string, number>
    log_likelihood: number
    holdout_log_likelihood: number | null
    mae: number | null
    rmse: number | null
  }[]
  readonly common_factor: { orders: FactorAnswer; value: FactorAnswer }
  readonly spend_model: {
    parameters: Record<string, number>
    log_likelihood: number | null
    correlation: number | null
    customers: number
  }
  readonly value_of: Basis
  readonly totals: {
    expected_orders: number
    expected_orders_interval: Pair
    historic_value: number
    expected_value: number
    expected_value_interval: Pair
    total_value: number
    alive: number
    buyers: number
  }
  readonly holdout: HoldoutAnswer | null
  readonly acquisition: Acquisition | null
  readonly customers: Page<WorthRow>
}

const RULE =
  'An order here is a day with orders. Who still buys and how often: BG/NBD, Pareto/NBD or MBG/NBD by maximum likelihood. Used is, of the two that let one-time buyers leave (Pareto/NBD, MBG/NBD), the one that makes the window before the last likeliest, or the simple rule (each goes on at the own rate so far) where its squared error was smaller there; holdout tells how that did on the last window. probability_order: at least one order within the horizon. probability_alive: has not left for good, as the model counts it. Value of an order: Gamma-Gamma on repeat orders of positive value. Expected value = expected orders within the horizon × expected value of an order, times the margin rate where the cost of at least half of net sales is known. A customer’s interval is made to hold 80 % of what comes: spread of orders and the uncertainty of the parameters; the measured coverage stands in holdout. Intervals of totals are wider by common_factor: how far such totals were from what came at earlier days of this shop, for seasons and campaigns strike all customers alike. Not discounted'

/** Margin counts where the cost of at least so much of net sales is known. */
const LEAST_COVERAGE = 0.5

/** Whether worth is margin, and of what share of sales it is known. */
export async function basisOf(context: CustomerContext, { currency, asOf }: CustomerBase): Promise<Basis> {
  const [row] = await ask(context, marginShare(currency, asOf))
  const [net, known, margin] = [row?.net ?? 0, row?.cost_net ?? 0, row?.margin ?? 0]
  const coverage = ratio(known, net)
  const rate = ratio(margin, known)
  const counts = coverage !== null && coverage >= LEAST_COVERAGE && rate !== null && rate > 0
  return { basis: counts ? 'margin' : 'net_sales', margin_rate: rate, coverage }
}

/** Share of net sales that counts as worth. */
export const rateOf = ({ basis, margin_rate }: Basis): number => (basis === 'margin' ? (margin_rate ?? 1) : 1)

/** Worth of all customers as of a day, trained or remembered. */
export function trainedWorth(
  context: CustomerContext,
  base: CustomerBase,
  input: Pick<WorthInput, 'horizon_days' | 'model' | 'unit' | 'seed'>,
  rate: number,
): Promise<Outcome<Trained<Worth>>> {
  const { horizon_days: horizonDays, model, unit, seed } = input
  const request = {
    days: base.days,
    asOf: base.asOfNumber,
    horizonDays,
    model,
    unit: unit === 'week' ? 7 : 1,
    scale: 10 ** currencyExponent(base.currency),
    rate,
    seed,
  }
  return trained(context, base, {
    task: 'customer_worth',
    question: { horizon_days: horizonDays, model_type: model, unit, rate, seed },
    run: (worker) => worker.call('worth', request, context.control),
    count: ({ columns }) => columns.alive.length,
    describe: ({ columns: _, ...rest }) => rest,
    async keep(result, modelId) {
      const data = {
        task: 'customer_worth',
        model_id: modelId,
        as_of: base.asOf,
        horizon_days: horizonDays,
        currency: base.currency,
        answer: { total_orders: result.totalOrders, total_value: result.totalValue },
      }
      await context.records('predictions').put(plain(data))
    },
  })
}

const short = (value: number): number => Number(value.toPrecision(6))

/** The rows of customers, from the columns of a result. */
function rowsOf(facts: CustomerFacts, worth: Worth, currency: string, rate: number) {
  const { alive, orders, buys, low, high, perOrder } = worth.columns
  const money = (value: number): number =>
    toMajor(Math.round(value * 10 ** currencyExponent(currency)), currency)
  const historic = (at: number): number => toMajor(Math.round(facts.net[at]! * rate), currency)
  const keys = {
    expected_value: (at: number) => orders[at]! * perOrder[at]!,
    expected_orders: (at: number) => orders[at]!,
    probability_alive: (at: number) => alive[at]!,
    probability_order: (at: number) => buys[at]!,
    total_value: (at: number) => historic(at) + orders[at]! * perOrder[at]!,
    net_sales: (at: number) => facts.net[at]!,
  }
  const row = (at: number): WorthRow => ({
    ...whoAt(facts, at, currency),
    probability_alive: short(alive[at]!),
    probability_order: short(buys[at]!),
    expected_orders: short(orders[at]!),
    expected_value: money(keys.expected_value(at)),
    interval: [money(low[at]! * perOrder[at]!), money(high[at]! * perOrder[at]!)],
    orders_interval: [low[at]!, high[at]!],
    historic_value: historic(at),
    total_value: money(keys.total_value(at)),
    expected_order_value: money(perOrder[at]!),
  })
  return { keys, row, money }
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)

const about = (worth: Worth) => ({
  model: worth.model,
  buying_model: worth.buyingModel,
  common_factor: {
    orders: { spread: short(worth.factors.orders.spread), looks: worth.factors.orders.looks },
    value: { spread: short(worth.factors.value.spread), looks: worth.factors.value.looks },
  },
  reason: worth.reason,
  parameters: { ...worth.parameters },
  standard_errors: worth.standardErrors && { ...worth.standardErrors },
  log_likelihood: worth.logLikelihood,
  fitted_on: worth.fittedOn,
  candidates: worth.candidates.map((one) => ({
    model: one.model,
    parameters: { ...one.parameters },
    log_likelihood: one.logLikelihood,
    holdout_log_likelihood: one.holdoutLogLikelihood,
    mae: one.mae,
    rmse: one.rmse,
  })),
  spend_model: {
    parameters: { ...worth.spend.parameters },
    log_likelihood: worth.spend.logLikelihood,
    correlation: worth.spend.correlation,
    customers: worth.spend.customers,
  },
})

/** What customers are worth: past, expected within the horizon, and both together. TOO_LITTLE_DATA: nobody has ordered. */
export async function worthAnswer(
  context: CustomerContext,
  input: WorthInput,
): Promise<Outcome<WorthAnswer>> {
  const found = await knownFacts(context, input)
  if (!found.ok) return found
  const { base, facts } = found.value
  const basis = await basisOf(context, base)
  const rate = rateOf(basis)
  const made = await trainedWorth(context, base, input, rate)
  if (!made.ok) return made
  const worth = made.value.result
  const { keys, row, money } = rowsOf(facts, worth, base.currency, rate)
  const historic = toMajor(Math.round(sumOf(facts.net) * rate), base.currency)
  const sort = input.sort ?? '-expected_value'
  const key = keys[sort.replace('-', '') as keyof typeof keys]
  const positions = sortedPositions(positionsOf(facts, input), key, !sort.startsWith('-'))
  const { totalOrders, totalValue } = worth
  return success({
    ...customerHead(context, base, facts.count, RULE, worth.notes),
    ...about(worth),
    model_id: made.value.model_id,
    horizon_days: input.horizon_days,
    unit: input.unit,
    value_of: basis,
    totals: {
      expected_orders: short(totalOrders.total),
      expected_orders_interval: [short(totalOrders.low), short(totalOrders.high)],
      historic_value: historic,
      expected_value: money(totalValue.total),
      expected_value_interval: [money(totalValue.low), money(totalValue.high)],
      total_value: money(historic + totalValue.total),
      alive: short(sumOf(worth.columns.alive)),
      buyers: short(sumOf(worth.columns.buys)),
    },
    holdout: worth.holdout && holdoutAnswer(worth.holdout, money),
    acquisition: await acquisitionOf(context, base, facts, rate),
    customers: await pageOfCustomers(context, positions, input, row),
  })
}
