import type { Statement } from '../statement.ts'
import { literal } from './sql-text.ts'

/** A file of a drop as its later files see it. */
export interface StagedTable {
  readonly index: number
  readonly header: string
  /** Fields that stand once per order. */
  readonly once: readonly string[]
  /** Its rows are whole orders, not lines. */
  readonly isList: boolean
}

/** Remembers a file of a drop. */
export const rememberFile = ({ index, header, once, isList }: StagedTable): string =>
  `INSERT INTO stage.files VALUES (${index}, ${literal(header)}, ${literal(once.join(' '))}, ${isList})`

/** Earlier files of lines of the drop that have another header. */
export const otherTables = (header: string): Statement<{ once: string; file: number }> => ({
  sql: 'SELECT once, CAST(file AS DOUBLE) AS file FROM stage.files WHERE header <> ? AND NOT is_list',
  params: [header],
})

/** Orders that two files share. */
export const countCommon = (index: number, file: number): Statement<{ orders: number }> => ({
  sql: `SELECT CAST(count(DISTINCT order_key) AS DOUBLE) AS orders FROM stage.cells_${index} SEMI JOIN (
    SELECT order_key FROM stage.cells_${file} WHERE code IS NULL) USING (order_key) WHERE code IS NULL`,
  params: [],
})

/** Names, in `stage.shared`, the orders of a list whose lines other files have. */
export const nameListed = (index: number, files: readonly number[]): string =>
  `CREATE OR REPLACE TABLE stage.shared AS SELECT DISTINCT order_key FROM stage.cells_${index} WHERE code IS NULL AND order_key IN (
    ${files.map((file) => `SELECT order_key FROM stage.cells_${file} WHERE code IS NULL`).join(' UNION ALL ')})`

const AMOUNTS = ['discount', 'tax', 'shipping', 'refund'] as const

const linesIn = (files: readonly number[], where: string): string =>
  files
    .map((file) => `SELECT * FROM stage.cells_${file} WHERE code IS NULL ${where}`)
    .join(' UNION ALL BY NAME ')

/** How many cells of some files have each amount. */
export const countAmounts = (
  files: readonly number[],
): Statement<Record<(typeof AMOUNTS)[number], number>> => ({
  sql: `SELECT ${AMOUNTS.map((name) => `CAST(count(${name}) AS DOUBLE) AS ${name}`).join(', ')} FROM (${linesIn(files, '')})`,
  params: [],
})

/** How a list of orders is put together with the lines of earlier files. */
export interface ListPlan {
  readonly index: number
  /** Earlier files of the drop that have its orders' lines. */
  readonly files: readonly number[]
  /** Amounts that only the list has. */
  readonly own: ReadonlySet<string>
}

/**
 * Puts the rows of a list of orders together, in `stage.pool`, with the lines of these orders from earlier files of the drop:
 * of shared orders (`stage.shared`) the list's rows are no lines, but say who bought, in what state the order is, and the
 * amounts (`own`) that the lines do not have. Its documents of what was given back go where the lines tell the same. Orders that only the list has stay as they are; what an earlier list had of them goes first.
 */
export function poolWithList(plan: ListPlan): string {
  const shared = 'order_key IN (SELECT order_key FROM stage.shared)'
  const taken = AMOUNTS.filter((name) => !plan.own.has(name)).map(
    (name) => `, CASE WHEN ${shared} THEN NULL ELSE ${name} END AS ${name}`,
  )
  const returned = `SELECT order_key FROM (${linesIn(plan.files, 'AND coalesce(refund, 0) <> 0')})`
  const again = `AND NOT (contains(order_key, '/refund/') AND regexp_replace(order_key, '/refund/.*$', '') IN (${returned}))`
  const rowsOf = (file: number) => `SELECT *, ${file} AS file FROM stage.cells_${file} WHERE code IS NULL`
  const list = `SELECT * REPLACE (CASE WHEN ${shared} THEN false ELSE is_line END AS is_line${taken.join('')}), ${plan.index} AS file FROM stage.cells_${plan.index} WHERE code IS NULL ${again}
    AND (${shared} OR order_key NOT IN (SELECT order_key FROM stage.order_keys WHERE order_key IS NOT NULL))`
  const lines = plan.files.map((file) => `${rowsOf(file)} AND ${shared}`)
  return `CREATE OR REPLACE TABLE stage.pool AS
    WITH listed AS (${list}), states AS (SELECT order_key, any_value(kind) AS kind, any_value(state) AS state, any_value(status) AS status FROM listed GROUP BY order_key),
    lines AS (SELECT l.* REPLACE (CASE WHEN s.kind = 'excluded' THEN 'excluded' ELSE l.kind END AS kind, CASE WHEN s.kind = 'excluded' THEN l.kind ELSE l.item END AS item,
      coalesce(l.state, s.state) AS state, coalesce(l.status, s.status) AS status) FROM (${lines.join(' UNION ALL BY NAME ')}) l LEFT JOIN states s USING (order_key))
    SELECT * EXCLUDE (file, rec), row_number() OVER (ORDER BY file, rec) AS rec FROM (SELECT * FROM lines UNION ALL BY NAME SELECT * FROM listed)`
}
