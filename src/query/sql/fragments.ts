import type { Dimension, Grain, Period, Shift } from '../../model/metric.ts'
import type { Scalar } from '../statement.ts'

/** SQL with the values of its `?` marks, in order. */
export interface Fragment {
  readonly sql: string
  readonly params: readonly Scalar[]
}

export const NOTHING: Fragment = { sql: '', params: [] }

const BETWEEN = 'BETWEEN CAST(? AS DATE) AND CAST(? AS DATE)'

/** `column BETWEEN from AND to`. */
export const within = (column: string, period: Period): Fragment => ({
  sql: `${column} ${BETWEEN}`,
  params: [period.from, period.to],
})

/** True for days of the period or of the one that it is compared with. */
export function withinEither(column: string, period: Period, previous: Period | null): Fragment {
  const present = within(column, period)
  if (!previous) return present
  const past = within(column, previous)
  return { sql: `(${present.sql} OR ${past.sql})`, params: [...present.params, ...past.params] }
}

/** The first sale of every customer in the whole history, as a CTE; ties at one instant go to the smaller order id. */
export const FIRST_ORDERS = `first_orders AS (
  SELECT s.customer_id, min(s.order_id) AS first_id, any_value(s.ordered_at) AS first_at
  FROM store.orders s
  JOIN (SELECT customer_id, min(ordered_at) AS first_at FROM store.orders
        WHERE kind = 'sale' AND customer_id IS NOT NULL GROUP BY customer_id) f
    ON f.customer_id = s.customer_id AND f.first_at = s.ordered_at
  WHERE s.kind = 'sale' GROUP BY s.customer_id)`

const CATALOGUE = `LEFT JOIN (
  SELECT product_id, any_value(title) AS title, any_value(category) AS category, any_value(vendor) AS vendor
  FROM store.products GROUP BY product_id) p ON p.product_id = t.product_id`

const COUPONS = `LEFT JOIN (
  SELECT order_id, any_value(coupon) AS coupon FROM store.orders
  WHERE coupon IS NOT NULL GROUP BY order_id) c ON c.order_id = t.order_id`

const FIRSTS = 'LEFT JOIN first_orders f ON f.customer_id = t.customer_id'

const CUSTOMER_TYPE = `CASE WHEN t.customer_id IS NULL THEN ''
  WHEN t.order_id = f.first_id THEN 'new' ELSE 'returning' END`

/** How to read a dimension off the lines or orders `t`: expression (never null: '' is unknown), join, CTE. */
export interface KeyExpression {
  readonly expression: string
  readonly join: string
  readonly needsFirstOrders: boolean
}

const column = (expression: string, join = ''): KeyExpression => ({
  expression: `coalesce(${expression}, '')`,
  join,
  needsFirstOrders: false,
})

const BOTH = {
  channel: column('t.channel'),
  country: column('t.country'),
  status: column('t.status'),
  customer_type: { expression: CUSTOMER_TYPE, join: FIRSTS, needsFirstOrders: true },
} as const

const LINE_KEYS: Readonly<Record<Dimension, KeyExpression>> = {
  ...BOTH,
  coupon: column('c.coupon', COUPONS),
  category: column('p.category', CATALOGUE),
  vendor: column('p.vendor', CATALOGUE),
  product: column('t.product_id'),
}

/** A dimension of `store.lines t`. */
export const lineKey = (dimension: Dimension): KeyExpression => LINE_KEYS[dimension]

/** A dimension of `store.orders t`; undefined when it is only known per line. */
export const orderKey = (dimension: Dimension): KeyExpression | undefined =>
  (({ ...BOTH, coupon: column('t.coupon') }) as Partial<Record<Dimension, KeyExpression>>)[dimension]

/** Position (1…n) of a key among those asked for, 0 for any other. */
export const keyIndex = (expression: string, keys: readonly string[]): Fragment => ({
  sql: `list_position([${keys.map(() => 'CAST(? AS VARCHAR)').join(', ')}], ${expression})`,
  params: keys,
})

const moved = (day: string, shift: Shift | null): string =>
  shift
    ? `CAST(${day} + INTERVAL ${Math.trunc(shift.count)} ${shift.unit === 'day' ? 'DAY' : 'MONTH'} AS DATE)`
    : day

/** Columns `bucket` (start of the step) and `hour` (0 unless hours are asked for) of `t`, moved by `shift` days or months. */
export function bucketColumns(grain: Grain | null, shift: Shift | null): string {
  if (!grain) return 'CAST(NULL AS DATE) AS bucket, 0 AS hour'
  const day = moved('t.day', shift)
  if (grain === 'hour') return `${day} AS bucket, coalesce(hour(t.local_at), 0) AS hour`
  return `CAST(date_trunc('${grain}', ${day}) AS DATE) AS bucket, 0 AS hour`
}

/** What a row of a series starts with: 0 present or 1 past, the bucket's date as text (null: the whole period), position of the key. */
export interface FigureKey {
  readonly period: 0 | 1
  readonly date: string | null
  readonly key: number
}

export const dateText = (grain: Grain | null): string =>
  grain === 'hour'
    ? `strftime(bucket, '%Y-%m-%d') || 'T' || lpad(CAST(hour AS VARCHAR), 2, '0')`
    : `strftime(bucket, '%Y-%m-%d')`

/** One pass gives the steps and the whole, so that distinct counts of the whole are right. */
export const grouping = (grain: Grain | null): string =>
  grain ? 'GROUPING SETS ((period, "key"), (period, "key", bucket, hour))' : 'period, "key", bucket'
