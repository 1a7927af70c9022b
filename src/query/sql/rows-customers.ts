import { orderKey } from './fragments.ts'
import { type RowsBehind, rowsBehind, rowsCondition, type RowsRequest } from './rows-behind.ts'

/** A customer with a sale in the period; `amount` is 1 when the customer makes the figure. */
export interface CustomerRow {
  readonly customer_id: number
  readonly orders: number
  readonly net: number
  readonly first_day: string
  readonly last_day: string
  readonly is_new: boolean
  readonly amount: number
}

const WHICH = {
  customers: ['true', '1'],
  new_customers: ['is_new', '1'],
  returning_customers: ['is_returning', '1'],
  returning_rate: ['true', 'CASE WHEN is_returning THEN 1 ELSE 0 END'],
} as const
export type CustomerRowsMetric = keyof typeof WHICH

export const isCustomerRowsMetric = (metric: string): metric is CustomerRowsMetric => metric in WHICH

const COLUMNS = `customer_id, CAST(orders AS DOUBLE) AS orders, CAST(net AS DOUBLE) AS net,
  strftime(first_day, '%Y-%m-%d') AS first_day, strftime(last_day, '%Y-%m-%d') AS last_day, is_new,
  CAST(amount AS DOUBLE) AS amount`

/**
 * The customers behind a figure, those with most net first; `first_day` and `last_day` are of their orders in the
 * period, `is_new` says that the first order of their whole history is among them; they return when another one is.
 */
export function rowsCustomers(metric: CustomerRowsMetric, request: RowsRequest): RowsBehind<CustomerRow> {
  const key = request.only && orderKey(request.only.dimension)
  const condition = rowsCondition(request, key)
  const [which, amount] = WHICH[metric]
  const joined = key?.needsFirstOrders ? '' : 'LEFT JOIN first_orders f ON f.customer_id = t.customer_id'
  const source = {
    sql: `SELECT customer_id, orders, net, first_day, last_day, is_new, ${amount} AS amount FROM (
      SELECT t.customer_id AS customer_id, count(*) AS orders, sum(t.net) AS net, min(t.day) AS first_day,
        max(t.day) AS last_day, bool_or(t.order_id = f.first_id) AS is_new, bool_or(t.order_id <> f.first_id) AS is_returning
      FROM store.orders t ${joined} ${key?.join ?? ''}
      WHERE t.kind = 'sale' AND t.customer_id IS NOT NULL AND ${condition.sql}
      GROUP BY t.customer_id) WHERE ${which}`,
    params: condition.params,
  }
  return rowsBehind(source, COLUMNS, 'net DESC, customer_id', request, true)
}
