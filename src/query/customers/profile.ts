import type { Statement } from '../statement.ts'

/** One document of a customer, amounts in minor units; `gap` days since the sale before it. */
export interface CustomerOrderRow {
  readonly order_id: string
  readonly kind: string
  readonly day: string
  readonly local_at: string | null
  readonly units: number | null
  readonly lines: number
  readonly net: number
  readonly discount: number
  readonly returned: number
  readonly coupon: string | null
  readonly channel: string | null
  readonly status: string | null
  readonly gap: number | null
  readonly titles: string | null
}

/** Every document of a customer in one currency, newest first, at most `limit`; `titles` are the products of the dearest lines. */
export const customerOrders = (
  customer: number,
  currency: string,
  limit: number,
): Statement<CustomerOrderRow> => ({
  sql: `WITH mine AS (SELECT order_id, kind, day, local_at, ordered_at, units, lines, net, discount, returned, coupon, channel, status
      FROM store.orders WHERE customer_id = ? AND currency = ? AND kind <> 'excluded'),
    gaps AS (SELECT order_id, day - lag(day) OVER (ORDER BY ordered_at, order_id) AS gap FROM mine WHERE kind = 'sale'),
    things AS (SELECT l.order_id, array_to_string(list(l.title ORDER BY abs(l.net) DESC)[1:3], chr(31)) AS titles FROM store.lines l
      WHERE l.customer_id = ? AND l.kind = 'product' AND l.title IS NOT NULL GROUP BY l.order_id)
    SELECT m.order_id, m.kind, strftime(m.day, '%Y-%m-%d') AS day, strftime(m.local_at, '%Y-%m-%dT%H:%M:%S') AS local_at, m.units,
      CAST(coalesce(m.lines, 0) AS DOUBLE) AS lines, CAST(coalesce(m.net, 0) AS DOUBLE) AS net,
      CAST(coalesce(m.discount, 0) AS DOUBLE) AS discount, CAST(coalesce(m.returned, 0) AS DOUBLE) AS returned,
      m.coupon, m.channel, m.status, CAST(g.gap AS DOUBLE) AS gap, t.titles
    FROM mine m LEFT JOIN gaps g ON g.order_id = m.order_id AND m.kind = 'sale' LEFT JOIN things t ON t.order_id = m.order_id
    ORDER BY m.day DESC, m.ordered_at DESC, m.order_id LIMIT CAST(? AS BIGINT)`,
  params: [customer, currency, customer, limit],
})

/** What a customer prefers: `kind` category, product, channel, coupon, hour (0–23) or weekday (1 Monday – 7 Sunday). */
export interface PreferenceRow {
  readonly kind: 'category' | 'product' | 'channel' | 'coupon' | 'hour' | 'weekday'
  readonly value: string
  readonly orders: number
  readonly units: number | null
  readonly net: number | null
}

const MOST = 24

/** Preferences of a customer in one currency, commonest first, at most 24 of a kind; net in minor units. */
export const customerPreferences = (customer: number, currency: string): Statement<PreferenceRow> => ({
  sql: `WITH bought AS (SELECT l.order_id, l.quantity, l.net, l.title, coalesce(l.product_id, l.title) AS product, p.category
      FROM store.lines l LEFT JOIN (SELECT product_id, any_value(category) AS category FROM store.products GROUP BY product_id) p
        ON p.product_id = l.product_id
      WHERE l.customer_id = ? AND l.currency = ? AND l.kind = 'product'),
    mine AS (SELECT channel, coupon, hour(local_at) AS hour, isodow(day) AS weekday FROM store.orders
      WHERE customer_id = ? AND currency = ? AND kind = 'sale'),
    every AS (
      SELECT 'category' AS kind, category AS value, count(DISTINCT order_id) FILTER (quantity > 0) AS orders,
        sum(quantity) FILTER (quantity > 0) AS units, sum(net) AS net FROM bought WHERE category IS NOT NULL GROUP BY category
      UNION ALL SELECT 'product', max(title), count(DISTINCT order_id) FILTER (quantity > 0), sum(quantity) FILTER (quantity > 0), sum(net)
        FROM bought WHERE title IS NOT NULL GROUP BY product
      UNION ALL SELECT 'channel', channel, count(*), NULL, NULL FROM mine WHERE channel IS NOT NULL GROUP BY channel
      UNION ALL SELECT 'coupon', coupon, count(*), NULL, NULL FROM mine WHERE coupon IS NOT NULL GROUP BY coupon
      UNION ALL SELECT 'hour', CAST(hour AS VARCHAR), count(*), NULL, NULL FROM mine WHERE hour IS NOT NULL GROUP BY hour
      UNION ALL SELECT 'weekday', CAST(weekday AS VARCHAR), count(*), NULL, NULL FROM mine GROUP BY weekday)
    SELECT kind, value, CAST(orders AS DOUBLE) AS orders, CAST(units AS DOUBLE) AS units, CAST(net AS DOUBLE) AS net FROM every
    QUALIFY row_number() OVER (PARTITION BY kind ORDER BY orders DESC, net DESC, value) <= ${MOST}
    ORDER BY kind, orders DESC, net DESC, value`,
  params: [customer, currency, customer, currency],
})
