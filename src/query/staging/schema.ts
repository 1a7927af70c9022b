import { columnList, IDENTITY_COLUMNS, LINE_COLUMNS, ORDER_COLUMNS, PRODUCT_COLUMNS, stagedColumns } from '../tables.ts'

const { customer_id: _, ...PERSON } = IDENTITY_COLUMNS

/** Columns of `stage.refused`: rows that were not taken, with physical line, column, stable code and raw text. */
export const REFUSED_COLUMNS = { file: 'VARCHAR', line: 'INTEGER', column: 'VARCHAR', code: 'VARCHAR', raw: 'VARCHAR' } as const

/** Statements that make the empty staging area: schema `stage` with lines, orders, products, identities, refused. */
export const createStagingSql = (): string[] => [
  'CREATE SCHEMA stage',
  `CREATE TABLE stage.lines (${columnList(stagedColumns(LINE_COLUMNS))})`,
  `CREATE TABLE stage.orders (${columnList(stagedColumns(ORDER_COLUMNS))})`,
  `CREATE TABLE stage.products (${columnList(PRODUCT_COLUMNS)})`,
  `CREATE TABLE stage.identities (${columnList(PERSON)})`,
  `CREATE TABLE stage.refused (file VARCHAR, line INTEGER, "column" VARCHAR, code VARCHAR, raw VARCHAR)`,
  'CREATE TABLE stage.order_keys (order_key VARCHAR, order_id VARCHAR, file INTEGER)',
]
