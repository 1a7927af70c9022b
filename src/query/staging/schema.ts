import { FACT_NAMES, factColumns } from '../fact-tables.ts'
import {
  columnList,
  IDENTITY_COLUMNS,
  LINE_COLUMNS,
  ORDER_COLUMNS,
  PRODUCT_COLUMNS,
  stagedColumns,
} from '../tables.ts'
import { STAGING_MACROS } from './macros.ts'

/** People in staging: without number, which the merge gives. */
const PERSON = Object.fromEntries(Object.entries(IDENTITY_COLUMNS).filter(([name]) => name !== 'customer_id'))

/** Statements that make the empty staging area: schema `stage` with lines, orders, products, identities, refused (rows not taken: physical line, column, code, raw text; `order_key` so that a row
 * without date can be taken after all when another file of the drop has the rest of its order). */
export const createStagingSql = (): string[] => [
  'CREATE SCHEMA stage',
  `CREATE TABLE stage.lines (${columnList(stagedColumns(LINE_COLUMNS))})`,
  `CREATE TABLE stage.orders (${columnList(stagedColumns(ORDER_COLUMNS))})`,
  `CREATE TABLE stage.products (${columnList(PRODUCT_COLUMNS)})`,
  `CREATE TABLE stage.identities (${columnList(PERSON)})`,
  `CREATE TABLE stage.refused (file VARCHAR, line INTEGER, "column" VARCHAR, code VARCHAR, raw VARCHAR, order_key VARCHAR)`,
  ...FACT_NAMES.map((name) => `CREATE TABLE stage.${name} (${columnList(stagedColumns(factColumns(name)))})`),
  'CREATE TABLE stage.order_keys (order_key VARCHAR, order_id VARCHAR, file INTEGER)',
  'CREATE TABLE stage.files (file INTEGER, header VARCHAR, once VARCHAR, is_list BOOLEAN)',
  ...STAGING_MACROS,
]
