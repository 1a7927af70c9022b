import type { Runner } from './statement.ts'
import type { ColumnTypes } from './tables.ts'

/** Columns that attached parts have, as `alias.table.column`: older parts lack what was added since. */
export type PresentColumns = ReadonlySet<string>

/** Reads which columns the attached files have. */
export async function presentColumns(engine: Runner, aliases: readonly string[]): Promise<PresentColumns> {
  const wanted = new Set(aliases)
  const rows = await engine.run<{ alias: string; name: string }>({
    sql: `SELECT database_name AS alias, table_name || '.' || column_name AS name FROM duckdb_columns() WHERE NOT internal`,
    params: [],
  })
  return new Set(rows.flatMap(({ alias, name }) => (wanted.has(alias) ? [`${alias}.${name}`] : [])))
}

/** A SELECT without rows of these columns. */
export const emptySelect = (columns: ColumnTypes): string =>
  `SELECT ${Object.entries(columns)
    .map(([name, type]) => `CAST(NULL AS ${type}) AS ${name}`)
    .join(', ')} WHERE false`

/** A SELECT of a part's table with all columns of today: those that it lacks are null; one that is not there has no rows. */
export function selectOfPart(
  columns: ColumnTypes,
  alias: string,
  table: string,
  present?: PresentColumns,
): string {
  const has = (name: string) => !present || present.has(`${alias}.${table}.${name}`)
  const names = Object.entries(columns)
  if (!names.some(([name]) => has(name))) return emptySelect(columns)
  const list = names.map(([name, type]) => (has(name) ? name : `CAST(NULL AS ${type}) AS ${name}`))
  return `SELECT ${list.join(', ')} FROM ${alias}.${table}`
}
