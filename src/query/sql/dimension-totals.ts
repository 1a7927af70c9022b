import type { Dimension, Scope } from '../../model/metric.ts'
import type { Statement } from '../statement.ts'
import {
  FIRST_ORDERS,
  type Fragment,
  type KeyExpression,
  lineKey,
  within,
  withinEither,
} from './fragments.ts'

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

const SUMS = [
  ['gross', 'gross', 'present'],
  ['discount', 'discount', 'present'],
  ['returned', 'returned', 'present'],
  ['net', 'net', 'present'],
  ['units', 'greatest(quantity, 0)', 'present'],
  ['previous_net', 'net', 'past'],
  ['previous_units', 'greatest(quantity, 0)', 'past'],
] as const

const AGGREGATES = SUMS.map(
  ([name, expression, flag]) => `CAST(coalesce(sum(${expression}) FILTER (${flag}), 0) AS DOUBLE) AS ${name}`,
).join(', ')

const NAMES = SUMS.map(([name]) => name).join(', ')

const OVERALL = `sum(net) OVER () AS total_net, sum(previous_net) OVER () AS total_previous_net,
  sum(units) OVER () AS total_units, CAST(count(*) OVER () AS DOUBLE) AS keys`

/** A product's name: the catalogue's, else the one on its lines. */
const CATALOGUE_TITLE =
  'coalesce((SELECT any_value(p.title) FROM store.products p WHERE p.product_id = "key"), title)'

const scoped = (key: KeyExpression, present: Fragment, past: Fragment, days: Fragment): string =>
  `SELECT ${key.expression} AS "key", t.title AS title, ${present.sql} AS present, ${past.sql} AS past,
    t.gross AS gross, t.discount AS discount, t.returned AS returned, t.net AS net, t.quantity AS quantity
  FROM store.lines t ${key.join}
  WHERE t.kind = 'product' AND t.currency = ? AND ${days.sql}`

/** Net sales and units of product lines by the keys of a dimension, both periods in one pass over the lines. */
export function dimensionTotals(request: DimensionRequest): Statement<DimensionTotalsRow> {
  const { scope, dimension, sort, limit, offset } = request
  const key = lineKey(dimension)
  const product = dimension === 'product'
  const present = within('t.day', scope.period)
  const past = scope.previous ? within('t.day', scope.previous) : NEVER
  const days = withinEither('t.day', scope.period, scope.previous)
  const order = `ORDER BY ${DIMENSION_SORTS[sort]}, "key"`
  return {
    sql: `${key.needsFirstOrders ? `WITH ${FIRST_ORDERS} ` : ''}
      SELECT "key", ${product ? CATALOGUE_TITLE : 'CAST(NULL AS VARCHAR)'} AS title, ${NAMES},
        total_net, total_previous_net, total_units, keys
      FROM (SELECT "key", title, ${NAMES}, ${OVERALL}
        FROM (SELECT "key", ${product ? 'max(title)' : "''"} AS title, ${AGGREGATES}
          FROM (${scoped(key, present, past, days)}) GROUP BY "key")
        ${order} LIMIT CAST(? AS BIGINT) OFFSET CAST(? AS BIGINT))
      ${order}`,
    params: [...present.params, ...past.params, scope.currency, ...days.params, limit, offset],
  }
}
