import type { Statement } from '../statement.ts'
import { literal } from './sql-text.ts'

/** Remembers a file of a drop: its header, and the fields that it has. */
export const rememberFile = (index: number, header: string, fields: readonly string[]): string =>
  `INSERT INTO stage.files VALUES (${index}, ${literal(header)}, ${literal(fields.join(' '))})`

/** Fields of earlier files of the drop that have another header and share orders with these cells. */
export const otherTables = (cells: string, header: string): Statement<{ fields: string }> => ({
  sql: `SELECT f.fields FROM stage.files f WHERE f.header <> ? AND f.file IN (
    SELECT k.file FROM stage.order_keys k SEMI JOIN (SELECT order_key FROM ${cells} WHERE code IS NULL) USING (order_key))`,
  params: [header],
})

const AMOUNTS = ['discount', 'tax', 'shipping', 'refund']

/**
 * Puts the rows of a list of orders together, in `stage.pool`, with the lines of these orders from earlier files of the drop:
 * of shared orders (`stage.shared`) the list's rows are no lines, but say who bought, in what state the order is, and the
 * amounts (`own`) that the lines do not have. Orders that only the list has stay as they are.
 */
export function poolWithList(files: readonly number[], index: number, own: ReadonlySet<string>): string {
  const shared = 'order_key IN (SELECT order_key FROM stage.shared)'
  const taken = AMOUNTS.filter((name) => !own.has(name)).map(
    (name) => `, CASE WHEN ${shared} THEN NULL ELSE ${name} END AS ${name}`,
  )
  const list = `SELECT * REPLACE (CASE WHEN ${shared} THEN false ELSE is_line END AS is_line${taken.join('')}), ${index} AS file FROM stage.cells_${index} WHERE code IS NULL`
  const lines = files
    .filter((file) => file < index)
    .map((file) => `SELECT *, ${file} AS file FROM stage.cells_${file} WHERE code IS NULL AND ${shared}`)
  return `CREATE OR REPLACE TABLE stage.pool AS
    WITH listed AS (${list}), states AS (SELECT order_key, any_value(kind) AS kind, any_value(state) AS state, any_value(status) AS status FROM listed GROUP BY order_key),
    lines AS (SELECT l.* REPLACE (CASE WHEN s.kind = 'excluded' THEN 'excluded' ELSE l.kind END AS kind, CASE WHEN s.kind = 'excluded' THEN l.kind ELSE l.item END AS item,
      coalesce(l.state, s.state) AS state, coalesce(l.status, s.status) AS status) FROM (${lines.join(' UNION ALL BY NAME ')}) l LEFT JOIN states s USING (order_key))
    SELECT * EXCLUDE (file, rec), row_number() OVER (ORDER BY file, rec) AS rec FROM (SELECT * FROM lines UNION ALL BY NAME SELECT * FROM listed)`
}
