import type { Statement } from '../statement.ts'

/** Rows that a message of the preview is about: stable code → condition over the typed cells. */
export const noticeConditions = (cells: {
  readonly people: boolean
  readonly negativeIsNews: boolean
  readonly long: boolean
}): ReadonlyMap<string, string> =>
  new Map([
    ...(cells.people
      ? ([['CUSTOMER_MISSING', `code IS NULL AND is_line AND identity IS NULL`]] as const)
      : []),
    ...(cells.negativeIsNews
      ? ([
          [
            'NEGATIVE_QTY_AS_RETURN',
            `code IS NULL AND kind = 'product' AND (quantity < 0 OR total_minor < 0)`,
          ],
        ] as const)
      : []),
    ...(cells.long
      ? ([['TEXT_SHORTENED', `regexp_matches(title, '…[0-9a-f]{8}$') AND length(title) = 500`]] as const)
      : []),
    ['STATUS_EXCLUDED_FROM_REVENUE', `code IS NULL AND kind = 'excluded' AND status IS NOT NULL`],
    ['NON_PRODUCT_LINES', `code IS NULL AND kind IN ('shipping', 'fee', 'adjustment', 'gift_card', 'stock')`],
    ['IDS_DAMAGED_BY_SPREADSHEET', `regexp_matches(order_key, '^[0-9]([.,][0-9]+)?[eE][+]?[0-9]+$')`],
  ])

/** How many cells meet each condition, in one pass: one row, a column per code. */
export const countNotices = (
  table: string,
  conditions: ReadonlyMap<string, string>,
): Statement<Record<string, number>> => ({
  sql: `SELECT ${[...conditions].map(([code, condition]) => `CAST(count(*) FILTER (${condition}) AS DOUBLE) AS ${code}`).join(', ')} FROM ${table}`,
  params: [],
})

/** Records (from 0) of the first twenty cells that meet a condition. */
export const recordsWhere = (table: string, condition: string): Statement<{ rec: number }> => ({
  sql: `SELECT CAST(rec AS DOUBLE) AS rec FROM ${table} WHERE ${condition} ORDER BY rec LIMIT 20`,
  params: [],
})

const CONTENT = 'order_key, product_id, title, quantity, unit_price, total_minor, local_at, identity, status'

/** Lines that are the same as another line of their order in all that is read: how many too many, and the first records of such. */
export const identicalLines = (table: string): Statement<{ more: number; records: string | null }> => ({
  sql: `SELECT CAST(coalesce(sum(number - 1), 0) AS DOUBLE) AS more, array_to_string(min(last, 20), ',') AS records FROM (
    SELECT max(rec) AS last, count(*) AS number FROM ${table} WHERE code IS NULL AND is_line GROUP BY hash(${CONTENT}) HAVING count(*) > 1)`,
  params: [],
})

/** How many cells were refused, by code. */
export const countRefused = (table: string): Statement<{ code: string; count: number }> => ({
  sql: `SELECT code, CAST(count(*) AS DOUBLE) AS count FROM ${table} WHERE code IS NOT NULL GROUP BY 1 ORDER BY 1`,
  params: [],
})

/** Refused cells with their text as far as it is still there: record, code, field, raw (500 characters). */
export const refusedCells = (
  table: string,
  text: string,
  limit: number,
): Statement<{ rec: number; code: string; field: string; order_key: string | null; raw: string }> => ({
  sql: `SELECT CAST(c.rec AS DOUBLE) AS rec, c.code, c.field, c.order_key, left(${text}, 500) AS raw FROM ${table} c WHERE c.code IS NOT NULL ORDER BY c.rec LIMIT ${limit}`,
  params: [],
})

/** Rows taken and the days they span. */
export const spanOfCells = (
  table: string,
): Statement<{ rows: number; first_day: string | null; last_day: string | null }> => ({
  sql: `SELECT CAST(count(*) FILTER (code IS NULL) AS DOUBLE) AS rows, strftime(min(local_at) FILTER (code IS NULL), '%Y-%m-%d') AS first_day,
    strftime(max(local_at) FILTER (code IS NULL), '%Y-%m-%d') AS last_day FROM ${table}`,
  params: [],
})

/** Rows whose order has no date in any of its rows are refused, too: with the code of the row that had one, else DATE_MISSING. `typed` is the table behind the cells. */
export const refuseDateless = (typed: string): string =>
  `UPDATE ${typed} SET code = coalesce(d.code, 'DATE_MISSING'), field = 'ordered_at'
   FROM (SELECT h.order_key, r.code FROM stage.heads h LEFT JOIN (SELECT order_key, any_value(code) AS code FROM ${typed}
     WHERE code IS NOT NULL AND field = 'ordered_at' GROUP BY order_key) r ON r.order_key = h.order_key WHERE h.local_at IS NULL) d
   WHERE ${typed}.code IS NULL AND ${typed}.order_key = d.order_key`

/** How often an amount is the same on all lines of an order with several: it then stands for the order. */
export const repeatedAmounts = (
  table: string,
  field: string,
): Statement<{ orders: number; same: number }> => ({
  sql: `SELECT CAST(count(*) AS DOUBLE) AS orders, CAST(count(*) FILTER (low = high) AS DOUBLE) AS same FROM (
    SELECT min(${field}) AS low, max(${field}) AS high FROM ${table} WHERE code IS NULL AND ${field} IS NOT NULL
    GROUP BY order_key HAVING count(*) > 1 AND max(abs(${field})) > 0)`,
  params: [],
})
