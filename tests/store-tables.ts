import type { BulkEngine } from '../src/query/statement.ts'
import {
  columnList,
  IDENTITY_COLUMNS,
  LINE_COLUMNS,
  ORDER_COLUMNS,
  PRODUCT_COLUMNS,
} from '../src/query/tables.ts'

/** Empty store.lines, store.orders, store.products and store.identities in any engine. */
export async function createStoreTables(engine: BulkEngine): Promise<void> {
  await engine.exec('CREATE SCHEMA IF NOT EXISTS store')
  for (const [table, columns] of [
    ['lines', LINE_COLUMNS],
    ['orders', ORDER_COLUMNS],
    ['products', PRODUCT_COLUMNS],
    ['identities', IDENTITY_COLUMNS],
  ] as const) {
    await engine.exec(`CREATE TABLE store.${table} (${columnList(columns)})`)
  }
}
