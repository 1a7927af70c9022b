import type { Statement } from '../statement.ts'

/** Orders of a file that an earlier file of the same drop has, too. */
export const countShared = (cells: string): Statement<{ orders: number }> => ({
  sql: `SELECT CAST(count(*) AS DOUBLE) AS orders FROM (SELECT DISTINCT order_key FROM ${cells} WHERE code IS NULL) SEMI JOIN stage.order_keys USING (order_key)`,
  params: [],
})

/** Puts the cells of orders that no earlier file of the drop has in `stage.pool`. */
export const withoutShared = (cells: string): string =>
  `CREATE OR REPLACE TABLE stage.pool AS SELECT * FROM ${cells} ANTI JOIN stage.order_keys USING (order_key)`

/** Numbers of the files of this drop whose cells are still there. */
export const cellTables = (): Statement<{ file: number }> => ({
  sql: `SELECT CAST(replace(table_name, 'cells_', '') AS DOUBLE) AS file FROM information_schema.tables
    WHERE table_schema = 'stage' AND starts_with(table_name, 'cells_') ORDER BY 1`,
  params: [],
})

const CONTENT = 'product_id, title, quantity, unit_price, total_minor, local_at, is_line'

/** Statement that names the orders of a file that earlier ones have, in `stage.shared`. */
const nameShared = (index: number): string =>
  `CREATE OR REPLACE TABLE stage.shared AS SELECT DISTINCT order_key FROM stage.cells_${index} WHERE code IS NULL AND order_key IN (SELECT order_key FROM stage.order_keys)`

/** Statements that take the orders of `stage.shared` back out of the staging tables. */
export const takeBackShared = (): string[] => {
  const ids = 'SELECT order_id FROM stage.order_keys SEMI JOIN stage.shared USING (order_key)'
  const theirs = `order_id IN (${ids}) OR order_id IN (SELECT order_id || '/cancelled' FROM (${ids}))`
  return [
    `DELETE FROM stage.lines WHERE ${theirs}`,
    `DELETE FROM stage.orders WHERE ${theirs}`,
    `DELETE FROM stage.order_keys WHERE order_key IN (SELECT order_key FROM stage.shared)`,
    `DELETE FROM stage.refused WHERE code = 'DATE_MISSING' AND order_key IN (SELECT order_key FROM stage.shared)`,
  ]
}

/**
 * Statements that put together, in `stage.pool`, the rows of a file with those of earlier files for the orders that they
 * share, and take these orders back out of the staging tables. Rows that stand in both files (overlapping exports) are
 * taken once; rows that stand in one (a file cut in the middle of an order) are joined. Where order cells stand on the first
 * row only, a later file that has an order's first row replaces what an earlier such file said of it.
 */
export const poolShared = (files: readonly number[], index: number, orderRows: boolean): string[] => {
  const all = files
    .map(
      (file) =>
        `SELECT * REPLACE (NULL::VARCHAR AS code), ${file} AS file FROM stage.cells_${file} WHERE code IS NULL ${file < index ? `OR code = 'DATE_MISSING'` : ''}`,
    )
    .join(' UNION ALL BY NAME ')
  const whole = orderRows ? 'status IS NOT NULL OR total IS NOT NULL' : 'false'
  return [
    nameShared(index),
    ...takeBackShared(),
    `CREATE OR REPLACE TABLE stage.pool AS
     WITH rows AS (SELECT a.* FROM (${all}) a WHERE file = ${index} OR order_key IN (SELECT order_key FROM stage.shared)),
     per_file AS (SELECT order_key, file, bool_or(${whole}) AS whole FROM rows GROUP BY ALL),
     latest AS (SELECT order_key, max(file) FILTER (whole) AS file FROM per_file GROUP BY order_key),
     kept AS (SELECT r.*, row_number() OVER (PARTITION BY r.file, r.order_key, hash(${CONTENT}) ORDER BY r.rec) AS number FROM rows r
       JOIN per_file p ON p.order_key = r.order_key AND p.file = r.file JOIN latest l ON l.order_key = r.order_key
       WHERE NOT p.whole OR p.file = l.file)
     SELECT * EXCLUDE (file, rec, number, again), row_number() OVER (ORDER BY file, rec) AS rec FROM (SELECT *, row_number() OVER (PARTITION BY order_key, hash(${CONTENT}), number ORDER BY file) AS again FROM kept)
     WHERE again = 1`,
  ]
}

/** Remembers the orders of rows that were refused for want of a date: a later file of the drop may have it. */
export const rememberDateless = (index: number): string =>
  `INSERT INTO stage.order_keys SELECT DISTINCT order_key, NULL, ${index} FROM stage.cells_${index} WHERE code = 'DATE_MISSING' AND order_key IS NOT NULL`
