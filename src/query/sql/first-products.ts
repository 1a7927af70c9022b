import type { Statement } from '../statement.ts'
import { FIRST_ORDERS } from './fragments.ts'

/** A product of first orders. `mature`: customers whose first order is at least 90 days old; `back`: those of them who ordered again within 90. */
export interface FirstProductRow {
  readonly product_id: string
  readonly title: string | null
  readonly customers: number
  readonly one_time: number
  readonly mature: number
  readonly back: number
}

/** Products of the first orders, those first with which most one-time buyers began; an order counts for each of its products. */
export const firstProducts = (currency: string, to: string, limit: number): Statement<FirstProductRow> => ({
  sql: `WITH ${FIRST_ORDERS},
    buyers AS (SELECT o.customer_id, any_value(f.first_id) AS first_id, min(o.day) FILTER (o.order_id = f.first_id) AS first_day,
        count(*) AS orders, min(o.day) FILTER (o.order_id <> f.first_id) AS second_day
      FROM store.orders o JOIN first_orders f ON f.customer_id = o.customer_id
      WHERE o.kind = 'sale' AND o.currency = ? AND o.day <= CAST(? AS DATE) GROUP BY o.customer_id),
    begun AS (SELECT DISTINCT b.customer_id, b.orders, b.first_day, b.second_day, l.product_id
      FROM buyers b JOIN store.lines l ON l.order_id = b.first_id
      WHERE l.kind = 'product' AND l.quantity > 0 AND l.product_id IS NOT NULL AND b.first_day IS NOT NULL)
    SELECT b.product_id, any_value(p.title) AS title, CAST(count(*) AS DOUBLE) AS customers,
      CAST(count(*) FILTER (b.orders = 1) AS DOUBLE) AS one_time,
      CAST(count(*) FILTER (b.first_day <= CAST(? AS DATE) - 90) AS DOUBLE) AS mature,
      CAST(count(*) FILTER (b.first_day <= CAST(? AS DATE) - 90 AND b.second_day <= b.first_day + 90) AS DOUBLE) AS back
    FROM begun b LEFT JOIN (SELECT product_id, any_value(title) AS title FROM store.products GROUP BY product_id) p ON p.product_id = b.product_id
    GROUP BY b.product_id ORDER BY one_time DESC, customers DESC, b.product_id LIMIT ?`,
  params: [currency, to, to, to, limit],
})
