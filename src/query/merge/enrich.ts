/**
 * The lines of an order and its row in a list of orders, come in separate imports. They are put together as in one drop:
 * the lines stay the lines; the list says who bought, in what state the order is, and gives the amounts that the lines do
 * not have (discount and returned goods shared among the lines by largest remainder). Where both give a cell, the lines' own
 * counts; what changes with time (status, what was given back) is as the newer import says. Refunds that are documents of
 * their own count once: as these documents. `from_list` names the cells that are the list's, so that a newer list replaces
 * those of an older one; by `lines_version` and `list_version` either is known when it comes again. Both orders of the
 * two imports give the same.
 *
 * A row of a list has `list_version` and no `lines_version`; an order that was put together has both.
 */
import { columnList, LINE_COLUMNS, ORDER_COLUMNS } from '../tables.ts'

/** Cells of an order that lines and lists may both give. */
const CELLS = ['customer_id', 'channel', 'country', 'coupon', 'currency', 'tax', 'charged', 'name'] as const
const SUMS = ['discount', 'returned'] as const
const ALL = [...CELLS, 'shipping', ...SUMS] as const

type Side = 'lines' | 'list'

const isFrom = (alias: string, name: string): string =>
  `contains(' ' || coalesce(${alias}.from_list, '') || ' ', ' ${name} ')`

const stagedNames = (columns: Readonly<Record<string, string>>): string =>
  Object.keys(columns)
    .map((name) => (name === 'customer_id' ? 'p.customer_id' : `s.${name}`))
    .join(', ')

const oldNames = (columns: Readonly<Record<string, string>>): string =>
  Object.keys(columns)
    .map((name) => `o.${name}`)
    .join(', ')

/** What one side has of the orders in `merge.mixed`, in the columns of the store. */
const sideOf = (table: 'orders' | 'lines', side: Side): string => {
  const columns = table === 'orders' ? ORDER_COLUMNS : LINE_COLUMNS
  const isNew = side === 'list' ? 'm.list_is_new' : 'NOT m.list_is_new'
  return `SELECT ${stagedNames(columns)} FROM stage.${table} s JOIN merge.mixed m ON m.order_id = s.order_id AND ${isNew}
      LEFT JOIN merge.people p ON p.identity = s.identity
    UNION ALL SELECT ${oldNames(columns)} FROM old.${table} o JOIN merge.mixed m ON m.order_id = o.order_id AND NOT (${isNew})`
}

/** Orders of a side with the sums of their product lines: those of an order that is left out stand at its lines only. */
const ordersOf = (side: Side): string => `SELECT o.* REPLACE (nullif(o.shipping, 0) AS shipping,
    nullif(l.discount, 0) AS discount, ${side === 'lines' ? 'CASE WHEN d.order_id IS NULL THEN nullif(l.returned, 0) END' : 'nullif(l.returned, 0)'} AS returned)
  FROM (${sideOf('orders', side)}) o LEFT JOIN (SELECT order_id, ${SUMS.map((name) => `CAST(sum(${name}) AS BIGINT) AS ${name}`).join(', ')}
    FROM (${sideOf('lines', side)}) WHERE coalesce(item, kind) = 'product' GROUP BY order_id) l ON l.order_id = o.order_id
  LEFT JOIN merge.refund_documents d ON d.order_id = o.order_id`

/** Orders that have documents of what was given back. */
const DOCUMENTS = `CREATE TABLE merge.refund_documents AS SELECT DISTINCT regexp_replace(order_id, '/refund/.*$', '') AS order_id FROM (
  SELECT order_id FROM stage.orders WHERE contains(order_id, '/refund/') UNION ALL SELECT order_id FROM old.orders WHERE contains(order_id, '/refund/'))`

const given = (name: string): string =>
  `coalesce(CASE WHEN b.list_version IS NULL OR b.lines_version IS NULL OR ${isFrom('b', name)} THEN b.${name} END, CASE WHEN ${isFrom('a', name)} THEN a.${name} END)`

