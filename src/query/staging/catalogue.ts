import { putFacts } from './put-facts.ts'
import { minorAmount, numberText, numberValue } from './number-sql.ts'
import { literal } from './sql-text.ts'

/** A table of texts of products or people: field → column. */
export interface CataloguePlan {
  readonly raw: string
  readonly columns: ReadonlyMap<string, string>
  readonly currency: { readonly code: string; readonly exponent: number }
}

const READING = { decimal: '.', plain: false } as const

const column = (plan: CataloguePlan, field: string): string => plan.columns.get(field) ?? 'NULL::VARCHAR'

const money = (plan: CataloguePlan, field: string): string => {
  const text = numberText(READING, `t_${field}`)
  return minorAmount(text, numberValue(text), `${10 ** plan.currency.exponent}.0::DOUBLE`)
}

/** What other files may call the products of a catalogue: by their page and by their name without options. */
const productKeys = (): string[] =>
  putFacts(
    'product_keys',
    `SELECT product_key, product_id, min(rec) AS rec FROM (
       SELECT 'handle:' || lower(handle) AS product_key, coalesce(sku, 't:' || lower(title)) AS product_id, rec FROM stage.catalogue WHERE handle IS NOT NULL
       UNION ALL SELECT 'title:' || lower(parent), coalesce(sku, 't:' || lower(title)), rec FROM stage.catalogue WHERE parent IS NOT NULL)
     WHERE product_id IS NOT NULL GROUP BY ALL`,
  )

const FIELDS = [
  'handle',
  'title',
  'vendor',
  'category',
  'product_category',
  'tags',
  'status',
  'option1',
  'option2',
  'option3',
  'sku',
  'stock',
  'price',
  'cost',
]

/** `Default Title` stands for "no options". */
const option = (text: string): string =>
  `CASE WHEN lower(${text}) = 'default title' THEN NULL ELSE ${text} END`

/** Name of a variant as order lines have it: the product's, then its options. */
export const variantTitleOf = (title: string, ...options: readonly string[]): string => {
  const known = options.map(option).join(', ')
  return `CASE WHEN coalesce(${known}) IS NULL THEN ${title} ELSE ${title} || ' - ' || concat_ws(' / ', ${known}) END`
}

const variantTitle = variantTitleOf('title', 't_option1', 't_option2', 't_option3')

/**
 * Fills `stage.products` with the variants of a Shopify product file: cells of the product (title, vendor, type, tags) stand
 * on its first row only, rows with a picture alone are no variants. What an earlier file of the drop said is replaced.
 */
export const insertProducts = (plan: CataloguePlan): string[] => [
  `CREATE OR REPLACE TABLE stage.catalogue AS
   WITH cells AS (SELECT rowid AS rec, ${FIELDS.map((field) => `${column(plan, field)} AS t_${field}`).join(', ')} FROM ${plan.raw}),
   heads AS (SELECT t_handle AS handle, any_value(t_title) AS title, any_value(t_vendor) AS vendor, any_value(coalesce(t_category, t_product_category)) AS category,
     any_value(t_tags) AS tags, any_value(t_status) AS status FROM cells GROUP BY t_handle),
   variants AS (SELECT c.*, coalesce(c.t_title, h.title) AS title, coalesce(c.t_vendor, h.vendor) AS vendor,
       coalesce(c.t_category, c.t_product_category, h.category) AS category, coalesce(c.t_tags, h.tags) AS tags, coalesce(c.t_status, h.status) AS status
     FROM cells c LEFT JOIN heads h ON h.handle = c.t_handle WHERE coalesce(c.t_price, c.t_sku, c.t_option1) IS NOT NULL)
   SELECT rec, t_sku AS sku, t_handle AS handle, title AS parent, ${variantTitle} AS title, category, vendor, ${money(plan, 'price')} AS price, ${money(plan, 'cost')} AS cost,
     TRY_CAST(t_stock AS DOUBLE) AS stock, status, tags FROM variants`,
  `CREATE OR REPLACE TABLE stage.found AS SELECT coalesce(sku, 't:' || lower(title)) AS product_id, any_value(sku) AS sku, any_value(title) AS title,
     any_value(category) AS category, any_value(vendor) AS vendor, any_value(price) AS price, any_value(cost) AS cost, sum(stock) AS stock,
     any_value(status) AS status, any_value(tags) AS tags FROM stage.catalogue WHERE coalesce(sku, title) IS NOT NULL GROUP BY 1`,
  'DELETE FROM stage.products WHERE product_id IN (SELECT product_id FROM stage.found)',
  `INSERT INTO stage.products (product_id, sku, title, category, vendor, price, cost, stock, status, tags, currency)
   SELECT product_id, sku, title, category, vendor, price, cost, stock, status, tags, ${literal(plan.currency.code)} FROM stage.found`,
  'DROP TABLE stage.found',
  ...productKeys(),
]
