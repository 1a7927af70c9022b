import { relativeChange } from '../../analytics/metrics/dictionary.ts'
import { toMajor } from '../../model/currency.ts'
import type { Dimension } from '../../model/metric.ts'
import { type Outcome, success } from '../../model/outcome.ts'
import {
  DIMENSION_SORTS,
  dimensionTotals,
  type DimensionSort,
  type DimensionTotalsRow,
} from '../../query/sql/dimension-totals.ts'
import { orderKey } from '../../query/sql/fragments.ts'
import { type FigureTable, figureTable } from './figures.ts'
import {
  ask,
  type DashboardContext,
  type Range,
  rangeAnswer,
  type RangeAnswer,
  type RangeInput,
  resolveRange,
} from './range.ts'

export interface TopInput extends RangeInput {
  readonly dimension: Dimension
  readonly sort?: DimensionSort | undefined
  readonly limit: number
  readonly offset: number
}

export interface TopItem {
  /** null: not known. */
  readonly key: string | null
  readonly name: string | null
  readonly net_sales: number
  readonly gross_sales: number
  readonly discounts: number
  readonly returns: number
  readonly units: number
  /** Of net sales of all keys; null when these are not positive. */
  readonly share: number | null
  readonly previous: number | null
  readonly change: number | null
  /** Part in the change of net sales. */
  readonly contribution: number | null
  /** Only where orders know the dimension. */
  readonly orders?: number
  readonly customers?: number
}

export interface TopAnswer extends RangeAnswer {
  readonly dimension: Dimension
  readonly items: TopItem[]
  readonly total: number
  /** Offset of the next page, or null. */
  readonly next: number | null
  readonly totals: {
    readonly net_sales: number
    readonly previous: number | null
    readonly units: number
  } | null
}

const item = (row: DimensionTotalsRow, range: Range): TopItem => {
  const major = (minor: number) => toMajor(minor, range.currency)
  const past = range.scope.previous !== null
  return {
    key: row.key === '' ? null : row.key,
    name: row.title ?? (row.key === '' ? null : row.key),
    net_sales: major(row.net),
    gross_sales: major(row.gross),
    discounts: major(row.discount),
    returns: major(row.returned),
    units: row.units,
    share: row.total_net > 0 ? row.net / row.total_net : null,
    previous: past ? major(row.previous_net) : null,
    change: past ? relativeChange(row.net, row.previous_net) : null,
    contribution: past ? major(row.net - row.previous_net) : null,
  }
}

async function withOrders(
  context: DashboardContext,
  range: Range,
  dimension: Dimension,
  rows: readonly DimensionTotalsRow[],
): Promise<TopItem[]> {
  const items = rows.map((row) => item(row, range))
  if (!orderKey(dimension) || rows.length === 0) return items
  const split = { dimension, keys: rows.map(({ key }) => key) }
  const scope = { ...range.scope, previous: null }
  const table: FigureTable = await figureTable(context, { scope, grain: null, shift: null, split }, [
    'orders',
    'customers',
  ])
  return items.map((one, index) => {
    const { orders, customers } = table.at(0, null, index + 1)
    return { ...one, orders: orders ?? 0, customers: customers ?? 0 }
  })
}

/** Products, countries, channels … by net sales of the period, each with its share and its change. */
export async function topKeys(context: DashboardContext, input: TopInput): Promise<Outcome<TopAnswer>> {
  const resolved = await resolveRange(context, input)
  if (!resolved.ok) return resolved
  const range = resolved.value
  const { dimension, limit, offset } = input
  const head = { ...rangeAnswer(context, range), dimension }
  const none = { ...head, items: [], total: 0, next: null, totals: null }
  if (!range) return success(none)
  const request = { scope: range.scope, dimension, sort: input.sort ?? '-net_sales', limit, offset } as const
  const rows = await ask(context, dimensionTotals(request))
  const first = rows[0]
  if (!first) return success(none)
  const major = (minor: number) => toMajor(minor, range.currency)
  return success({
    ...head,
    items: await withOrders(context, range, dimension, rows),
    total: first.keys,
    next: offset + rows.length < first.keys ? offset + rows.length : null,
    totals: {
      net_sales: major(first.total_net),
      previous: range.scope.previous ? major(first.total_previous_net) : null,
      units: first.total_units,
    },
  })
}

/** Orders that a list may be asked in. */
export const DIMENSION_SORT_NAMES = Object.keys(DIMENSION_SORTS) as DimensionSort[]
