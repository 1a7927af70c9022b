import { type ColumnTypes, IDENTITY_COLUMNS, LINE_COLUMNS, ORDER_COLUMNS, PRODUCT_COLUMNS } from './tables.ts'
import { currencyExponent } from '../model/currency.ts'
import { type Axes, PRESETS } from '../model/definitions.ts'
import type { ZoneSpan } from '../model/reading.ts'
import { FACT_NAMES, factColumns, type FactName } from './fact-tables.ts'
import { factViews } from './fact-views.ts'
import { emptySelect, type PresentColumns, selectOfPart } from './part-columns.ts'
import { definedLines, definedOrders } from './defined-parts.ts'
import { partColumnList, type PartShape } from './part-shape.ts'

/**
 * Which attached files hold what: aliases. `people` and `products` are single merged files, or null before the first
 * import. A part without a shape has all columns, and nothing that definitions would change.
 */
export interface AttachedParts {
  readonly orders: readonly string[]
  readonly products: string | null
  readonly people: string | null
  readonly shapes?: ReadonlyMap<string, PartShape>
  readonly facts?: string | null
  /** What the file of facts has; all columns when it is left out. */
  readonly factColumns?: PresentColumns
}

const union = (columns: ColumnTypes, selects: readonly string[]): string =>
  selects.length === 0 ? emptySelect(columns) : selects.join(' UNION ALL ')

const selectFrom = (columns: ColumnTypes, table: string | null): string =>
  table ? `SELECT ${partColumnList(columns, undefined)} FROM ${table}` : emptySelect(columns)

const factsOf = ({ facts, factColumns: present }: AttachedParts, name: FactName): string =>
  facts ? selectOfPart(factColumns(name), facts, name, present) : emptySelect(factColumns(name))

/**
 * Statements that (re)define the internal views over the attached parts, in schema `store` (or `old`, for a merge): lines
 * and orders as the definitions count them; without definitions as the files' own platforms do. `clock`: the zone that
 * days are cut by anew.
 */
export const storeViews = (
  parts: AttachedParts,
  schema = 'store',
  axes: Axes = PRESETS.files,
  clock: readonly ZoneSpan[] | null = null,
): readonly string[] => {
  const each = (select: typeof definedLines) =>
    parts.orders.map((alias) => select(alias, axes, parts.shapes?.get(alias), clock))
  const { products, people } = parts
  return [
    `CREATE SCHEMA IF NOT EXISTS ${schema}`,
    `CREATE OR REPLACE VIEW ${schema}.lines AS ${union(LINE_COLUMNS, each(definedLines))}`,
    `CREATE OR REPLACE VIEW ${schema}.orders AS ${union(ORDER_COLUMNS, each(definedOrders))}`,
    `CREATE OR REPLACE VIEW ${schema}.products AS ${selectFrom(PRODUCT_COLUMNS, products && `${products}.products`)}`,
    `CREATE OR REPLACE VIEW ${schema}.identities AS ${selectFrom(IDENTITY_COLUMNS, people && `${people}.identities`)}`,
    ...FACT_NAMES.map((name) => `CREATE OR REPLACE VIEW ${schema}.${name} AS ${factsOf(parts, name)}`),
  ]
}

/** SQL that turns a BIGINT of minor units into an exact DECIMAL of major units. */
const major = (column: string, exponent: number): string =>
  exponent === 0
    ? column
    : `CAST(${column} AS DECIMAL(15,0)) * CAST(${10 ** -exponent} AS DECIMAL(4,${exponent}))`

const majorBy = (column: string, currencies: readonly string[]): string => {
  const exponents = new Set(currencies.map(currencyExponent))
  const [only] = exponents
  if (exponents.size <= 1) return `${major(column, only ?? 2)} AS ${column}`
  const odd = currencies.filter((currency) => currencyExponent(currency) !== 2)
  const branches = odd.map(
    (currency) => `WHEN '${currency}' THEN ${major(column, currencyExponent(currency))}`,
  )
  return `CASE currency ${branches.join(' ')} ELSE ${major(column, 2)} END AS ${column}`
}

/** Statements for the public tables of the query page (API.md, Query): amounts in major units, exact decimals. */
export const publicViews = (currencies: readonly string[]): readonly string[] => {
  const money = (...columns: string[]) => columns.map((column) => majorBy(column, currencies)).join(', ')
  return [
    `CREATE OR REPLACE VIEW order_lines AS SELECT order_id, line, ordered_at, local_at, day, customer_id, product_id, sku, title, kind,
      quantity, unit_price, ${money('gross', 'discount', 'returned', 'net', 'tax', 'cost')}, currency, channel, country, status
      FROM store.lines`,
    `CREATE OR REPLACE VIEW orders AS SELECT order_id, kind, ordered_at, local_at, day, customer_id, status, channel, country, coupon,
      currency, lines, units, ${money('gross', 'discount', 'returned', 'net', 'tax', 'shipping', 'fees')}, returns_estimated
      FROM store.orders`,
    `CREATE OR REPLACE VIEW products AS SELECT product_id, sku, title, category, vendor, ${money('price', 'cost')}, stock, status, tags, currency
      FROM store.products`,
    `CREATE OR REPLACE VIEW customers AS SELECT i.customer_id, i.platform_id, i.email, i.name, i.phone, i.country, o.first_order, o.last_order,
      coalesce(o.orders, 0) AS orders, coalesce(o.net, 0) AS net_sales
      FROM store.identities i LEFT JOIN (
        SELECT customer_id, min(day) FILTER (kind = 'sale') AS first_order, max(day) FILTER (kind = 'sale') AS last_order,
          count(*) FILTER (kind = 'sale') AS orders, sum(${majorBy('net', currencies).replace(/ AS net$/, '')}) AS net
        FROM store.orders GROUP BY customer_id) o ON o.customer_id = i.customer_id`,
    ...factViews(money),
  ]
}
