import type { Period } from '../../model/metric.ts'
import type { Statement } from '../statement.ts'
import { within } from './fragments.ts'
import { membersCte, type SegmentMembers } from './segment-members.ts'

/** Orders by how many different products they hold (20: twenty or more); segment −1: of no known customer. */
export interface BehaviourBasketRow {
  readonly segment: number
  readonly size: number
  readonly orders: number
  /** Sum of the products of these orders. */
  readonly products: number
}

export function behaviourBaskets(
  currency: string,
  period: Period,
  who: SegmentMembers,
): Statement<BehaviourBasketRow> {
  const members = membersCte(who)
  const days = within('l.day', period)
  return {
    sql: `WITH ${members.sql},
      baskets AS (SELECT order_id, any_value(customer_id) AS customer_id, count(DISTINCT product_id) AS products
        FROM store.lines l WHERE l.kind = 'product' AND l.quantity > 0 AND l.currency = ? AND ${days.sql} GROUP BY order_id)
      SELECT coalesce(m.segment, -1) AS segment, CAST(least(b.products, 20) AS INTEGER) AS size, CAST(count(*) AS DOUBLE) AS orders,
        CAST(sum(b.products) AS DOUBLE) AS products
      FROM baskets b LEFT JOIN members m ON m.customer_id = b.customer_id
      WHERE b.products > 0 GROUP BY 1, 2 ORDER BY 1, 2`,
    params: [...members.params, currency, ...days.params],
  }
}
