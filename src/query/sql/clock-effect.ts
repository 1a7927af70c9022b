import type { Statement } from '../statement.ts'

/** Sales by what their file says of the time: a point in time, a clock on the wall, or nothing that is known. */
export interface StampsRow {
  readonly instant: number
  readonly wall: number
  readonly unknown: number
}

/** How many sales there are of each kind of stamp. */
export const stampsOfOrders = (): Statement<StampsRow> => ({
  sql: `SELECT CAST(count(*) FILTER (is_instant) AS DOUBLE) AS instant, CAST(count(*) FILTER (is_instant = false) AS DOUBLE) AS wall,
      CAST(count(*) FILTER (is_instant IS NULL) AS DOUBLE) AS unknown FROM store.orders WHERE kind = 'sale'`,
  params: [],
})

export interface MovedRow {
  readonly days: number
  readonly months: number
}

/** Orders whose day, and whose month, differ between `store` and the views of another clock. */
export const movedOrders = (schema: string): Statement<MovedRow> => ({
  sql: `SELECT CAST(count(*) AS DOUBLE) AS days,
      CAST(count(*) FILTER (date_trunc('month', a.day) <> date_trunc('month', b.day)) AS DOUBLE) AS months
    FROM store.orders a JOIN ${schema}.orders b ON b.order_id = a.order_id
    WHERE a.kind IN ('sale', 'return') AND a.day <> b.day`,
  params: [],
})

/** Net sales of a month, in minor units, by the one clock and by the other. */
export interface MonthChangeRow {
  readonly month: string
  readonly before: number
  readonly after: number
}

/** Months whose net sales in a currency another clock changes, the newest first. */
export const monthChanges = (schema: string, currency: string): Statement<MonthChangeRow> => {
  const side = (from: string, before: string, after: string) =>
    `SELECT date_trunc('month', day) AS month, ${before} AS before, ${after} AS after FROM ${from}.orders
     WHERE kind IN ('sale', 'return') AND currency = ?`
  return {
    sql: `SELECT strftime(month, '%Y-%m-%d') AS month, CAST(sum(before) AS DOUBLE) AS before, CAST(sum(after) AS DOUBLE) AS after
      FROM (${side('store', 'net', '0')} UNION ALL ${side(schema, '0', 'net')})
      GROUP BY month HAVING sum(before) <> sum(after) ORDER BY month DESC`,
    params: [currency, currency],
  }
}
