import { median } from '../../analytics/forecast/statistics.ts'
import { spansBySegment } from '../../analytics/customers/retention.ts'
import type { Words } from '../../analytics/customers/reasons.ts'
import { SEGMENTS, type SegmentName } from '../../analytics/customers/segment-rule.ts'
import { toMajor } from '../../model/currency.ts'
import type { Period } from '../../model/metric.ts'
import { type Outcome, success } from '../../model/outcome.ts'
import { behaviourBaskets, type BehaviourBasketRow } from '../../query/sql/behaviour-baskets.ts'
import { behaviourCategories, type BehaviourCategoryRow } from '../../query/sql/behaviour-categories.ts'
import { behaviourCustomers, type BehaviourCustomersRow } from '../../query/sql/behaviour-customers.ts'
import { deductionsThere } from '../../query/sql/deductions-there.ts'
import { behaviourHours, type BehaviourHoursRow } from '../../query/sql/behaviour-hours.ts'
import { ask, type RangeInput, resolveRange } from '../dashboard/range.ts'
import { customerBase, type CustomerContext, type CustomerHead, customerHead } from './base.ts'
import { judgeAsOf } from './judge.ts'
import { ratio } from './segment-totals.ts'

export type BehaviourInput = Pick<RangeInput, 'from' | 'to' | 'preset' | 'currency'>

export interface SegmentBehaviour {
  readonly segment: 'all' | SegmentName
  readonly customers: number
  readonly orders: number
  readonly net_sales: number
  readonly average_order_value: number | null
  readonly units_per_order: number | null
  readonly products_per_order: number | null
  readonly discounted_orders_share: number | null
  readonly discount_rate: number | null
  readonly return_rate: number | null
  readonly returning_customers_share: number | null
  readonly median_gap_days: number | null
  readonly weekdays: number[]
  readonly hours: number[]
  readonly categories: { category: string; net_sales: number; share: number | null }[]
  readonly basket_sizes: { from: number; to: number | null; count: number }[]
}

export interface BehaviourAnswer extends CustomerHead {
  readonly from: string | null
  readonly to: string | null
  readonly segments: SegmentBehaviour[]
}

const RULE =
  'Orders of the period by the segment that their customer has now by the rule of analytics/rfm; all holds orders without a known customer too. Returns are those booked in the period over gross sales of the period. Products per order counts different products. Median gap: days between days with orders, over the whole history'

interface Rows {
  readonly hours: readonly BehaviourHoursRow[]
  readonly customers: readonly BehaviourCustomersRow[]
  readonly categories: readonly BehaviourCategoryRow[]
  readonly baskets: readonly BehaviourBasketRow[]
}

const TOP_CATEGORIES = 8
const BASKETS: readonly (readonly [number, number | null])[] = [
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 5],
  [6, 9],
  [10, 19],
  [20, null],
]

function categoriesOf(
  rows: readonly BehaviourCategoryRow[],
  currency: string,
): SegmentBehaviour['categories'] {
  const sums = new Map<string, number>()
  for (const { category, net } of rows) sums.set(category, (sums.get(category) ?? 0) + net)
  const whole = [...sums.values()].reduce((sum, net) => sum + net, 0)
  return [...sums]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, TOP_CATEGORIES)
    .map(([category, net]) => ({ category, net_sales: toMajor(net, currency), share: ratio(net, whole) }))
}

/** What the files hold at all: a column that no file has is not zero, it is not known. */
interface Given {
  readonly discounts: boolean
  readonly categories: boolean
}

const notesOf = (given: Given): Words[] => [
  ...(given.discounts ? [] : [{ code: 'NO_DISCOUNTS_GIVEN', params: {} }]),
  ...(given.categories ? [] : [{ code: 'NO_CATEGORIES_GIVEN', params: {} }]),
]

const total = <Row>(list: readonly Row[], read: (row: Row) => number): number =>
  list.reduce((sum, row) => sum + read(row), 0)

const ordersOf = ({ hours }: Rows, isMeant: (row: Rows['hours'][number]) => boolean): number =>
  total(hours.filter(isMeant), (row) => row.orders)

