import { median } from '../../analytics/forecast/statistics.ts'
import {
  activeAt,
  bucketed,
  type Rate,
  repeatRates,
  type Spans,
  spansOf,
  winBack,
} from '../../analytics/customers/retention.ts'
import { lastComplete, stepOf, stepStart } from '../../model/steps.ts'
import { toMajor } from '../../model/currency.ts'
import { addDays, dayNumber } from '../../model/day.ts'
import { type Outcome, success } from '../../model/outcome.ts'
import { firstProducts, type FirstProductRow } from '../../query/sql/first-products.ts'
import { orderRanks, type OrderRanksRow } from '../../query/sql/order-ranks.ts'
import { ask } from '../dashboard/range.ts'
import {
  type AsOfInput,
  customerBase,
  type CustomerBase,
  type CustomerContext,
  type CustomerHead,
  customerHead,
} from './base.ts'
import { ratio } from './segment-totals.ts'

export interface RetentionInput extends AsOfInput {
  readonly by: 'week' | 'month' | 'quarter'
  readonly active_days: number
}

interface Bucket {
  from: number
  to: number | null
  count: number
}

interface StepAnswer {
  readonly date: string
  readonly complete: boolean
  readonly new_orders: number
  readonly returning_orders: number
  readonly guest_orders: number
  readonly new_net_sales: number
  readonly returning_net_sales: number
  readonly new_customers: number
  readonly returning_customers: number
  readonly active_customers: number
  readonly orders_per_active: number | null
}

export interface RetentionAnswer extends CustomerHead {
  readonly by: 'week' | 'month' | 'quarter'
  readonly steps: StepAnswer[]
  readonly active_days: number
  readonly repeat_rates: {
    days: number
    mature: number
    repeated: number
    rate: number | null
    interval: [number, number] | null
  }[]
  readonly between_orders: {
    median_days: number | null
    mean_days: number | null
    first_to_second_median_days: number | null
    distribution: Bucket[]
  }
  readonly frequency: {
    orders_per_customer: number | null
    one_time: number
    one_time_share: number | null
    distribution: Bucket[]
  }
  readonly first_products: {
    product_id: string
    title: string | null
    one_time: number
    customers: number
    share: number | null
    repeat_rate: number | null
  }[]
  readonly win_back: {
    silent_days: number
    customers: number
    came_back: number
    rate: number | null
    interval: [number, number] | null
  }[]
}

const RULE =
  'An order is new when it is the first of its customer’s whole history, else returning. Repeat rate within N days: second order at most N days after the first, of customers whose first order is at least N days old. Between orders: days between days with orders. Active: an order within active_days before the step’s end. Win-back: of silences of that length reached at least 90 days ago (one customer may have several), those that ended within the next 90 days. Intervals: Wilson, 90 %'

const WINDOWS = [30, 60, 90, 180, 365]
const SILENCES = [30, 60, 90, 120, 180, 270, 365]
const GAP_BOUNDS = [1, 8, 15, 31, 61, 91, 121, 181, 366]
const COUNT_BOUNDS = [1, 2, 3, 4, 5, 6, 11, 21]

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
const meanOf = (values: readonly number[]): number | null =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null

const repeatAnswer = ({ days, base, reached, ...rest }: Rate) => ({
  days,
  mature: base,
  repeated: reached,
  ...rest,
})
const winBackAnswer = ({ days, base, reached, ...rest }: Rate) => ({
  silent_days: days,
  customers: base,
  came_back: reached,
  ...rest,
})

function stepsOf(base: CustomerBase, rows: readonly OrderRanksRow[], input: RetentionInput): StepAnswer[] {
  const over = lastComplete(base.asOf, input.by)
  const ends = rows.map(({ date }) => {
    const end = addDays(stepStart(stepOf(date, input.by) + 1, input.by), -1)
    return dayNumber(end < base.asOf ? end : base.asOf)
  })
  const active = activeAt(base.days, ends, input.active_days)
  return rows.map(({ new_net, returning_net, ...row }, at) => ({
    ...row,
    complete: stepOf(row.date, input.by) <= over,
    new_net_sales: toMajor(new_net, base.currency),
    returning_net_sales: toMajor(returning_net, base.currency),
    active_customers: active[at]!.customers,
    orders_per_active: ratio(active[at]!.orders, active[at]!.customers),
  }))
}

const betweenOf = ({ gaps, firstGaps }: Spans): RetentionAnswer['between_orders'] => ({
  median_days: finite(median(gaps)),
  mean_days: meanOf(gaps),
  first_to_second_median_days: finite(median(firstGaps)),
  distribution: bucketed(gaps, GAP_BOUNDS),
})

function frequencyOf({ counts }: Spans): RetentionAnswer['frequency'] {
  const once = counts.filter((count) => count === 1).length
  return {
    orders_per_customer: meanOf(counts),
    one_time: once,
    one_time_share: ratio(once, counts.length),
    distribution: bucketed(counts, COUNT_BOUNDS),
  }
}

const productAnswer = (row: FirstProductRow, oneTime: number) => ({
  product_id: row.product_id,
  title: row.title,
  one_time: row.one_time,
  customers: row.customers,
  share: ratio(row.one_time, oneTime),
  repeat_rate: ratio(row.back, row.mature),
})

/** Who comes back, when, and after what. */
export async function retentionAnswer(
  context: CustomerContext,
  input: RetentionInput,
): Promise<Outcome<RetentionAnswer>> {
  const found = await customerBase(context, input)
  if (!found.ok) return found
  const base = found.value
  const days = base?.days
  const spans = base && days ? spansOf(days, base.asOfNumber) : { gaps: [], firstGaps: [], counts: [] }
  const [ranks, products] = base
    ? await Promise.all([
        ask(context, orderRanks(base.currency, base.asOf, input.by)),
        ask(context, firstProducts(base.currency, base.asOf, 20)),
      ])
    : [[], []]
  const frequency = frequencyOf(spans)
  const once = frequency.one_time === spans.counts.length && frequency.one_time > 0
  const notes = once ? [{ code: 'ALL_ONE_ORDER', params: { customers: frequency.one_time } }] : []
  return success({
    ...customerHead(context, base, spans.counts.length, RULE, notes),
    by: input.by,
    steps: base ? stepsOf(base, ranks, input) : [],
    active_days: input.active_days,
    repeat_rates: base ? repeatRates(base.days, base.asOfNumber, WINDOWS).map(repeatAnswer) : [],
    between_orders: betweenOf(spans),
    frequency,
    first_products: products.map((row) => productAnswer(row, frequency.one_time)),
    win_back: base ? winBack(base.days, base.asOfNumber, SILENCES).map(winBackAnswer) : [],
  })
}
