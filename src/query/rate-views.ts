/**
 * Orders of several currencies in one: the reporting currency that the merchant has chosen, at the dated rates of the
 * workspace. Each amount of a line is converted by itself with the rate of the day of its sale (that of the last rate on
 * or before it; a return or a cancellation with the rate of the sale that it belongs to, so that both cancel out), and
 * rounded once to the minor unit, half away from zero. The sums of an order are those of its converted lines; what
 * stands at the order alone (tax, shipping, fees, what was charged) is converted there. So days add up to months and
 * months to years, and lines to orders, to the last unit.
 *
 * What has no rate keeps its own currency, and so stays apart as it would without rates.
 *
 * Reads the views of schema `paidIn(schema)`, and puts those of `schema` over them.
 */
import { FACTOR_SCALE, type RateEntry, rateSteps } from '../model/rates.ts'
import { FACT_TABLES } from './fact-tables.ts'
import { literal } from './staging/sql-text.ts'
import { LINE_COLUMNS, ORDER_COLUMNS, PRODUCT_COLUMNS } from './tables.ts'

/** What converting needs to know. */
export interface Conversion {
  /** The reporting currency. */
  readonly to: string
  /** The shop's own currency: that of catalogue entries which name none. */
  readonly own: string | null
  readonly entries: readonly RateEntry[]
}

/** The schema with the amounts as they were paid. */
export const paidIn = (schema: string): string => `paid_${schema}`

const FACTOR = `DECIMAL(19,${FACTOR_SCALE})`
/** The day whose rate counts for a row of lines or orders `t`. */
const RATE_DAY = 'coalesce(CAST(t.origin_at AS DATE), t.day)'

/** An integer of minor units times the factor, rounded half away from zero. */
const converted = (amount: string, factor = 'f.factor'): string =>
  `CAST(round(CAST(${amount} AS DECIMAL(19,0)) * ${factor}, 0) AS BIGINT)`

const orOwn = (sql: string, own: string): string => `CASE WHEN f.factor IS NULL THEN ${own} ELSE ${sql} END`

const withColumns = (names: readonly string[], changed: Readonly<Record<string, string>>): string =>
  names.map((name) => (changed[name] ? `${changed[name]} AS ${name}` : `t.${name}`)).join(', ')

const NET_OF_LINE = `${converted('t.gross')} - ${converted('t.discount')} - ${converted('t.returned')}
  + ${converted('t.net - t.gross + t.discount + t.returned')}`

const join = (paid: string, day: string, currency = 't.currency'): string =>
  `LEFT JOIN ${paid}.rate_days f ON f.currency = ${currency} AND f.day = ${day}`

/** Statements of so many rows at a time: a parser has its limits. */
const inserts = (table: string, rows: readonly string[]): string[] =>
  Array.from(
    { length: Math.ceil(rows.length / 5000) },
    (_, at) => `INSERT INTO ${table} VALUES ${rows.slice(at * 5000, (at + 1) * 5000).join(', ')}`,
  )

const rateDays = (paid: string, { to, entries }: Conversion): string[] => {
  const steps = rateSteps(entries, to).map(
    ({ currency, day, rate, factor }) => `(${literal(currency)}, DATE ${literal(day)}, ${rate}, ${factor})`,
  )
  return [
    `CREATE OR REPLACE TABLE ${paid}.rate_steps (currency VARCHAR, day DATE, rate DOUBLE, factor ${FACTOR})`,
    ...inserts(`${paid}.rate_steps`, steps),
    // A rate for every day up to the last that needs one: a join on equal days is many times faster than one on spans.
    `CREATE OR REPLACE TABLE ${paid}.rate_days AS
     WITH last AS (SELECT CAST(max(day) AS DATE) AS day FROM (SELECT max(day) AS day FROM ${paid}.orders UNION ALL
         SELECT max(day) FROM ${paid}.lines UNION ALL SELECT max(day) FROM ${paid}.spend)),
       spans AS (SELECT currency, day, rate, factor, least(coalesce(lead(day) OVER (PARTITION BY currency ORDER BY day),
         (SELECT day FROM last) + 1), (SELECT day FROM last) + 1) AS until FROM ${paid}.rate_steps)
     SELECT currency, CAST(unnest(range(CAST(day AS TIMESTAMP), CAST(until AS TIMESTAMP), INTERVAL 1 DAY)) AS DATE) AS day, rate, factor
     FROM spans WHERE until > day`,
    `CREATE OR REPLACE TABLE ${paid}.rate_now AS SELECT currency, arg_max(factor, day) AS factor FROM ${paid}.rate_steps GROUP BY currency`,
  ]
}

const SUMMED = ['gross', 'discount', 'returned', 'net'] as const