/** Sums over the rows of some segments. */
function describe(
  segment: SegmentBehaviour['segment'],
  rows: Rows,
  gaps: readonly number[],
  currency: string,
  given: Given,
): SegmentBehaviour {
  const orders = total(rows.hours, (row) => row.orders)
  const net = total(rows.hours, (row) => row.net)
  const known = rows.customers.filter((row) => row.segment >= 0)
  const customers = total(known, (row) => row.customers)
  const gap = median(gaps)
  return {
    segment,
    customers,
    orders,
    net_sales: toMajor(net, currency),
    average_order_value: orders > 0 ? toMajor(Math.round(net / orders), currency) : null,
    units_per_order: ratio(
      total(rows.hours, (row) => row.units),
      orders,
    ),
    products_per_order: ratio(
      total(rows.baskets, (row) => row.products),
      total(rows.baskets, (row) => row.orders),
    ),
    discounted_orders_share: given.discounts
      ? ratio(
          total(rows.hours, (row) => row.discounted),
          orders,
        )
      : null,
    discount_rate: given.discounts
      ? ratio(
          total(rows.hours, (row) => row.discount),
          total(rows.hours, (row) => row.gross),
        )
      : null,
    return_rate: ratio(
      total(rows.customers, (row) => row.returned),
      total(rows.customers, (row) => row.gross),
    ),
    returning_customers_share: ratio(
      total(known, (row) => row.returning),
      customers,
    ),
    median_gap_days: Number.isFinite(gap) ? gap : null,
    weekdays: Array.from({ length: 7 }, (_, day) => ordersOf(rows, ({ weekday }) => weekday === day + 1)),
    hours: Array.from({ length: 24 }, (_, at) => ordersOf(rows, ({ hour }) => hour === at)),
    categories: given.categories ? categoriesOf(rows.categories, currency) : [],
    basket_sizes: BASKETS.map(([from, to]) => ({
      from,
      to,
      count: total(rows.baskets, (row) => (row.size >= from && row.size <= (to ?? 20) ? row.orders : 0)),
    })),
  }
}

async function readRows(
  context: CustomerContext,
  currency: string,
  period: Period,
  customers: ArrayLike<number>,
  codes: Int32Array,
): Promise<Rows> {
  const who = { customers, codes }
  const [hours, seen, categories, baskets] = await Promise.all([
    ask(context, behaviourHours(currency, period, who)),
    ask(context, behaviourCustomers(currency, period, who)),
    ask(context, behaviourCategories(currency, period, who)),
    ask(context, behaviourBaskets(currency, period, who)),
  ])
  return { hours, customers: seen, categories, baskets }
}

const only = (rows: Rows, code: number): Rows => ({
  hours: rows.hours.filter(({ segment }) => segment === code),
  customers: rows.customers.filter(({ segment }) => segment === code),
  categories: rows.categories.filter(({ segment }) => segment === code),
  baskets: rows.baskets.filter(({ segment }) => segment === code),
})

/** When, what and how much each segment buys, in a period. */
export async function behaviourAnswer(
  context: CustomerContext,
  input: BehaviourInput,
): Promise<Outcome<BehaviourAnswer>> {
  const range = await resolveRange(context, { preset: 'last_12_months', ...input, compare: 'none' })
  if (!range.ok) return range
  const found = await customerBase(context, { currency: input.currency })
  if (!found.ok) return found
  const base = found.value
  if (!base || !range.value)
    return success({
      ...customerHead(context, null, 0, RULE),
      from: null,
      to: null,
      segments: [],
    })
  const { facts, segments } = judgeAsOf(base, base.asOfNumber)
  const codes = Int32Array.from(segments, (name) => SEGMENTS.indexOf(name))
  const { period } = range.value
  const [rows, [there]] = await Promise.all([
    readRows(context, base.currency, period, facts.id, codes),
    ask(context, deductionsThere(base.currency)),
  ])
  const given = {
    discounts: there?.discounts ?? false,
    categories: rows.categories.some(({ category }) => category !== ''),
  }
  const gaps = spansBySegment(base.days, base.asOfNumber, codes, SEGMENTS.length)
  const head = customerHead(context, base, facts.count, RULE, rows.hours.length > 0 ? notesOf(given) : [])
  return success({
    ...head,
    notes: head.notes.map((note) =>
      note.code === 'GUEST_ORDERS' ? { ...note, code: 'GUESTS_AMONG_ALL' } : note,
    ),
    from: period.from,
    to: period.to,
    segments: [
      describe('all', rows, gaps.flat(), base.currency, given),
      ...SEGMENTS.map((name, code) =>
        describe(name, only(rows, code), gaps[code] ?? [], base.currency, given),
      ),
    ],
  })
}
