import type { FactName } from '../fact-tables.ts'
import { variantTitleOf } from './catalogue.ts'
import { putFacts } from './put-facts.ts'
import { literal } from './sql-text.ts'

/** How the file names a product, to be found again whatever comes first: by code, else page, else name. */
const PRODUCT_KEY = `CASE WHEN sku IS NOT NULL THEN 'sku:' || sku WHEN handle IS NOT NULL THEN 'handle:' || lower(handle)
  WHEN title IS NOT NULL THEN 'title:' || lower(title) END`

/** The catalogue's id of a variant, as product files make it. */
const PRODUCT_ID = `coalesce(sku, 't:' || lower(${variantTitleOf('title', 'option1', 'option2', 'option3')}))`

const EMAIL = `CASE WHEN contains(email, '@') THEN lower(trim(email, '"''<> ')) END`

const GOOD = 'FROM stage.facts WHERE of_kind AND code IS NULL'

/** Steps of a funnel that tables of visits count, and the event that each is. */
const STEPS = ['sessions', 'product_views', 'carts', 'checkouts', 'orders']
const EVENT_OF: Readonly<Record<string, string>> = {
  sessions: 'session',
  product_views: 'product_view',
  carts: 'cart',
  checkouts: 'checkout',
  orders: 'order',
}

const visits = STEPS.map(
  (
    step,
  ) => `SELECT utc_at AS happened_at, local_at, CAST(local_at AS DATE) AS day, '${EVENT_OF[step]}' AS event, NULL::VARCHAR AS visitor, NULL::VARCHAR AS product_key,
    NULL::VARCHAR AS order_id, channel, device, ${step} AS count, rec ${GOOD} AND ${step} IS NOT NULL`,
).join(' UNION ALL ')

/** SELECTs of the rows that a kind of file brings to its table, columns as in staging, with `rec`. */
const ROWS: Readonly<Partial<Record<FactName, string>>> = {
  inventory: `SELECT ${PRODUCT_ID} AS product_id, sku, ${variantTitleOf('title', 'option1', 'option2', 'option3')} AS title,
    coalesce(location, '') AS location, coalesce(on_hand, available + coalesce(committed, 0) + coalesce(unavailable, 0)) AS on_hand,
    coalesce(available, on_hand - coalesce(committed, 0) - coalesce(unavailable, 0)) AS available, committed, incoming, unavailable, rec ${GOOD}`,
  refunds: `SELECT order_id, utc_at AS happened_at, local_at, CAST(local_at AS DATE) AS day, abs(amount) AS amount, currency, reason, rec ${GOOD}`,
  reviews: `SELECT CAST(local_at AS DATE) AS day, ${PRODUCT_KEY} AS product_key, title, order_id, ${EMAIL} AS identity, rating, headline, body, rec ${GOOD}`,
  spend: `SELECT CAST(local_at AS DATE) AS day, channel, campaign, amount, currency, impressions, clicks, rec ${GOOD}`,
  calendar: `SELECT CAST(local_at AS DATE) AS first_day, greatest(coalesce(until, CAST(local_at AS DATE)), CAST(local_at AS DATE)) AS last_day, name,
    type AS kind, country, rec ${GOOD}`,
}

const EVENT_ROWS = `SELECT utc_at AS happened_at, local_at, CAST(local_at AS DATE) AS day, lower(event) AS event, visitor, ${PRODUCT_KEY} AS product_key, order_id, channel, device,
  1.0::DOUBLE AS count, rec ${GOOD}`

/** What visits cost: spend of their channel. */
const VISIT_COSTS = `SELECT CAST(local_at AS DATE) AS day, channel, NULL::VARCHAR AS campaign, CAST(sum(cost) AS BIGINT) AS amount, any_value(currency) AS currency,
  NULL::DOUBLE AS impressions, NULL::DOUBLE AS clicks, min(rec) AS rec ${GOOD} AND cost > 0 GROUP BY 1, 2`