const isGiven = (name: string): string => {
  const own = `(CASE WHEN ${isFrom('a', name)} THEN NULL ELSE a.${name} END)`
  const missing = `${own} IS NULL AND given_${name} IS NOT NULL`
  if (name !== 'returned') return missing
  return `(${missing} OR (m.list_is_new AND given_${name} IS NOT NULL AND given_${name} <> ${own}))`
}

/** Per order what the list gives: cells by name (null: the lines' own), whether it tells the state, and both versions. */
const CELLS_GIVEN = `CREATE TABLE merge.given AS
  SELECT m.order_id, m.list_is_new, ${ALL.map((name) => `${given(name)} AS given_${name}`).join(', ')},
    ${ALL.map((name) => `${isGiven(name)} AS is_given_${name}`).join(', ')},
    CASE WHEN m.list_is_new THEN coalesce(b.state, b.status) IS NOT NULL ELSE coalesce(a.state, a.status) IS NULL AND coalesce(b.state, b.status) IS NOT NULL END AS tells_state,
    b.kind = 'excluded' AS is_excluded, b.state, b.status, b.returns_estimated, d.order_id IS NOT NULL AS has_documents,
    coalesce(a.lines_version, a.version) AS lines_version, coalesce(b.list_version, b.version) AS list_version
  FROM merge.mixed m JOIN (${ordersOf('lines')}) a ON a.order_id = m.order_id JOIN (${ordersOf('list')}) b ON b.order_id = m.order_id
    LEFT JOIN merge.refund_documents d ON d.order_id = m.order_id`

const share = (total: string, weight: string, sum: string): string =>
  `CASE WHEN ${sum} = 0 THEN 0 ELSE CAST(${total}::HUGEINT * ${weight} // ${sum} AS BIGINT) END`

/** Shares by largest remainder: `base` filled up to the total. */
const filled = (total: string, weight: string, sum: string): string =>
  `CAST(base + CASE WHEN ${weight} > 0 AND row_number() OVER (PARTITION BY order_id ORDER BY (${total}::HUGEINT * ${weight}) % nullif(${sum}, 0) DESC NULLS LAST, line)
    <= ${total} - sum(base) OVER (PARTITION BY order_id) THEN 1 ELSE 0 END AS BIGINT)`

const LINE_VALUES: Readonly<Record<string, string>> = {
  customer_id: 'CASE WHEN is_given_customer_id THEN given_customer_id ELSE customer_id END',
  channel: 'CASE WHEN is_given_channel THEN given_channel ELSE channel END',
  country: 'CASE WHEN is_given_country THEN given_country ELSE country END',
  discount: 'new_discount',
  returned: 'new_returned',
  net: 'net + discount + returned - new_discount - new_returned',
  kind: `CASE WHEN tells_state AND is_excluded THEN 'excluded' WHEN tells_state AND kind = 'excluded' THEN coalesce(item, kind) ELSE kind END`,
  item: `CASE WHEN tells_state AND is_excluded THEN coalesce(item, kind) WHEN tells_state THEN NULL ELSE item END`,
  state: 'CASE WHEN tells_state THEN list_state ELSE state END',
  status: 'CASE WHEN tells_state THEN list_status ELSE status END',
}

const LINES = `INSERT INTO merge.rich_lines
  WITH base AS (SELECT l.*, g.* EXCLUDE (order_id, state, status), g.state AS list_state, g.status AS list_status,
      CASE WHEN coalesce(l.item, l.kind) = 'product' AND l.gross > 0 THEN l.gross ELSE 0 END AS weight FROM (${sideOf('lines', 'lines')}) l JOIN merge.given g ON g.order_id = l.order_id),
  due AS (SELECT *, sum(weight) OVER w AS weights, CASE WHEN is_given_discount THEN least(given_discount, sum(weight) OVER w) ELSE 0 END AS cut FROM base WINDOW w AS (PARTITION BY order_id)),
  cut AS (SELECT *, ${share('cut', 'weight', 'weights')} AS base FROM due),
  discounted AS (SELECT * EXCLUDE (base), CASE WHEN is_given_discount THEN ${filled('cut', 'weight', 'weights')} ELSE discount END AS new_discount FROM cut),
  worth AS (SELECT *, greatest(weight - new_discount, 0) AS worth, sum(greatest(weight - new_discount, 0)) OVER (PARTITION BY order_id) AS worths FROM discounted),
  back AS (SELECT *, CASE WHEN is_given_returned THEN least(given_returned, worths) ELSE 0 END AS back FROM worth),
  shared AS (SELECT *, ${share('back', 'worth', 'worths')} AS base FROM back),
  done AS (SELECT *, CASE WHEN weight = 0 THEN returned WHEN is_given_returned THEN ${filled('back', 'worth', 'worths')} WHEN has_documents THEN 0 ELSE returned END AS new_returned FROM shared)
  SELECT ${Object.keys(LINE_COLUMNS)
    .map((name) => `${LINE_VALUES[name] ?? name} AS ${name}`)
    .join(', ')} FROM done`

