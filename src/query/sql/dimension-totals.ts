import type { Dimension, Period, Scope } from '../../model/metric.ts'
import type { Scalar, Statement } from '../statement.ts'
import { FIRST_ORDERS, type Fragment, lineKey, within, withinEither } from './fragments.ts'

/** One key of a dimension ('' is unknown): sums of both periods, minor units; `total_*` are over all keys. */
export interface DimensionTotalsRow {
  readonly key: string
  readonly title: string | null
  readonly gross: number
  readonly discount: number
  readonly returned: number
  readonly net: number
  readonly units: number
  readonly previous_net: number
  readonly previous_units: number
  readonly total_net: number
  readonly total_previous_net: number
  readonly total_units: number
  readonly keys: number
}

/** In which order the keys come: by net sales, units, or how far net sales moved, up, down or either way. */
export const DIMENSION_SORTS = {
  '-net_sales': 'net DESC',
  net_sales: 'net ASC',
  '-units': 'units DESC',
  '-gross_sales': 'gross DESC',
  '-returns': 'returned DESC',
  '-delta': 'net - previous_net DESC',
  delta: 'net - previous_net ASC',
  '-moved': 'abs(net - previous_net) DESC',
} as const
export type DimensionSort = keyof typeof DIMENSION_SORTS

export interface DimensionRequest {
  readonly scope: Scope
  readonly dimension: Dimension
  readonly sort: DimensionSort
  readonly limit: number
  readonly offset: number
}

const NEVER: Fragment = { sql: 'false', params: [] }

const sumIf = (period: Period | null) => {
  const flag = period ? within('day', period) : NEVER
  return (name: string, expression: string): Fragment => ({
    sql: `CAST(coalesce(sum(${expression}) FILTER (${flag.sql}), 0) AS DOUBLE) AS ${name}`,
    params: flag.params,
  })
}

const sums = (scope: Scope): Fragment[] => {
  const present = sumIf(scope.period)
  const past = sumIf(scope.previous)
  return [
    present('gross', 'gross'),
    present('discount', 'discount'),
    present('returned', 'returned'),
    present('net', 'net'),
    present('units', 'greatest(quantity, 0)'),
    past('previous_net', 'net'),
    past('previous_units', 'greatest(quantity, 0)'),
  ]
}

const TITLE = {
  product: `coalesce((SELECT any_value(p.title) FROM store.products p WHERE p.product_id = "key"), title)`,
  other: 'CAST(NULL AS VARCHAR)',
}

const OUTPUT = `gross, discount, returned, net, units, previous_net, previous_units,
  sum(net) OVER () AS total_net, sum(previous_net) OVER () AS total_previous_net, sum(units) OVER () AS total_units,
  CAST(count(*) OVER () AS DOUBLE) AS keys`

/** Net sales and units of product lines by the keys of a dimension, both periods in one pass over the lines. */
export function dimensionTotals(request: DimensionRequest): Statement<DimensionTotalsRow> {
  const { scope, dimension, sort, limit, offset } = request
  const key = lineKey(dimension)
  const product = dimension === 'product'
  const columns = sums(scope)
  const days = withinEither('t.day', scope.period, scope.previous)
  const params: Scalar[] = [
    ...columns.flatMap(({ params }) => [...params]),
    scope.currency,
    ...days.params,
    limit,
    offset,
  ]
  return {
    sql: `${key.needsFirstOrders ? `WITH ${FIRST_ORDERS} ` : ''}SELECT "key", ${product ? TITLE.product : TITLE.other} AS title, ${OUTPUT_NAMES}
      FROM (SELECT "key", title, ${OUTPUT} FROM (
        SELECT "key", ${product ? 'max(title)' : "''"} AS title, ${columns.map(({ sql }) => sql).join(', ')}
        FROM (SELECT ${key.expression} AS "key", t.title AS title, t.day AS day, t.gross AS gross, t.discount AS discount,
            t.returned AS returned, t.net AS net, t.quantity AS quantity
          FROM store.lines t ${key.join}
          WHERE t.kind = 'product' AND t.currency = ? AND ${days.sql})
        GROUP BY "key")
        ORDER BY ${DIMENSION_SORTS[sort]}, "key" LIMIT ? OFFSET ?)
      ORDER BY ${DIMENSION_SORTS[sort]}, "key"`,
    params,
  }
}

const OUTPUT_NAMES =
  'gross, discount, returned, net, units, previous_net, previous_units, total_net, total_previous_net, total_units, keys'
