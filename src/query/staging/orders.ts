import { LINE_COLUMNS, ORDER_COLUMNS, stagedColumns } from '../tables.ts'
import { literal } from './sql-text.ts'
import type { GroupPlan } from './group.ts'

const NAMES = Object.keys(stagedColumns(ORDER_COLUMNS)).join(', ')
const LINE_NAMES = Object.keys(stagedColumns(LINE_COLUMNS)).join(', ')

/** What of a line makes it this line: all but its number and its order. */
const LINE_HASH = `hash(product_id, title, kind, quantity, unit_price, gross, discount, returned, tax, cost, currency, status, CASE WHEN is_instant THEN ordered_at ELSE local_at END)`

/** Kind of an order from its lines: a return gives back only, a sale has a product line of positive quantity. */
const kind = (prefix: string | undefined): string => `CASE
  ${prefix ? `WHEN h.order_id[1] = '${prefix}' THEN 'return'` : ''}
  WHEN l.sells > 0 THEN 'sale' WHEN l.gives > 0 THEN 'return' WHEN l.excluded > 0 THEN 'excluded' ELSE 'other' END`

/** Cells that the list gives, or may give, to an order that was put together with its lines in one drop. */
const CELLS = 'customer_id channel country coupon currency charged name'

/** `lines_version`, `list_version`, `from_list` (merge/enrich.ts). */
const versionsOf = ({ list }: GroupPlan): string => {
  if (!list) return 'NULL, NULL, NULL'
  if (!list.pooled) return 'NULL, version, NULL'
  const isShared = 'order_key IN (SELECT order_key FROM stage.shared)'
  const cells = literal(
    [CELLS, ...list.pooled.map((name) => (name === 'refund' ? 'returned' : name))].join(' '),
  )
  return `CASE WHEN ${isShared} THEN version END, version, CASE WHEN ${isShared} THEN ${cells} END`
}

/** Writes one row per order of `stage.heads` into `stage.orders`: sums of its product lines, and what stands at the order. */
export const insertOrders = (plan: GroupPlan): string => `INSERT INTO stage.orders (${NAMES})
  SELECT * EXCLUDE (content, item, state, origin_at, charged, is_instant, order_key), hash(order_id, kind, CASE WHEN is_instant THEN ordered_at ELSE local_at END, identity, status, channel, country, coupon, currency, tax, shipping, fees, content) AS version,
    item, state, origin_at, charged, is_instant, ${versionsOf(plan)} FROM (
  SELECT h.order_key, h.order_id, ${kind(plan.returnPrefix)} AS kind, h.ordered_at, h.local_at, CAST(h.local_at AS DATE) AS day, h.identity, h.status, h.channel, h.country,
    h.coupon, h.currency, l.lines, l.units, l.gross, l.discount, l.returned, l.net, h.tax, CAST(h.shipping + l.shipping AS BIGINT) AS shipping, l.fees,
    ${plan.perOrder.has('refund') ? 'h.refund <> 0 AND h.cancelled_at IS NULL' : 'h.refund <> 0'} AS returns_estimated,
    CASE WHEN h.order_id <> h.order_key THEN h.order_key END AS name, l.content,
    CASE WHEN l.excluded > 0 AND l.sells = 0 AND l.gives = 0 THEN CASE WHEN l.held_sells > 0 THEN 'sale' WHEN l.held_gives > 0 THEN 'return' ELSE 'other' END END AS item,
    CASE WHEN h.cancelled_at IS NOT NULL THEN 'cancelled' WHEN l.excluded > 0 THEN CASE WHEN l.sells + l.gives = 0 THEN l.held_state END ELSE h.state END AS state,
    NULL::TIMESTAMP AS origin_at, h.total AS charged, h.is_instant
  FROM stage.heads h JOIN (SELECT order_id, CAST(count(*) AS INTEGER) AS lines,
      CAST(coalesce(sum(quantity) FILTER (kind = 'product' AND quantity > 0), sum(quantity) FILTER (kind = 'product'), 0) AS DOUBLE) AS units,
      CAST(coalesce(sum(gross) FILTER (kind = 'product'), 0) AS BIGINT) AS gross,
      CAST(coalesce(sum(discount) FILTER (kind = 'product'), 0) AS BIGINT) AS discount,
      CAST(coalesce(sum(returned) FILTER (kind = 'product'), 0) AS BIGINT) AS returned,
      CAST(coalesce(sum(net) FILTER (kind = 'product'), 0) AS BIGINT) AS net,
      CAST(coalesce(sum(net) FILTER (kind = 'shipping'), 0) AS BIGINT) AS shipping,
      CAST(coalesce(sum(net) FILTER (kind = 'fee'), 0) AS BIGINT) AS fees,
      count(*) FILTER (kind = 'product' AND quantity > 0) AS sells, count(*) FILTER (kind = 'product' AND quantity < 0) AS gives,
      count(*) FILTER (kind = 'excluded') AS excluded, any_value(state) FILTER (kind = 'excluded') AS held_state,
      count(*) FILTER (kind = 'excluded' AND coalesce(item, 'product') = 'product' AND quantity > 0) AS held_sells,
      count(*) FILTER (kind = 'excluded' AND coalesce(item, 'product') = 'product' AND quantity < 0) AS held_gives, sum(${LINE_HASH}) AS content
    FROM stage.lines GROUP BY order_id) l ON l.order_id = h.order_id) o`

/** Lines that a cancellation books back on its day: what was left of the sale, so that both together come to zero. */
export const insertCancelledLines = (table: string): string => `INSERT INTO ${table} (${LINE_NAMES})
  SELECT l.order_id || '/cancelled', l.line, h.cancelled_at, h.cancelled_local, CAST(h.cancelled_local AS DATE), l.identity, l.product_id, l.sku, l.title, l.kind,
    -l.quantity, l.unit_price, CASE WHEN l.kind = 'product' THEN 0 ELSE -l.gross END, CASE WHEN l.kind = 'product' THEN 0 ELSE -l.discount END,
    CASE WHEN l.kind = 'product' THEN l.gross - l.discount - l.returned ELSE 0 END, -l.net, -l.tax, -l.cost, l.currency, l.channel, l.country, l.status, NULL, 'cancellation', l.local_at, l.is_instant
  FROM stage.lines l JOIN stage.heads h ON h.order_id = l.order_id WHERE h.cancelled_at IS NOT NULL AND l.kind <> 'excluded'`

/** The documents of those lines. */
export const insertCancelledOrders = (): string => `INSERT INTO stage.orders (${NAMES})
  SELECT o.order_id || '/cancelled', 'return', h.cancelled_at, h.cancelled_local, CAST(h.cancelled_local AS DATE), o.identity, o.status, o.channel, o.country,
    o.coupon, o.currency, o.lines, -o.units, 0, 0, o.gross - o.discount - o.returned, -(o.gross - o.discount - o.returned), -o.tax, -o.shipping, -o.fees, false, NULL,
    hash(o.version, CASE WHEN o.is_instant THEN h.cancelled_at ELSE h.cancelled_local END), NULL, 'cancellation', o.local_at, -o.charged, o.is_instant, NULL, NULL, NULL
  FROM stage.orders o JOIN stage.heads h ON h.order_id = o.order_id WHERE h.cancelled_at IS NOT NULL`
