import { type ErasedIdentity, tombstoneOf } from '../../model/erasure.ts'
import type { Runner } from '../statement.ts'

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`

/** Columns that say who somebody is, in the table of people and wherever a row carries its person's key. */
const PERSONAL: ReadonlySet<string> = new Set(['platform_id', 'email', 'name', 'phone'])

interface Column {
  readonly table_name: string
  readonly column_name: string
}

/** Tables of an attached part with their columns. */
export async function columnsOfPart(
  engine: Runner,
  alias: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await engine.run<Column>({
    sql: `SELECT table_name, column_name FROM duckdb_columns() WHERE database_name = ? ORDER BY table_name, column_index`,
    params: [alias],
  })
  const tables = new Map<string, string[]>()
  for (const { table_name, column_name } of rows)
    tables.set(table_name, [...(tables.get(table_name) ?? []), column_name])
  return tables
}

const listed = (table: string, columns: readonly string[]): string =>
  columns
    .map((name) => {
      if (name === 'identity') return 'coalesce(g.tombstone, t.identity) AS identity'
      const personal = PERSONAL.has(name) || (table === 'identities' && name === 'country')
      return personal ? `CASE WHEN g.identity IS NULL THEN t.${name} END AS ${name}` : `t."${name}"`
    })
    .join(', ')

/** Statements that copy the tables of a part (attached as `alias`) into `target` without what tells who those people are. */
export function writeWithout(
  target: string,
  alias: string,
  tables: ReadonlyMap<string, readonly string[]>,
  people: readonly ErasedIdentity[],
): readonly string[] {
  const rows = people.map(({ identity, token }) => `(${text(identity)}, ${text(tombstoneOf(token))})`)
  const gone = `(VALUES ${rows.join(', ')}) g(identity, tombstone)`
  return [...tables].map(([table, columns]) =>
    columns.includes('identity')
      ? `CREATE TABLE ${target}.${table} AS SELECT ${listed(table, columns)} FROM ${alias}.${table} t LEFT JOIN ${gone} ON g.identity = t.identity ORDER BY t.rowid`
      : `CREATE TABLE ${target}.${table} AS SELECT * FROM ${alias}.${table}`,
  )
}
