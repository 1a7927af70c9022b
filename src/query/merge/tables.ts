import { FACT_NAMES } from '../fact-tables.ts'
import { broughtFacts } from './facts.ts'
import { partColumnList, type PartShape } from '../part-shape.ts'
import { IDENTITY_COLUMNS, LINE_COLUMNS, ORDER_COLUMNS, PRODUCT_COLUMNS } from '../tables.ts'

const staged = (columns: Readonly<Record<string, string>>, alias: string): string =>
  Object.keys(columns)
    .map((name) => (name === 'customer_id' ? 'p.customer_id' : `${alias}.${name}`))
    .join(', ')

const WITH_PERSON = 'LEFT JOIN merge.people p ON p.identity = s.identity'

/** What the surplus of the known half adds to an order that is joined. */
const SURPLUS: Readonly<Record<string, string>> = {
  lines: 'count(*)',
  units: `sum(quantity) FILTER (kind = 'product' AND quantity > 0)`,
  gross: `sum(gross) FILTER (kind = 'product')`,
  discount: `sum(discount) FILTER (kind = 'product')`,
  returned: `sum(returned) FILTER (kind = 'product')`,
  net: `sum(net) FILTER (kind = 'product')`,
  shipping: `sum(net) FILTER (kind = 'shipping')`,
  fees: `sum(net) FILTER (kind = 'fee')`,
}

const surplusSums = Object.entries(SURPLUS)
  .map(([name, sum]) => `${sum} AS ${name}`)
  .join(', ')

const joinedColumn = (name: string): string => {
  if (name === 'customer_id') return 'o.customer_id'
  if (name === 'kind') return `CASE WHEN 'sale' IN (s.kind, o.kind) THEN 'sale' ELSE s.kind END AS kind`
  if (['ordered_at', 'local_at', 'day'].includes(name)) return `least(s.${name}, o.${name}) AS ${name}`
  if (name === 'version')
    return 'hash(greatest(s.version, o.version), least(s.version, o.version)) AS version'
  if (name in SURPLUS) {
    const whole = `coalesce(s.${name} + x.${name}, s.${name}, x.${name})`
    return `CAST(${whole} AS ${ORDER_COLUMNS[name as 'units']}) AS ${name}`
  }
  return `coalesce(s.${name}, o.${name}) AS ${name}`
}

/** Fills `target.orders` and `target.lines` with all that the import brought: its own part, kept for replays. */
export const writeSource = (target: string): readonly string[] => [
  `CREATE TABLE ${target}.orders AS SELECT ${staged(ORDER_COLUMNS, 's')} FROM stage.orders s ${WITH_PERSON}`,
  `CREATE TABLE ${target}.lines AS SELECT ${staged(LINE_COLUMNS, 's')} FROM stage.lines s ${WITH_PERSON}`,
  `CREATE TABLE ${target}.products AS SELECT ${Object.keys(PRODUCT_COLUMNS).join(', ')} FROM stage.products`,
  `CREATE TABLE ${target}.identities AS SELECT ${Object.keys(IDENTITY_COLUMNS).join(', ')} FROM merge.people`,
  ...FACT_NAMES.map((name) => `CREATE TABLE ${target}.${name} AS ${broughtFacts(name)}`),
]

const ENRICHED = `SELECT order_id FROM merge.fates WHERE fate = 'enriched'`

