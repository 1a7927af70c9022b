import type { Dimension, Grain, Scope, Shift } from '../../model/metric.ts'
import type { Scalar } from '../statement.ts'
import {
  bucketColumns,
  dateText,
  FIRST_ORDERS,
  type Fragment,
  grouping,
  keyIndex,
  type KeyExpression,
  NOTHING,
  within,
} from './fragments.ts'

/** A request for sums: whole periods (`grain` null) or steps as well, split by `keys` of a dimension or not. */
export interface FigureRequest {
  readonly scope: Scope
  readonly grain: Grain | null
  /** From the comparison period to the present one (`analytics/period.ts`, alignment). */
  readonly shift: Shift | null
  /** The keys to tell apart; all others fall under 0. */
  readonly split?: { readonly dimension: Dimension; readonly keys: readonly string[] } | undefined
}

/** What differs between summing lines and summing orders. */
interface Scan {
  readonly table: 'store.lines' | 'store.orders'
  readonly columns: string
  readonly condition: string
  readonly join: string
  readonly withFirstOrders: boolean
  readonly aggregates: string
  readonly key: KeyExpression | undefined
}

const keyOf = (scan: Scan, request: FigureRequest): Fragment => {
  if (!request.split || !scan.key || request.split.keys.length === 0) return { sql: '0', params: [] }
  return keyIndex(scan.key.expression, request.split.keys)
}

const branch = (scan: Scan, request: FigureRequest, past: boolean): Fragment => {
  const { scope, grain, shift } = request
  const period = past ? scope.previous : scope.period
  if (!period) return NOTHING
  const key = keyOf(scan, request)
  const days = within('t.day', period)
  return {
    sql: `SELECT ${past ? 1 : 0} AS period, ${bucketColumns(grain, past ? shift : null)}, coalesce(${key.sql}, 0) AS "key", ${scan.columns}
      FROM ${scan.table} t ${scan.join} ${scan.key?.join ?? ''}
      WHERE ${scan.condition} AND t.currency = ? AND ${days.sql}`,
    params: [...key.params, scope.currency, ...days.params],
  }
}

/** Sums over the present and the past period. The periods may overlap (two years against the year before). */
export function figureScan(scan: Scan, request: FigureRequest): { sql: string; params: Scalar[] } {
  const branches = [branch(scan, request, false), branch(scan, request, true)].filter(({ sql }) => sql !== '')
  const first = scan.withFirstOrders || scan.key?.needsFirstOrders ? `WITH ${FIRST_ORDERS} ` : ''
  return {
    sql: `${first}SELECT period, ${dateText(request.grain)} AS date, CAST("key" AS INTEGER) AS "key", ${scan.aggregates}
      FROM (${branches.map(({ sql }) => sql).join(' UNION ALL ')})
      GROUP BY ${grouping(request.grain)}`,
    params: branches.flatMap(({ params }) => [...params]),
  }
}
