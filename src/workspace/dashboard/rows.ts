import { figuresFor, METRIC_DEFINITIONS } from '../../analytics/metrics/dictionary.ts'
import type { Axes } from '../../model/definitions.ts'
import { toMajor } from '../../model/currency.ts'
import type { Dimension, MetricName } from '../../model/metric.ts'
import { invalidFields, type Outcome, success } from '../../model/outcome.ts'
import { orderKey } from '../../query/sql/fragments.ts'
import type { RowsBehind, RowsRequest } from '../../query/sql/rows-behind.ts'
import { isCustomerRowsMetric, rowsCustomers } from '../../query/sql/rows-customers.ts'
import { isLineRowsMetric, rowsLines } from '../../query/sql/rows-lines.ts'
import { isOrderSumMetric, rowsOrderSums } from '../../query/sql/rows-order-sums.ts'
import { isOrderRowsMetric, rowsOrders } from '../../query/sql/rows-orders.ts'
import { rowsProducts } from '../../query/sql/rows-products.ts'
import { whoAre } from '../../query/customers/who.ts'
import { figureTable, presented } from './figures.ts'
import {
  ask,
  type DashboardContext,
  type Range,
  rangeAnswer,
  type RangeAnswer,
  type RangeInput,
  resolveRange,
} from './range.ts'

export interface RowsInput extends RangeInput {
  readonly metric: MetricName
  /** Only the rows of one key of a dimension; '' for those without. */
  readonly dimension?: Dimension | undefined
  readonly key?: string | undefined
  readonly limit: number
  readonly offset: number
}

export type RowKind = 'line' | 'order' | 'order_sum' | 'customer' | 'product'
type Row = Readonly<Record<string, unknown>>

export interface RowsAnswer extends RangeAnswer {
  readonly metric: MetricName
  readonly unit: 'money' | 'count' | 'ratio'
  readonly row: RowKind
  /** The figure on its tile, and what `amount` of all rows adds up to: the same, but for averages and rates. */
  readonly figure: number | null
  readonly sum: number
  readonly items: Row[]
  readonly total: number
  readonly next: number | null
}

const MONEY = ['gross', 'discount', 'returned', 'net', 'tax', 'shipping', 'cost'] as const

/** Figures whose rows carry counts in `amount`. */
const COUNTED: readonly MetricName[] = [
  'units',
  'orders',
  'products_sold',
  'customers',
  'new_customers',
  'returning_customers',
  'returning_rate',
]

function statements(
  metric: MetricName,
  request: RowsRequest,
  axes?: Axes,
): { kind: RowKind; rows: RowsBehind<object> } {
  if (isLineRowsMetric(metric)) return { kind: 'line', rows: rowsLines(metric, request) }
  if (isOrderRowsMetric(metric)) return { kind: 'order', rows: rowsOrders(metric, request) }
  if (isOrderSumMetric(metric)) return { kind: 'order_sum', rows: rowsOrderSums(metric, request, axes) }
  if (isCustomerRowsMetric(metric)) return { kind: 'customer', rows: rowsCustomers(metric, request) }
  return { kind: 'product', rows: rowsProducts(request) }
}

/** A dimension that only lines know can narrow only what is made of lines. */
const narrows = (metric: MetricName, dimension: Dimension): boolean =>
  isLineRowsMetric(metric) || metric === 'products_sold' || orderKey(dimension) !== undefined

const inMajor = (row: object, currency: string, counted: boolean): Row => {
  const names: readonly string[] = counted ? MONEY : [...MONEY, 'amount']
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      names.includes(name) && typeof value === 'number' ? toMajor(value, currency) : value,
    ]),
  )
}

/** Rows with `customer`, as the shop knows them: name, else e-mail, else its own id; our keys say nothing to a reader. */
async function withCustomers(context: DashboardContext, rows: Row[]): Promise<Row[]> {
  const keys = rows.map((row) => row['customer_id']).filter((key) => typeof key === 'number')
  if (keys.length === 0) return rows
  const people = await ask(context, whoAre([...new Set(keys)]))
  const names = new Map(
    people.map((who) => [who.customer_id, who.name ?? who.email ?? who.platform_id ?? who.phone]),
  )
  return rows.map((row) => ({ ...row, customer: names.get(Number(row['customer_id'])) ?? null }))
}

async function figureOf(context: DashboardContext, range: Range, input: RowsInput): Promise<number | null> {
  const { metric, dimension, key } = input
  const split = dimension && key !== undefined ? { dimension, keys: [key] } : undefined
  const scope = { ...range.scope, previous: null }
  const table = await figureTable(
    context,
    { scope, grain: null, shift: null, split },
    figuresFor(metric, context.axes),
  )
  return presented(metric, table.at(0, null, split ? 1 : 0), range.currency, context.axes)
}

async function answerRows(context: DashboardContext, range: Range, input: RowsInput): Promise<RowsAnswer> {
  const { metric, dimension, key, limit, offset } = input
  const only = dimension && key !== undefined ? { dimension, key } : undefined
  const { kind, rows } = statements(
    metric,
    {
      currency: range.currency,
      period: range.period,
      only,
      limit,
      offset,
    },
    context.axes,
  )
  const [page, totals, figure] = await Promise.all([
    ask(context, rows.page),
    ask(context, rows.total),
    figureOf(context, range, input),
  ])
  const counted = COUNTED.includes(metric)
  const { count, amount } = totals[0] ?? { count: 0, amount: 0 }
  return {
    ...rangeAnswer(context, range),
    metric,
    unit: METRIC_DEFINITIONS[metric].unit,
    row: kind,
    figure,
    sum: counted ? amount : toMajor(amount, range.currency),
    items: await withCustomers(
      context,
      page.map((row) => inMajor(row, range.currency, counted)),
    ),
    total: count,
    next: offset + page.length < count ? offset + page.length : null,
  }
}

/** The order lines, orders, customers or products that make a figure, paged, with what all of them add up to. */
export async function rowsBehindFigure(
  context: DashboardContext,
  input: RowsInput,
): Promise<Outcome<RowsAnswer>> {
  const { metric, dimension, key } = input
  if ((dimension === undefined) !== (key === undefined))
    return invalidFields({ [dimension ? 'key' : 'dimension']: 'dimension and key go together' })
  if (dimension && !narrows(metric, dimension))
    return invalidFields({ dimension: `${metric} is not known by ${dimension}` })
  const resolved = await resolveRange(context, { ...input, compare: 'none' })
  if (!resolved.ok) return resolved
  if (resolved.value) return success(await answerRows(context, resolved.value, input))
  return success({
    ...rangeAnswer(context, null),
    metric,
    unit: METRIC_DEFINITIONS[metric].unit,
    row: statements(metric, { currency: '', period: { from: '', to: '' }, limit: 0, offset: 0 }).kind,
    figure: null,
    sum: 0,
    items: [],
    total: 0,
    next: null,
  })
}