const orderSums = (paid: string): string => `CREATE OR REPLACE TABLE ${paid}.order_sums AS
  SELECT t.order_id, t.currency, ${SUMMED.map((name) => `CAST(sum(t.${name}) AS BIGINT) AS own_${name}`).join(', ')},
    ${SUMMED.map((name) => `CAST(sum(${name === 'net' ? NET_OF_LINE : converted(`t.${name}`)}) AS BIGINT) AS ${name}`).join(', ')}
  FROM ${paid}.lines t JOIN ${paid}.rate_days f ON f.currency = t.currency AND f.day = ${RATE_DAY}
  WHERE t.kind = 'product' GROUP BY t.order_id, t.currency`

/** What the lines of an order come to, and what the order has beyond them. */
const sumOfOrder = (name: (typeof SUMMED)[number]): string =>
  orOwn(`coalesce(s.${name}, 0) + ${converted(`t.${name} - coalesce(s.own_${name}, 0)`)}`, `t.${name}`)

const lines = (schema: string, paid: string, currency: string): string => {
  const amounts = ['gross', 'discount', 'returned', 'tax', 'cost'].map((name) => [
    name,
    orOwn(converted(`t.${name}`), `t.${name}`),
  ])
  const changed = {
    ...Object.fromEntries(amounts),
    net: orOwn(NET_OF_LINE, 't.net'),
    unit_price: orOwn('t.unit_price * f.rate', 't.unit_price'),
    currency,
  }
  return `CREATE OR REPLACE VIEW ${schema}.lines AS SELECT ${withColumns(Object.keys(LINE_COLUMNS), changed)}
    FROM ${paid}.lines t ${join(paid, RATE_DAY)}`
}

const orders = (schema: string, paid: string, currency: string): string => {
  const own = ['tax', 'shipping', 'fees', 'charged'].map((name) => [
    name,
    orOwn(converted(`t.${name}`), `t.${name}`),
  ])
  const sums = SUMMED.map((name) => [name, sumOfOrder(name)])
  const changed = { ...Object.fromEntries([...own, ...sums]), currency }
  return `CREATE OR REPLACE VIEW ${schema}.orders AS SELECT ${withColumns(Object.keys(ORDER_COLUMNS), changed)}
    FROM ${paid}.orders t ${join(paid, RATE_DAY)} LEFT JOIN ${paid}.order_sums s ON s.order_id = t.order_id AND s.currency = t.currency`
}

const others = (schema: string, paid: string, currency: string, own: string | null): string[] => {
  const named = own ? `coalesce(t.currency, ${literal(own)})` : 't.currency'
  const amount = (name: string) => orOwn(converted(`t.${name}`), `t.${name}`)
  const products = { price: amount('price'), cost: amount('cost'), currency }
  return [
    `CREATE OR REPLACE VIEW ${schema}.products AS SELECT ${withColumns(Object.keys(PRODUCT_COLUMNS), products)}
     FROM ${paid}.products t LEFT JOIN ${paid}.rate_now f ON f.currency = ${named}`,
    `CREATE OR REPLACE VIEW ${schema}.spend AS SELECT ${withColumns([...Object.keys(FACT_TABLES.spend.columns), 'row_key'], { amount: amount('amount'), currency })}
     FROM ${paid}.spend t ${join(paid, 't.day', named)}`,
  ]
}

/**
 * Statements that lay the conversion over a schema; to run after the views of `schema` and of `paidIn(schema)`. Costs and
 * prices of the catalogue, which have no day, take the newest rate.
 */
export function convertedViews(schema: string, conversion: Conversion): readonly string[] {
  const paid = paidIn(schema)
  const currency = orOwn(literal(conversion.to), 't.currency')
  return [
    ...rateDays(paid, conversion),
    orderSums(paid),
    lines(schema, paid, currency),
    orders(schema, paid, currency),
    ...others(schema, paid, currency, conversion.own),
  ]
}

/** The entries of the rate table for the query page: table `rates`. */
export const publicRates = (entries: readonly RateEntry[]): readonly string[] => {
  const rows = entries.map(
    ({ day, base, quote, rate }) => `(DATE ${literal(day)}, ${literal(base)}, ${literal(quote)}, ${rate})`,
  )
  return [
    'CREATE SCHEMA IF NOT EXISTS store',
    'CREATE OR REPLACE TABLE store.rate_entries (day DATE, base VARCHAR, quote VARCHAR, rate DOUBLE)',
    ...inserts('store.rate_entries', rows),
    'CREATE OR REPLACE VIEW rates AS SELECT day, base, quote, rate FROM store.rate_entries ORDER BY day, base, quote',
  ]
}
