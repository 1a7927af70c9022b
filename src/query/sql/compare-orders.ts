import type { Statement } from '../statement.ts'

/** How an order stands in two stores that are counted by the same rules. */
export type OrderFate = 'only_mine' | 'only_theirs' | 'different' | 'status' | 'same'

/** Orders of a fate; net sales in minor units. */
export interface OrderFateRow {
  readonly fate: OrderFate
  readonly orders: number
  readonly mine: number
  readonly theirs: number
}

/** One order that is not the same in both. */
export interface OrderDifferenceRow {
  readonly fate: OrderFate
  readonly order_id: string
  readonly day: string
  readonly mine: number | null
  readonly theirs: number | null
  readonly my_status: string | null
  readonly their_status: string | null
}

const ordersIn = (schema: string): string =>
  `SELECT order_id, sum(net) FILTER (kind = 'product') AS net, min(day) AS day, max(status) AS status
   FROM ${schema}.lines WHERE currency = ? AND order_id IS NOT NULL GROUP BY order_id`

const joined = (schema: string): string =>
  `WITH m AS (${ordersIn('store')}), t AS (${ordersIn(schema)}), j AS (
    SELECT coalesce(m.order_id, t.order_id) AS order_id, coalesce(m.day, t.day) AS day, coalesce(m.net, 0) AS mine,
      coalesce(t.net, 0) AS theirs, m.status AS my_status, t.status AS their_status,
      CASE WHEN t.order_id IS NULL THEN 'only_mine' WHEN m.order_id IS NULL THEN 'only_theirs'
        WHEN coalesce(m.net, 0) <> coalesce(t.net, 0) THEN 'different' WHEN m.status IS DISTINCT FROM t.status THEN 'status'
        ELSE 'same' END AS fate
    FROM m FULL JOIN t ON t.order_id = m.order_id)`

/** Orders of `store` held against those of another schema, by fate. What a kind sums to in both, less one another, is the whole difference. */
export const orderFates = (schema: string, currency: string): Statement<OrderFateRow> => ({
  sql: `${joined(schema)} SELECT fate, CAST(count(*) AS DOUBLE) AS orders, CAST(sum(mine) AS DOUBLE) AS mine,
    CAST(sum(theirs) AS DOUBLE) AS theirs FROM j GROUP BY fate ORDER BY fate`,
  params: [currency, currency],
})

/** Orders that differ, those that differ most first. */
export const orderDifferences = (
  schema: string,
  currency: string,
  limit: number,
): Statement<OrderDifferenceRow> => ({
  sql: `${joined(schema)} SELECT fate, order_id, strftime(day, '%Y-%m-%d') AS day,
      CASE WHEN fate <> 'only_theirs' THEN CAST(mine AS DOUBLE) END AS mine,
      CASE WHEN fate <> 'only_mine' THEN CAST(theirs AS DOUBLE) END AS theirs, my_status, their_status
    FROM j WHERE fate <> 'same' ORDER BY abs(mine - theirs) DESC, order_id LIMIT CAST(? AS BIGINT)`,
  params: [currency, currency, limit],
})
