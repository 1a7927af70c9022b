/** A table of facts as the query page shows it: `money` writes columns of minor units in major ones. */
const views = (money: (...columns: string[]) => string): Readonly<Record<string, string>> => ({
  inventory: `SELECT product_id, sku, title, location, on_hand, available, committed, incoming, unavailable FROM store.inventory`,
  refunds: `SELECT order_id, happened_at, local_at, day, ${money('amount')}, currency, reason FROM store.refunds`,
  events: `SELECT t.happened_at, t.local_at, t.day, t.event, t.visitor, p.product_id, t.order_id, t.channel, t.device, t.count
    FROM store.events t LEFT JOIN store.named_products p ON p.product_key = t.product_key`,
  reviews: `SELECT t.day, p.product_id, t.title, t.order_id, t.customer_id, t.rating, t.headline, t.body
    FROM store.reviews t LEFT JOIN store.named_products p ON p.product_key = t.product_key`,
  spend: `SELECT day, channel, campaign, ${money('amount')}, currency, impressions, clicks FROM store.spend`,
  calendar: `SELECT first_day, last_day, name, kind, country FROM store.calendar`,
})

/** What files call products, with the product of each name: its code, its page, its name; of several variants the first by id. */
const NAMED_PRODUCTS = `CREATE OR REPLACE VIEW store.named_products AS SELECT product_key, min(product_id) AS product_id FROM (
  SELECT product_key, product_id FROM store.product_keys
  UNION ALL SELECT 'sku:' || product_id, product_id FROM store.products
  UNION ALL SELECT 'title:' || lower(title), product_id FROM store.products WHERE title IS NOT NULL) GROUP BY product_key`

/** Statements for the public tables of facts. */
export const factViews = (money: (...columns: string[]) => string): readonly string[] => [
  NAMED_PRODUCTS,
  ...Object.entries(views(money)).map(([name, sql]) => `CREATE OR REPLACE VIEW ${name} AS ${sql}`),
]