const FROM_LIST = `nullif(concat_ws(' ', ${ALL.map((name) => `CASE WHEN is_given_${name} THEN '${name}' END`).join(', ')}), '')`

const productSum = (name: string, kind = 'product'): string =>
  `CAST(coalesce((SELECT sum(${name}) FROM merge.rich_lines l WHERE l.order_id = o.order_id AND l.kind = '${kind}'), 0) AS BIGINT)`

const ORDER_VALUES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    CELLS.map((name) => [name, `CASE WHEN is_given_${name} THEN given_${name} ELSE o.${name} END`]),
  ),
  shipping: 'CASE WHEN is_given_shipping THEN given_shipping ELSE o.shipping END',
  gross: productSum('gross'),
  discount: productSum('discount'),
  returned: productSum('returned'),
  net: productSum('net'),
  kind: `CASE WHEN tells_state AND is_excluded THEN 'excluded' WHEN tells_state AND o.kind = 'excluded' THEN coalesce(o.item, o.kind) ELSE o.kind END`,
  item: `CASE WHEN tells_state AND is_excluded THEN coalesce(o.item, o.kind) WHEN tells_state THEN NULL ELSE o.item END`,
  state: 'CASE WHEN tells_state THEN g.state ELSE o.state END',
  status: 'CASE WHEN tells_state THEN g.status ELSE o.status END',
  returns_estimated:
    'CASE WHEN is_given_returned THEN coalesce(g.returns_estimated, true) WHEN has_documents THEN false ELSE o.returns_estimated END',
  lines_version: 'g.lines_version',
  list_version: 'g.list_version',
  from_list: FROM_LIST,
  version: `hash(g.lines_version, g.list_version)`,
}

const ORDERS = `INSERT INTO merge.rich_orders SELECT ${Object.keys(ORDER_COLUMNS)
  .map((name) => `${ORDER_VALUES[name] ?? `o.${name}`} AS ${name}`)
  .join(', ')} FROM (${sideOf('orders', 'lines')}) o JOIN merge.given g ON g.order_id = o.order_id`

const SEEN = Object.keys(ORDER_COLUMNS).filter(
  (name) => !['version', 'lines_version', 'list_version', 'from_list', 'returns_estimated'].includes(name),
)

/** A list that says nothing new of known lines leaves their order as it is. */
const NOTHING_NEW = `UPDATE merge.fates SET fate = 'unchanged' WHERE fate = 'enriched' AND order_id IN (
  SELECT r.order_id FROM merge.rich_orders r JOIN old.orders o ON o.order_id = r.order_id JOIN merge.mixed m ON m.order_id = r.order_id AND m.list_is_new
  WHERE (${SEEN.map((name) => `r.${name}`).join(', ')}) IS NOT DISTINCT FROM (${SEEN.map((name) => `o.${name}`).join(', ')}))`

/** Empty `merge.rich_orders` and `merge.rich_lines`. */
export const createRich = (): readonly string[] => [
  `CREATE TABLE merge.rich_orders (${columnList(ORDER_COLUMNS)})`,
  `CREATE TABLE merge.rich_lines (${columnList(LINE_COLUMNS)})`,
]

/** Fills them for the orders in `merge.mixed(order_id, list_is_new)`, whose fate is `enriched`. */
export const enrichOrders = (): readonly string[] => [DOCUMENTS, CELLS_GIVEN, LINES, ORDERS, NOTHING_NEW]
