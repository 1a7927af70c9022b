import { LINE_COLUMNS, stagedColumns } from '../tables.ts'
import type { GroupPlan } from './group.ts'

const NAMES = Object.keys(stagedColumns(LINE_COLUMNS)).join(', ')

/** What the writer of lines must know besides the grouping. */
export interface LinesPlan extends GroupPlan {
  /** Rows of every order stand side by side and none of them was refused: line numbers follow from record numbers. */
  readonly tidy: boolean
  readonly shares: boolean
}

const lineNumber = (tidy: boolean): string =>
  tidy ? 'c.rec - h.first_rec + 1' : 'row_number() OVER (PARTITION BY c.order_key ORDER BY c.rec)'

/** Discount of a line: what stands at it, and its share of the order's. */
const discount = (plan: LinesPlan): string => {
  const own = plan.perOrder.has('discount') ? 'coalesce(abs(c.line_discount), 0)' : 'coalesce(abs(c.line_discount), abs(c.discount), 0)'
  const capped = `least(${own}, c.total_minor)`
  return plan.shares ? `${capped} + coalesce(s.discount, 0)` : capped
}

const returned = (plan: LinesPlan): string => {
  const own = plan.perOrder.has('refund') ? '0' : 'least(coalesce(abs(c.refund), 0), c.total_minor)'
  return plan.shares ? `${own} + coalesce(s.returned, 0)` : own
}

/**
 * Writes the accepted lines into `stage.lines`. A product line of negative total gives goods back: gross 0, returned its
 * amount. Lines that are no product keep their amount, signed, as gross and net, outside of all product figures.
 */
export const insertLines = (plan: LinesPlan): string => {
  const sells = `c.kind = 'product' AND c.total_minor >= 0 AND c.quantity >= 0`
  const gives = `c.kind = 'product' AND (c.total_minor < 0 OR c.quantity < 0)`
  const gross = `CASE WHEN ${gives} THEN 0 ELSE c.total_minor END`
  const off = `CASE WHEN ${sells} THEN ${discount(plan)} ELSE 0 END`
  const back = `CASE WHEN ${gives} THEN abs(c.total_minor) WHEN ${sells} THEN ${returned(plan)} ELSE 0 END`
  return `INSERT INTO stage.lines (${NAMES})
  SELECT order_id, line, ordered_at, local_at, day, identity, product_id, sku, title, kind, quantity, unit_price,
    gross, discount, returned, gross - discount - returned, tax, cost, currency, channel, country, status FROM (
  SELECT h.order_id, CAST(${lineNumber(plan.tidy)} AS INTEGER) AS line, coalesce(c.ordered_at, h.ordered_at) AS ordered_at,
    coalesce(c.local_at, h.local_at) AS local_at, CAST(coalesce(c.local_at, h.local_at) AS DATE) AS day, h.identity AS identity,
    c.product_id, c.sku, c.title, c.kind, CASE WHEN ${gives} THEN -abs(c.quantity) ELSE c.quantity END AS quantity, c.unit_price,
    ${gross} AS gross, ${off} AS discount, ${back} AS returned,
    ${plan.perOrder.has('tax') ? 'NULL::BIGINT' : 'c.tax'} AS tax, CAST(round(c.cost * abs(c.quantity)) AS BIGINT) AS cost,
    c.currency, h.channel, h.country, coalesce(c.status, h.status) AS status
  FROM (SELECT *, rowid AS rec FROM ${plan.cells}) c JOIN stage.heads h ON h.order_key = c.order_key
    ${plan.shares ? 'LEFT JOIN stage.shares s ON s.rec = c.rec' : ''}
  WHERE c.code IS NULL AND c.is_line AND h.local_at IS NOT NULL)`
}
