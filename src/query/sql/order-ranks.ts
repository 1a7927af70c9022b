import type { Statement } from '../statement.ts'
import { FIRST_ORDERS } from './fragments.ts'

/** Orders of a step by their rank in the customer's whole history; amounts in minor units. */
export interface OrderRanksRow {
  /** First day of the step. */
  readonly date: string
  readonly new_orders: number
  readonly returning_orders: number
  readonly guest_orders: number
  readonly new_net: number
  readonly returning_net: number
  readonly new_customers: number
  readonly returning_customers: number
}

/** New and returning orders by step, up to a day. A customer may be new and returning within one step. */
export const orderRanks = (
  currency: string,
  to: string,
  step: 'week' | 'month' | 'quarter',
): Statement<OrderRanksRow> => ({
  sql: `WITH ${FIRST_ORDERS}
    SELECT strftime(step, '%Y-%m-%d') AS date, CAST(count(*) FILTER (rank = 'new') AS DOUBLE) AS new_orders,
      CAST(count(*) FILTER (rank = 'returning') AS DOUBLE) AS returning_orders, CAST(count(*) FILTER (rank = 'guest') AS DOUBLE) AS guest_orders,
      CAST(coalesce(sum(net) FILTER (rank = 'new'), 0) AS DOUBLE) AS new_net, CAST(coalesce(sum(net) FILTER (rank = 'returning'), 0) AS DOUBLE) AS returning_net,
      CAST(count(DISTINCT customer_id) FILTER (rank = 'new') AS DOUBLE) AS new_customers,
      CAST(count(DISTINCT customer_id) FILTER (rank = 'returning') AS DOUBLE) AS returning_customers
    FROM (SELECT CAST(date_trunc('${step}', t.day) AS DATE) AS step, t.customer_id AS customer_id, t.net AS net,
        CASE WHEN t.customer_id IS NULL THEN 'guest' WHEN t.order_id = f.first_id THEN 'new' ELSE 'returning' END AS rank
      FROM store.orders t LEFT JOIN first_orders f ON f.customer_id = t.customer_id
      WHERE t.kind = 'sale' AND t.currency = ? AND t.day <= CAST(? AS DATE))
    GROUP BY step ORDER BY step`,
  params: [currency, to],
})
