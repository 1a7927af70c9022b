import type { Dimension, Period } from '../../model/metric.ts'
import type { Scalar, Statement } from '../statement.ts'
import { FIRST_ORDERS, type Fragment, type KeyExpression, NOTHING, within } from './fragments.ts'

/** Rows behind a figure: which currency and days, one key of a dimension or all, and which page. */
export interface RowsRequest {
  readonly currency: string
  readonly period: Period
  readonly only?: { readonly dimension: Dimension; readonly key: string } | undefined
  readonly limit: number
  readonly offset: number
}

/** What the rows add up to: how many they are and the sum of their `amount` (minor units or a count). */
export interface RowsTotalRow {
  readonly count: number
  readonly amount: number
}

/** The page of rows and the statement that says what all of them add up to. */
export interface RowsBehind<Row> {
  readonly page: Statement<Row>
  readonly total: Statement<RowsTotalRow>
}

/** `WHERE` of a table `t` by currency, days, and one key of a dimension when asked. */
export function rowsCondition(request: RowsRequest, key: KeyExpression | undefined): Fragment {
  const days = within('t.day', request.period)
  const only: Fragment =
    request.only && key ? { sql: ` AND ${key.expression} = ?`, params: [request.only.key] } : NOTHING
  return {
    sql: `t.currency = ? AND ${days.sql}${only.sql}`,
    params: [request.currency, ...days.params, ...only.params],
  }
}

/** Makes both statements from one selection: `source` gives the listed columns and `amount`. */
export function rowsBehind<Row>(
  source: Fragment,
  columns: string,
  order: string,
  request: RowsRequest,
  withFirstOrders: boolean,
): RowsBehind<Row> {
  const head = withFirstOrders ? `WITH ${FIRST_ORDERS} ` : ''
  const paged: Scalar[] = [...source.params, request.limit, request.offset]
  return {
    page: {
      sql: `${head}SELECT ${columns} FROM (${source.sql}) ORDER BY ${order} LIMIT CAST(? AS BIGINT) OFFSET CAST(? AS BIGINT)`,
      params: paged,
    },
    total: {
      sql: `${head}SELECT CAST(count(*) AS DOUBLE) AS count, CAST(coalesce(sum(amount), 0) AS DOUBLE) AS amount
        FROM (${source.sql})`,
      params: source.params,
    },
  }
}
