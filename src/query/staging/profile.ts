import type { Statement } from '../statement.ts'
import { literal } from './sql-text.ts'

/** Shapes that are looked at in a column; one with more has no format. */
const SHAPES = 400

export interface ShapeRow {
  readonly shape: string
  readonly count: number
  readonly least: string
  readonly first: number | null
  readonly second: number | null
}

const leading = (column: string, pattern: string): string =>
  `CAST(max(TRY_CAST(regexp_extract(${column}, ${literal(pattern)}, 1) AS INTEGER)) AS DOUBLE)`

/** Shapes (digits as 9) of a column's cells with their number, least text and, for dates, the greatest first and second numbers. */
export function shapesOf(table: string, column: string, dates: boolean): Statement<ShapeRow> {
  const first = dates ? leading(column, '^([0-9]{1,2})[^0-9]') : 'NULL'
  const second = dates ? leading(column, '^[0-9]{1,2}[^0-9]+([0-9]{1,2})[^0-9]') : 'NULL'
  return {
    sql: `SELECT translate(${column}, '0123456789', '9999999999') AS shape, CAST(count(*) AS DOUBLE) AS count, min(${column}) AS least,
      ${first} AS first, ${second} AS second FROM ${table} WHERE ${column} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${SHAPES}`,
    params: [],
  }
}

/** Different texts of a column in upper case, the most frequent first. */
export const valuesOf = (table: string, column: string): Statement<{ value: string; count: number }> => ({
  sql: `SELECT upper(${column}) AS value, CAST(count(*) AS DOUBLE) AS count FROM ${table} WHERE ${column} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 200`,
  params: [],
})

/** Different texts of some columns, as written, the most frequent first. */
export const textsOf = (table: string, columns: readonly string[]): Statement<{ value: string }> => ({
  sql: `SELECT value FROM (${columns.map((column) => `SELECT ${column} AS value FROM ${table}`).join(' UNION ALL ')})
    WHERE value IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 2000`,
  params: [],
})

/** The most frequent text of a column, as written. */
export const writtenOf = (table: string, column: string): Statement<{ value: string }> => ({
  sql: `SELECT ${column} AS value FROM ${table} WHERE ${column} IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
  params: [],
})

/** Some cells of a column with offsets, spread over it: to find the shop's zone. */
export const samplesOf = (table: string, column: string): Statement<{ value: string }> => ({
  sql: `SELECT value FROM (SELECT ${column} AS value, row_number() OVER () AS number, count(*) OVER () AS of FROM ${table} WHERE ${column} IS NOT NULL)
    WHERE number % greatest(1, of // 400) = 0 OR number = 1 ORDER BY number LIMIT 400`,
  params: [],
})

/** Whether a column is in one plain writing throughout: much cheaper to tell than its shapes. */
export interface PlainRow {
  /** Cells that are not of the pattern. */
  readonly others: number
  /** Numbers with one or two decimals, which show that the dot is the decimal mark. */
  readonly pointed: number
  /** Numbers with a dot at all. */
  readonly dotted: number
}

/** Counts the cells of a column that do not match a pattern (RE2), and those with a dot. */
export const plainness = (table: string, column: string, pattern: string): Statement<PlainRow> => ({
  sql: `SELECT CAST(count(*) FILTER (NOT regexp_full_match(${column}, ${literal(pattern)})) AS DOUBLE) AS others,
    CAST(count(*) FILTER (${column}[-3] = '.' OR ${column}[-2] = '.') AS DOUBLE) AS pointed,
    CAST(count(*) FILTER (contains(${column}, '.')) AS DOUBLE) AS dotted FROM ${table} WHERE ${column} IS NOT NULL`,
  params: [],
})

/** What tells a column of rates from one of amounts: cells with a percent sign, cells in all, numbers beyond 0…1, and between. */
export const rateEvidence = (
  table: string,
  column: string,
): Statement<{ percent: number; cells: number; beyond: number; between: number }> => ({
  sql: `SELECT CAST(count(*) FILTER (ends_with(cell, '%')) AS DOUBLE) AS percent, CAST(count(*) AS DOUBLE) AS cells,
      CAST(count(*) FILTER (value IS NULL OR value < 0 OR value > 1) AS DOUBLE) AS beyond, CAST(count(*) FILTER (value > 0 AND value < 1) AS DOUBLE) AS between
    FROM (SELECT ${column} AS cell, TRY_CAST(replace(${column}, ',', '.') AS DOUBLE) AS value FROM ${table} WHERE ${column} IS NOT NULL)`,
  params: [],
})

/** First cell of a column that is not null. */
export const firstCell = (table: string, column: string): Statement<{ value: string }> => ({
  sql: `SELECT ${column} AS value FROM ${table} WHERE ${column} IS NOT NULL LIMIT 1`,
  params: [],
})

/** Least and greatest text of a column: for dates written year first, the days that they span. */
export const spanOf = (
  table: string,
  column: string,
): Statement<{ least: string | null; greatest: string | null }> => ({
  sql: `SELECT min(${column}) AS least, max(${column}) AS greatest FROM ${table}`,
  params: [],
})
