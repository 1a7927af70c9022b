/**
 * Refunds that have a day of their own. The orders file of most shops says how much was given back on an order, not when:
 * such returns stand on the day of the sale, as an estimate. Where a file of refunds names the day, the returned goods move
 * there, as a document of kind `return` (`<order>/refund/<n>`), and the sale is as it was sold.
 *
 * How much of a refund is goods: all that the orders file says was returned, shared among the refunds by their amounts, when
 * they come to as much; else their amounts without the share that tax and shipping have in the order. What the refunds do
 * not cover stays on the day of the sale. Orders that were cancelled are booked back already and left alone.
 *
 * Reads the schema `sold` (the parts as they are) and `store.refunds`; puts `store.lines` and `store.orders` over it.
 */
import { type Axes, PRESETS } from '../model/definitions.ts'
import { taxInside } from './tax-inside.ts'
import { LINE_COLUMNS, ORDER_COLUMNS } from './tables.ts'

/** Orders are named with and without their hash. */
const bare = (column: string): string => `ltrim(${column}, '#')`

const MATCHED = `CREATE OR REPLACE TABLE store.dated_refunds AS
  WITH r AS (SELECT row_key, order_id, happened_at, local_at, day, amount, currency FROM store.refunds WHERE order_id IS NOT NULL AND amount > 0),
  by_id AS (SELECT r.row_key, o.order_id FROM r JOIN sold.orders o ON ${bare('o.order_id')} = ${bare('r.order_id')} AND o.kind = 'sale' AND o.currency = r.currency
    UNION ALL SELECT r.row_key, o.order_id FROM r JOIN sold.orders o ON ${bare('o.name')} = ${bare('r.order_id')} AND o.kind = 'sale' AND o.currency = r.currency),
  matched AS (SELECT row_key, min(order_id) AS order_id FROM by_id GROUP BY row_key)
  SELECT m.order_id, r.row_key, r.happened_at, r.local_at, r.day, r.amount FROM r JOIN matched m ON m.row_key = r.row_key
    ANTI JOIN (SELECT left(order_id, length(order_id) - 10) AS order_id FROM sold.orders WHERE ends_with(order_id, '/cancelled')) c ON c.order_id = m.order_id`

/** What of an order's money is no goods, by the definitions: taxes and shipping that count as sales are goods here, as are taxes in the prices. */
const besides = (axes: Axes): string =>
  `${axes.taxes_in_net ? '0' : `coalesce(tax, 0) - (${taxInside(axes)})`} + ${axes.shipping_in_net ? '0' : 'coalesce(shipping, 0)'}`

/** Per order: what of its returns is dated (`dated`), what stays (`rest`), in minor units. */
const totals = (axes: Axes): string => `CREATE OR REPLACE TABLE store.refunded AS
  WITH sums AS (SELECT order_id, sum(amount) AS money FROM store.dated_refunds GROUP BY order_id),
  goods AS (SELECT s.order_id, s.money, o.returned, o.net + o.returned AS worth,
      round(s.money * (o.net + o.returned)::DOUBLE / nullif(o.net + o.returned + ${besides(axes)}, 0)) AS share
    FROM sums s JOIN sold.orders o ON o.order_id = s.order_id),
  cut AS (SELECT order_id, money, returned, CAST(CASE WHEN returned > 0 AND money >= returned THEN returned
      WHEN returned > 0 THEN least(returned, coalesce(share, money)) ELSE greatest(0, least(worth, coalesce(share, 0))) END AS BIGINT) AS dated FROM goods)
  SELECT order_id, money, dated, greatest(returned - dated, 0) AS rest FROM cut`

/** Cuts an amount along running shares, so that the pieces add up to it exactly. */
const piece = (amount: string, upTo: string, before: string, whole: string): string =>
  `CAST(coalesce(round(${amount}::DOUBLE * ${upTo} / nullif(${whole}, 0)) - round(${amount}::DOUBLE * ${before} / nullif(${whole}, 0)), 0) AS BIGINT)`

const DOCUMENTS = `CREATE OR REPLACE TABLE store.refund_documents AS
  WITH running AS (SELECT d.*, t.dated, t.money, sum(d.amount) OVER w AS up_to, row_number() OVER w AS number FROM store.dated_refunds d
    JOIN store.refunded t ON t.order_id = d.order_id WINDOW w AS (PARTITION BY d.order_id ORDER BY d.happened_at, d.row_key ROWS UNBOUNDED PRECEDING))
  SELECT r.order_id AS sale, r.order_id || '/refund/' || number AS order_id, happened_at, r.local_at, r.day, o.local_at AS origin_at,
    ${piece('dated', 'up_to', '(up_to - amount)', 'money')} AS goods FROM running r JOIN sold.orders o ON o.order_id = r.order_id`

/** Product lines of the orders, each with its part of the order's worth and of its returns. */
const SHARES = `CREATE OR REPLACE TABLE store.refund_shares AS
  SELECT l.*, sum(worth) OVER w AS up_to, sum(worth) OVER (PARTITION BY order_id) AS whole,
    sum(returned) OVER w AS returned_up_to, sum(returned) OVER (PARTITION BY order_id) AS returned_whole
  FROM (SELECT order_id, line, product_id, sku, title, customer_id, currency, channel, country, status, returned, greatest(gross - discount, 0) AS worth FROM sold.lines
    SEMI JOIN store.refunded USING (order_id) WHERE kind = 'product') l WINDOW w AS (PARTITION BY order_id ORDER BY line ROWS UNBOUNDED PRECEDING)`

