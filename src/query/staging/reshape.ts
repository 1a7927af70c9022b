import type { Statement } from '../statement.ts'
import { literal } from './sql-text.ts'

/** How a table of texts becomes a table of order lines, all in text (`import/sources`, `Reshape`). */
export interface ShapePlan {
  /** Table of texts. */
  readonly raw: string
  /** Every field that the layout knows → its column, null where the file has none. */
  readonly columns: ReadonlyMap<string, string | null>
  /** Groups → their columns in order. */
  readonly groups: ReadonlyMap<string, readonly string[]>
  readonly drop: readonly { readonly code: string; readonly when: string }[]
  readonly lines: string | undefined
  /** Field of a line → expression. */
  readonly fields: ReadonlyMap<string, string>
  readonly tell: Readonly<Record<string, string>>
}

/** Column of a line's field in the reshaped table. */
export const shapedColumn = (field: string): string => `f_${field}`

const TOLD = 'told_'

function rowsSql(plan: ShapePlan): string {
  const columns = [...plan.columns].map(([field, column]) => `${column ?? 'NULL::VARCHAR'} AS ${field}`)
  const groups = [...plan.groups].map(
    ([name, list]) => `${list.length > 0 ? `list_value(${list.join(', ')})` : 'NULL::VARCHAR[]'} AS ${name}`,
  )
  return `SELECT rowid AS origin, ${[...columns, ...groups].join(', ')} FROM ${plan.raw}`
}

/** Statements that make `view`, the named texts of all records with the code under which some are `dropped`, and `target`, the lines. */
export function reshapeRows(plan: ShapePlan, view: string, target: string): string[] {
  const drops = plan.drop.map(({ code, when }) => `WHEN ${when} THEN ${literal(code)}`).join(' ')
  const dropped = drops === '' ? 'NULL::VARCHAR' : `CASE ${drops} END`
  const fields = [...plan.fields].map(([field, sql]) => `CAST(${sql} AS VARCHAR) AS ${shapedColumn(field)}`)
  const told = Object.entries(plan.tell).map(([code, when]) => `coalesce(${when}, false) AS ${TOLD}${code}`)
  return [
    `CREATE OR REPLACE VIEW ${view} AS SELECT *, ${dropped} AS dropped FROM (${rowsSql(plan)})`,
    `CREATE OR REPLACE TABLE ${target} AS
     WITH rows AS (SELECT * EXCLUDE (dropped) FROM ${view} WHERE dropped IS NULL),
       lines AS (${plan.lines ?? 'SELECT *, 0 AS item FROM rows'})
     SELECT ${['origin', ...fields, ...told].join(', ')} FROM lines ORDER BY origin, item`,
  ]
}

/** How many records were left out under each code, and the first twenty of them. */
export const droppedRecords = (
  view: string,
): Statement<{ code: string; count: number; records: string }> => ({
  sql: `SELECT dropped AS code, CAST(count(*) AS DOUBLE) AS count, array_to_string(min(origin, 20), ',') AS records
    FROM ${view} WHERE dropped IS NOT NULL GROUP BY 1 ORDER BY 1`,
  params: [],
})

/** How many lines a condition of the layout was true for, and their first twenty records. */
export const toldRecords = (target: string, code: string): Statement<{ count: number; records: string }> => ({
  sql: `SELECT CAST(count(*) AS DOUBLE) AS count, array_to_string(min(DISTINCT origin, 20), ',') AS records FROM ${target} WHERE ${TOLD}${code}`,
  params: [],
})

/** How many rows of other tables of the set no line takes; `rows` are the records of the lines. */
export const leftRows = (view: string, from: string): Statement<{ count: number }> => ({
  sql: `WITH rows AS (SELECT * FROM ${view}) SELECT CAST(count(*) AS DOUBLE) AS count FROM ${from}`,
  params: [],
})

/** The record of the file that each line of the reshaped table comes from. */
export const originsOf = (
  target: string,
  lines: readonly number[],
): Statement<{ rec: number; origin: number }> => ({
  sql: `SELECT CAST(rowid AS DOUBLE) AS rec, CAST(origin AS DOUBLE) AS origin FROM ${target} WHERE rowid IN (${lines.join(', ')})`,
  params: [],
})

/** Records of the file of which some line was refused. */
export const refusedOrigins = (cells: string, target: string): Statement<{ records: number }> => ({
  sql: `SELECT CAST(count(DISTINCT t.origin) AS DOUBLE) AS records FROM ${cells} c JOIN ${target} t ON t.rowid = c.rec WHERE c.code IS NOT NULL`,
  params: [],
})