/** People who wrote reviews, one row per person. */
const REVIEWERS = [
  `INSERT INTO stage.identities (identity, email, name) SELECT ${EMAIL}, any_value(${EMAIL}), any_value(person) ${GOOD} AND ${EMAIL} IS NOT NULL
   AND ${EMAIL} NOT IN (SELECT identity FROM stage.identities) GROUP BY 1`,
]

/** Products that a list names, over what an earlier file of the drop said of them field by field. */
const listedProducts = (currency: string): string[] => [
  `CREATE OR REPLACE TABLE stage.found AS SELECT coalesce(sku, 't:' || lower(title)) AS product_id, any_value(sku) AS sku, any_value(title) AS title,
     any_value(trim(split_part(category, ',', 1))) AS category, any_value(vendor) AS vendor, any_value(price) AS price, any_value(cost) AS cost, sum(on_hand) AS stock, any_value(status) AS status,
     any_value(tags) AS tags ${GOOD} AND coalesce(sku, title) IS NOT NULL GROUP BY 1`,
  `UPDATE stage.products p SET sku = coalesce(f.sku, p.sku), title = coalesce(f.title, p.title), category = coalesce(f.category, p.category), vendor = coalesce(f.vendor, p.vendor),
     price = coalesce(f.price, p.price), cost = coalesce(f.cost, p.cost), stock = coalesce(f.stock, p.stock), status = coalesce(f.status, p.status), tags = coalesce(f.tags, p.tags)
   FROM stage.found f WHERE f.product_id = p.product_id`,
  `INSERT INTO stage.products (product_id, sku, title, category, vendor, price, cost, stock, status, tags, currency)
   SELECT product_id, sku, title, category, vendor, price, cost, stock, status, tags, ${literal(currency)} FROM stage.found ANTI JOIN stage.products USING (product_id)`,
  'DROP TABLE stage.found',
]

/** Stock of products by what their locations have on hand. */
const STOCK = [
  `CREATE OR REPLACE TABLE stage.found AS SELECT product_id, any_value(sku) AS sku, any_value(title) AS title, sum(on_hand) AS stock FROM stage.inventory GROUP BY product_id`,
  'UPDATE stage.products p SET stock = f.stock FROM stage.found f WHERE f.product_id = p.product_id',
  'INSERT INTO stage.products (product_id, sku, title, stock) SELECT product_id, sku, title, stock FROM stage.found ANTI JOIN stage.products USING (product_id)',
  'DROP TABLE stage.found',
]

/** Statements that put the good rows of `stage.facts` where a source's kind belongs. */
export function insertFacts(
  source: { readonly name: string; readonly kind: string },
  currency: string,
): string[] {
  if (source.kind === 'products') return listedProducts(currency)
  if (source.name === 'sessions_table')
    return [...putFacts('events', visits), ...putFacts('spend', VISIT_COSTS)]
  if (source.kind === 'events') return putFacts('events', EVENT_ROWS)
  const name = source.kind as FactName
  const rows = ROWS[name]
  if (!rows) throw new Error(`no table of facts for ${source.kind}`)
  if (name === 'reviews') return [...REVIEWERS, ...putFacts(name, rows)]
  return name === 'inventory' ? [...putFacts(name, rows), ...STOCK] : putFacts(name, rows)
}

/** Rows of the file and what became of them. */
export const countFactRows = () => ({
  sql: `SELECT CAST(count(*) FILTER (of_kind AND code IS NULL) AS DOUBLE) AS rows, CAST(count(*) FILTER (NOT of_kind) AS DOUBLE) AS others,
    strftime(min(local_at) FILTER (of_kind AND code IS NULL), '%Y-%m-%d') AS first_day, strftime(max(local_at) FILTER (of_kind AND code IS NULL), '%Y-%m-%d') AS last_day FROM stage.facts`,
  params: [],
})