const KEPT = `CREATE OR REPLACE TABLE store.refund_kept AS
  SELECT s.order_id, s.line, ${piece('t.rest', 's.returned_up_to', '(s.returned_up_to - s.returned)', 's.returned_whole')} AS returned
  FROM store.refund_shares s JOIN store.refunded t ON t.order_id = s.order_id`

const RETURN_LINE: Readonly<Record<string, string>> = {
  order_id: 'd.order_id',
  line: 's.line',
  ordered_at: 'd.happened_at',
  local_at: 'd.local_at',
  day: 'd.day',
  kind: `'product'`,
  quantity: '0',
  unit_price: 'NULL',
  gross: '0',
  discount: '0',
  returned: 's.part',
  net: '-s.part',
  tax: 'NULL',
  cost: 'NULL',
  item: 'NULL',
  state: `'refund'`,
  origin_at: 'd.origin_at',
  is_instant: 'NULL',
}

const returnLine = Object.entries(LINE_COLUMNS)
  .map(([name, type]) => `CAST(${RETURN_LINE[name] ?? `s.${name}`} AS ${type}) AS ${name}`)
  .join(', ')

const RETURN_LINES = `CREATE OR REPLACE TABLE store.refund_lines AS SELECT ${returnLine} FROM store.refund_documents d
  JOIN (SELECT s.*, d.order_id AS document, ${piece('d.goods', 's.up_to', '(s.up_to - s.worth)', 's.whole')} AS part FROM store.refund_shares s
    JOIN store.refund_documents d ON d.sale = s.order_id) s ON s.document = d.order_id AND s.part <> 0`

const RETURN_ORDER: Readonly<Record<string, string>> = {
  order_id: 'd.order_id',
  kind: `'return'`,
  ordered_at: 'd.happened_at',
  local_at: 'd.local_at',
  day: 'd.day',
  coupon: 'NULL',
  lines: `(SELECT count(*) FROM store.refund_lines l WHERE l.order_id = d.order_id)`,
  units: '0',
  gross: '0',
  discount: '0',
  returned: 'd.goods',
  net: '-d.goods',
  tax: 'NULL',
  shipping: '0',
  fees: '0',
  returns_estimated: 'true',
  name: 'NULL',
  version: 'hash(d.order_id, d.goods)',
  item: 'NULL',
  state: `'refund'`,
  origin_at: 'd.origin_at',
  charged: 'NULL',
  is_instant: 'NULL',
}

const returnOrder = Object.entries(ORDER_COLUMNS)
  .map(([name, type]) => `CAST(${RETURN_ORDER[name] ?? `o.${name}`} AS ${type}) AS ${name}`)
  .join(', ')

const RETURN_ORDERS = `CREATE OR REPLACE TABLE store.refund_orders AS SELECT ${returnOrder}
  FROM store.refund_documents d JOIN sold.orders o ON o.order_id = d.sale WHERE d.goods <> 0`

const column = (name: string, changed: Readonly<Record<string, string>>): string =>
  name in changed ? `${changed[name]} AS ${name}` : `t.${name}`

const LINES = `CREATE OR REPLACE VIEW store.lines AS SELECT ${Object.keys(LINE_COLUMNS)
  .map((name) =>
    column(name, {
      returned: 'coalesce(k.returned, t.returned)',
      net: 't.net + t.returned - coalesce(k.returned, t.returned)',
    }),
  )
  .join(', ')} FROM sold.lines t LEFT JOIN store.refund_kept k ON k.order_id = t.order_id AND k.line = t.line
  UNION ALL SELECT ${Object.keys(LINE_COLUMNS).join(', ')} FROM store.refund_lines`

const ORDERS = `CREATE OR REPLACE VIEW store.orders AS SELECT ${Object.keys(ORDER_COLUMNS)
  .map((name) =>
    column(name, {
      returned: 'coalesce(k.rest, t.returned)',
      net: 't.net + t.returned - coalesce(k.rest, t.returned)',
    }),
  )
  .join(', ')} FROM sold.orders t LEFT JOIN store.refunded k ON k.order_id = t.order_id
  UNION ALL SELECT ${Object.keys(ORDER_COLUMNS).join(', ')} FROM store.refund_orders`

/** The schema of the views without dated refunds that those of a schema are made from. */
export const soldIn = (schema: string): string => `sold_${schema}`

/** Refunds on the day of their order: for those who count so. */
const ON_ORDER_DAY = ['UPDATE store.refund_documents SET local_at = origin_at, day = CAST(origin_at AS DATE)']

/** Statements that move returns to the days of their refunds; to run after `storeViews` of a schema and of `soldIn` it. */
export const datedRefundViews = (schema = 'store', axes: Axes = PRESETS.files): readonly string[] =>
  [
    MATCHED,
    totals(axes),
    DOCUMENTS,
    ...(axes.refund_day === 'order' ? ON_ORDER_DAY : []),
    SHARES,
    KEPT,
    RETURN_LINES,
    RETURN_ORDERS,
    LINES,
    ORDERS,
  ].map((sql) => sql.replaceAll(/\bsold\./g, `${soldIn(schema)}.`).replaceAll(/\bstore\./g, `${schema}.`))
