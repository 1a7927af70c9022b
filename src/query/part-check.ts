import { IDENTITY_COLUMNS, LINE_COLUMNS, ORDER_COLUMNS, PRODUCT_COLUMNS, type ColumnTypes } from './tables.ts'
import { FACT_NAMES, factColumns } from './fact-tables.ts'
import type { Runner } from './statement.ts'

/** Tables that a part of a kind must have, with the one that its `rows` count. */
const NEEDED = {
  import: { main: 'lines', tables: ['orders', 'lines', 'products', 'identities'] },
  orders: { main: 'lines', tables: ['orders', 'lines'] },
  products: { main: 'products', tables: ['products'] },
  people: { main: 'identities', tables: ['identities'] },
  facts: { main: 'events', tables: FACT_NAMES },
} as const

const COLUMNS: Readonly<Record<string, ColumnTypes>> = {
  lines: LINE_COLUMNS,
  orders: ORDER_COLUMNS,
  products: PRODUCT_COLUMNS,
  identities: IDENTITY_COLUMNS,
  ...Object.fromEntries(FACT_NAMES.map((name) => [name, factColumns(name)])),
}

interface Column {
  readonly table_name: string
  readonly column_name: string
  readonly data_type: string
}

/** What the catalogue of an attached file says: names of its tables, how many views, and the columns. */
async function catalogueOf(runner: Runner, alias: string) {
  const [views] = await runner.run<{ views: number }>({
    sql: 'SELECT CAST(count(*) AS DOUBLE) AS views FROM duckdb_views() WHERE database_name = ? AND NOT internal',
    params: [alias],
  })
  const columns = await runner.run<Column>({
    sql: 'SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE database_name = ? AND NOT internal',
    params: [alias],
  })
  return { views: views?.views ?? 0, columns }
}

const numbersOf = (columns: readonly Column[], table: string): string[] =>
  columns
    .filter(({ table_name, data_type }) => table_name === table && data_type === 'DOUBLE')
    .map(({ column_name }) => column_name)

async function countIn(runner: Runner, from: string): Promise<number> {
  const [row] = await runner.run<{ rows: number }>({
    sql: `SELECT CAST(count(*) AS DOUBLE) AS rows FROM ${from}`,
    params: [],
  })
  return row?.rows ?? 0
}

async function strangeNumbers(runner: Runner, alias: string, table: string, columns: readonly Column[]) {
  const names = numbersOf(columns, table)
  if (names.length === 0) return 0
  const strange = names.map((name) => `NOT isfinite("${name.replaceAll('"', '""')}")`).join(' OR ')
  return countIn(runner, `${alias}.${table} WHERE ${strange}`)
}

/**
 * Whether a database file of somebody else, attached as `alias`, is a part of that kind: its tables are tables (no
 * views), the columns that we read have our types, its rows are as many as said, and no number is NaN or infinite.
 */
export async function isPart(
  runner: Runner,
  alias: string,
  kind: keyof typeof NEEDED,
  rows: number,
): Promise<boolean> {
  const { views, columns } = await catalogueOf(runner, alias)
  if (views > 0) return false
  const { main, tables } = NEEDED[kind]
  for (const table of tables) {
    const own = columns.filter(({ table_name }) => table_name === table)
    if (own.length === 0) return false
    const expected = COLUMNS[table] ?? {}
    if (own.some(({ column_name, data_type }) => (expected[column_name] ?? data_type) !== data_type))
      return false
    if ((await strangeNumbers(runner, alias, table, columns)) > 0) return false
  }
  return (await countIn(runner, `${alias}.${main}`)) === rows
}