/** Fills `target` with the orders and lines of the import that are in force: added, updated and joined ones. */
export const writeForce = (target: string): readonly string[] => [
  `CREATE TABLE ${target}.orders AS
   SELECT ${staged(ORDER_COLUMNS, 's')} FROM stage.orders s ${WITH_PERSON}
     JOIN merge.fates f ON f.order_id = s.order_id AND f.fate IN ('added', 'updated')
   UNION ALL
   SELECT ${Object.keys(ORDER_COLUMNS).map(joinedColumn).join(', ')} FROM stage.orders s
     JOIN merge.fates f ON f.order_id = s.order_id AND f.fate = 'joined' JOIN old.orders o ON o.order_id = s.order_id
     JOIN (SELECT order_id, ${surplusSums} FROM merge.surplus GROUP BY order_id) x ON x.order_id = s.order_id
   UNION ALL SELECT * FROM merge.rich_orders WHERE order_id IN (${ENRICHED})`,
  `CREATE TABLE ${target}.lines AS
   SELECT ${staged(LINE_COLUMNS, 's')} FROM stage.lines s ${WITH_PERSON}
     JOIN merge.fates f ON f.order_id = s.order_id AND f.fate IN ('added', 'updated', 'joined')
   UNION ALL
   SELECT ${Object.keys(LINE_COLUMNS).join(', ')} FROM merge.surplus
   UNION ALL SELECT * FROM merge.rich_lines WHERE order_id IN (${ENRICHED})`,
]

/** Fills `target` with what stays of an older part (attached as `source`) when its superseded orders are taken out. */
export const writeRemainder = (target: string, source: string, shape?: PartShape): readonly string[] => {
  const stays = `WHERE order_id NOT IN (SELECT order_id FROM merge.fates WHERE fate IN ('updated', 'joined', 'enriched'))`
  return [
    `CREATE TABLE ${target}.orders AS SELECT ${partColumnList(ORDER_COLUMNS, shape?.columns.orders)} FROM ${source}.orders ${stays}`,
    `CREATE TABLE ${target}.lines AS SELECT ${partColumnList(LINE_COLUMNS, shape?.columns.lines)} FROM ${source}.lines ${stays}`,
  ]
}

const newerFirst = (name: string): string => `coalesce(n.${name}, o.${name}) AS ${name}`

/** Makes `merge.products`: the catalogue after the import, with the products that only its lines name. */
export const mergeProducts = (): readonly string[] => [
  `CREATE TABLE merge.brought AS
   SELECT product_id, max(sku) AS sku, max(title) AS title, max(category) AS category, max(vendor) AS vendor, max(price) AS price,
     max(cost) AS cost, sum(stock) AS stock, max(status) AS status, max(tags) AS tags, max(currency) AS currency
   FROM stage.products WHERE product_id IS NOT NULL GROUP BY product_id`,
  `CREATE TABLE merge.sold AS
   SELECT product_id, max(sku) AS sku, arg_max(title, (seen, title)) AS title FROM (
     SELECT product_id, title, max(sku) AS sku, max(ordered_at) AS seen FROM stage.lines
     WHERE kind = 'product' AND product_id IS NOT NULL GROUP BY product_id, title) GROUP BY product_id`,
  `CREATE TABLE merge.products AS
   WITH n AS (SELECT coalesce(b.product_id, s.product_id) AS product_id, coalesce(b.sku, s.sku) AS sku, coalesce(b.title, s.title) AS title,
       b.category, b.vendor, b.price, b.cost, b.stock, b.status, b.tags, b.currency, b.product_id IS NOT NULL AS given
     FROM merge.brought b FULL JOIN merge.sold s ON s.product_id = b.product_id)
   SELECT coalesce(n.product_id, o.product_id) AS product_id, coalesce(n.sku, o.sku) AS sku,
     CASE WHEN n.given THEN coalesce(n.title, o.title) ELSE coalesce(o.title, n.title) END AS title,
     ${['category', 'vendor', 'price', 'cost', 'stock', 'status', 'tags', 'currency'].map(newerFirst).join(', ')}
   FROM n FULL JOIN old.products o ON o.product_id = n.product_id ORDER BY 1`,
]

/** Makes `merge.identities`: everybody after the import. */
export const mergePeople = (): readonly string[] => [
  `CREATE TABLE merge.identities AS
   SELECT ${Object.keys(IDENTITY_COLUMNS).join(', ')} FROM merge.people
   UNION ALL SELECT ${Object.keys(IDENTITY_COLUMNS).join(', ')} FROM old.identities ANTI JOIN merge.people USING (customer_id)
   ORDER BY 1`,
]
