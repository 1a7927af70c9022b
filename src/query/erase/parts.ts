import { type ErasedTraces, tombstoneOf } from '../../model/erasure.ts'
import { literal } from '../staging/sql-text.ts'
import type { Runner } from '../statement.ts'

/** Columns that say who somebody is, in the table of people and wherever a row carries its person's key. */
const PERSONAL: ReadonlySet<string> = new Set(['platform_id', 'email', 'name', 'phone'])

/** What people have written, by table. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  reviews: ['headline', 'body'],
  refunds: ['reason'],
}

type Tables = ReadonlyMap<string, readonly string[]>

interface Column {
  readonly table_name: string
  readonly column_name: string
}

/** Tables of an attached part with their columns. */
export async function columnsOfPart(engine: Runner, alias: string): Promise<Tables> {
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

const isOneOf = (column: string, values: readonly (string | number)[]): string =>
  values.length === 0
    ? 'false'
    : `coalesce(${column} IN (${values.map((value) => (typeof value === 'number' ? value : literal(value))).join(', ')}), false)`

/** Whether a row was written by one of the people: by its person's key, or by its order. An import's own part has keys of its own. */
function isTheirs(alias: string, tables: Tables, columns: readonly string[], traces: ErasedTraces): string {
  const own = `t.customer_id IN (SELECT customer_id FROM ${alias}.identities WHERE ${isOneOf(
    'identity',
    traces.people.map(({ identity }) => identity),
  )})`
  const byKey = tables.has('identities')
    ? `coalesce(${own}, false)`
    : isOneOf('t.customer_id', traces.customerIds)
  return [
    columns.includes('customer_id') ? byKey : 'false',
    columns.includes('order_id') ? isOneOf('t.order_id', traces.orders) : 'false',
  ].join(' OR ')
}

const tells = (column: string, texts: readonly string[]): string =>
  texts.length === 0
    ? 'false'
    : `EXISTS (SELECT 1 FROM (VALUES ${texts.map((text) => `(${literal(text)})`).join(', ')}) x(known) WHERE contains(lower(${column}), x.known))`

/** What they wrote goes, and what others wrote of them by name or address. */
function withoutWriting(
  target: string,
  alias: string,
  table: string,
  tables: Tables,
  traces: ErasedTraces,
): string {
  const columns = tables.get(table) ?? []
  const theirs = isTheirs(alias, tables, columns, traces)
  const list = columns.map((name) =>
    WRITTEN[table]?.includes(name)
      ? `CASE WHEN ${theirs} OR ${tells(`t.${name}`, traces.texts)} THEN NULL ELSE t.${name} END AS ${name}`
      : `t."${name}"`,
  )
  return `CREATE TABLE ${target}.${table} AS SELECT ${list.join(', ')} FROM ${alias}.${table} t ORDER BY t.rowid`
}

/** Statements that copy the tables of a part (attached as `alias`) into `target` without what tells who those people are. */
export function writeWithout(
  target: string,
  alias: string,
  tables: Tables,
  traces: ErasedTraces,
): readonly string[] {
  const rows = traces.people.map(
    ({ identity, token }) => `(${literal(identity)}, ${literal(tombstoneOf(token))})`,
  )
  const gone = `(VALUES ${rows.join(', ') || '(NULL, NULL)'}) g(identity, tombstone)`
  return [...tables].map(([table, columns]) => {
    if (columns.includes('identity'))
      return `CREATE TABLE ${target}.${table} AS SELECT ${listed(table, columns)} FROM ${alias}.${table} t LEFT JOIN ${gone} ON g.identity = t.identity ORDER BY t.rowid`
    if (WRITTEN[table]) return withoutWriting(target, alias, table, tables, traces)
    return `CREATE TABLE ${target}.${table} AS SELECT * FROM ${alias}.${table}`
  })
}
