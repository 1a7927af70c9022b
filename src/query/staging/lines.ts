import { LINE_COLUMNS, stagedColumns } from '../tables.ts'
import type { GroupPlan } from './group.ts'

const NAMES = Object.keys(stagedColumns(LINE_COLUMNS)).join(', ')

/** What the writer of lines must know besides the grouping. */
export interface LinesPlan extends GroupPlan {
  /** Some orders' rows do not stand side by side, or some are refused: `stage.numbers` has the line numbers of those. */
  readonly untidy: boolean
  readonly shares: boolean
  /** Some rows take their date from another row of their order. */
  readonly fillDates: boolean
  /** Orders have an id beside the key that groups their rows. */
  readonly hasIds: boolean
}

/** Numbers the lines of orders whose rows do not stand side by side; those of all others follow from record numbers. */
export const numberUntidy = (plan: GroupPlan): string => `CREATE OR REPLACE TABLE stage.numbers AS
  SELECT c.rec, row_number() OVER (PARTITION BY c.order_key ORDER BY c.rec) AS number FROM ${plan.cells} c
  WHERE c.code IS NULL AND c.is_line AND c.order_key IN (SELECT order_key FROM stage.heads WHERE NOT tidy)`

const lineNumber = (untidy: boolean): string =>
  untidy ? 'coalesce(n.number, c.rec - h.first_rec + 1)' : 'c.rec - h.first_rec + 1'

/** Discount of a line: what stands at it, and its share of the order's. */
const discount = (plan: LinesPlan): string => {
  const own = plan.perOrder.has('discount')
    ? 'coalesce(abs(c.line_discount), 0)'
    : 'coalesce(abs(c.line_discount), abs(c.discount), 0)'
  const capped = `least(${own}, c.total_minor)`
  return plan.shares ? `${capped} + coalesce(s.discount, 0)` : capped
}

/** What a line gave back: its own refund, of which no more is goods than was paid for them, and its share of the order's. */
const returned = (plan: LinesPlan): string => {
  const paid = `greatest(c.total_minor - (${discount(plan)}), 0)`
  const own = plan.perOrder.has('refund') ? '0' : `least(coalesce(abs(c.refund), 0), ${paid})`
  return plan.shares ? `${own} + coalesce(s.returned, 0)` : own
}

/**
 * SELECT of the accepted lines, in the columns of `stage.lines`. A product line of negative total gives goods back: gross 0, returned its
 * amount; so do lines left out for their status; its cost comes back with them. Lines that are no product keep their amount, signed, as gross and net, outside of all product figures.
 */
const selectLines = (plan: LinesPlan): string => {
  const item = `coalesce(c.item, c.kind) = 'product'`
  const sells = `${item} AND c.total_minor >= 0 AND c.quantity >= 0`
  const gives = `${item} AND (c.total_minor < 0 OR c.quantity < 0)`
  const pieces = `CASE WHEN ${gives} THEN -abs(c.quantity) ELSE c.quantity END`
  const filled = (name: string) => (plan.fillDates ? `coalesce(c.${name}, h.${name})` : `c.${name}`)
  const gross = `CASE WHEN ${gives} THEN 0 ELSE c.total_minor END`
  const off = `CASE WHEN ${sells} THEN ${discount(plan)} ELSE 0 END`
  const back = `CASE WHEN ${gives} THEN abs(c.total_minor) WHEN ${sells} THEN ${returned(plan)} ELSE 0 END`
  return `SELECT order_id, line, ordered_at, local_at, day, identity, product_id, sku, title, kind, quantity, unit_price,
    gross, discount, returned, gross - discount - returned AS net, tax, cost, currency, channel, country, status, item, state, origin_at, is_instant FROM (
  SELECT ${plan.hasIds ? 'h.order_id' : 'c.order_key AS order_id'}, CAST(${lineNumber(plan.untidy)} AS INTEGER) AS line, ${filled('ordered_at')} AS ordered_at,
    ${filled('local_at')} AS local_at, CAST(${filled('local_at')} AS DATE) AS day, h.identity AS identity,
    c.product_id, c.sku, c.title, c.kind, ${pieces} AS quantity, c.unit_price,
    ${gross} AS gross, ${off} AS discount, ${back} AS returned,
    ${plan.perOrder.has('tax') ? 'NULL::BIGINT' : 'c.tax'} AS tax, CAST(round(c.cost * ${pieces}) AS BIGINT) AS cost,
    c.currency, h.channel, h.country, coalesce(c.status, h.status) AS status, c.item,
    CASE WHEN h.cancelled_at IS NOT NULL THEN 'cancelled' WHEN c.kind = 'excluded' AND c.item IS NULL THEN 'test' ELSE coalesce(c.state, h.state) END AS state,
    NULL::TIMESTAMP AS origin_at, h.is_instant
  FROM ${plan.cells} c JOIN stage.heads h ON h.order_key = c.order_key
    ${plan.shares ? 'LEFT JOIN stage.shares s ON s.rec = c.rec' : ''}
    ${plan.untidy ? 'LEFT JOIN stage.numbers n ON n.rec = c.rec' : ''}
  WHERE c.code IS NULL AND c.is_line ${plan.fillDates ? 'AND h.local_at IS NOT NULL' : ''})`
}

/** Adds the accepted lines to `stage.lines`. */
export const insertLines = (plan: LinesPlan): string =>
  `INSERT INTO stage.lines (${NAMES}) ${selectLines(plan)}`

/**
 * Makes `stage.lines` a view over cells and heads: for the only file of a drop. Writing a million lines out costs more than
 * all that reads them afterwards. Lines that are added to it go to `stage.more_lines`.
 */
export const viewLines = (plan: LinesPlan): string[] => [
  'ALTER TABLE stage.lines RENAME TO more_lines',
  `CREATE VIEW stage.lines AS SELECT ${NAMES} FROM stage.more_lines UNION ALL ${selectLines(plan)}`,
]
