/** The figures of the dashboard, in the order in which they are listed (API.md, dashboard/summary). */
export const METRICS = [
  'gross_sales',
  'discounts',
  'returns',
  'net_sales',
  'taxes',
  'shipping',
  'total_sales',
  'orders',
  'units',
  'average_order_value',
  'customers',
  'new_customers',
  'returning_customers',
  'returning_rate',
  'products_sold',
  'gross_margin',
] as const
export type MetricName = (typeof METRICS)[number]

export const GRAINS = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const
export type Grain = (typeof GRAINS)[number]

/** By what a figure can be split. The first five are known per order, the last three only per line. */
const ORDER_DIMENSIONS = ['channel', 'country', 'coupon', 'status', 'customer_type'] as const
export const LINE_DIMENSIONS = ['category', 'vendor', 'product'] as const
export const DIMENSIONS = [...ORDER_DIMENSIONS, ...LINE_DIMENSIONS] as const
export type Dimension = (typeof DIMENSIONS)[number]

/**
 * What the queries sum; metrics are made of these (`analytics/metrics/dictionary.ts`). Amounts in minor units.
 * `cost_net`: net of the lines whose cost is known. `line_orders`, `line_customers`: distinct orders and customers
 * with a sold line (used where a split is only known per line).
 */
export const LINE_FIGURES = [
  'gross',
  'discount',
  'returned',
  'net',
  'units',
  'products',
  'margin',
  'cost_net',
  'line_orders',
  'line_customers',
] as const
/** `returning_customers`: with an order that is not the first of their whole history. `tax_inside`: taxes that the prices hold already. `guests`: sale orders without a known customer. `estimated`: orders whose returns are an estimate. */
export const ORDER_FIGURES = [
  'orders',
  'customers',
  'new_customers',
  'returning_customers',
  'guests',
  'tax',
  'tax_inside',
  'shipping',
  'estimated',
] as const
export type LineFigure = (typeof LINE_FIGURES)[number]
export type OrderFigure = (typeof ORDER_FIGURES)[number]
export type FigureName = LineFigure | OrderFigure

/** Sums by name; null: the data do not carry it (no cost, no tax); absent: not asked. */
export type Figures = Partial<Record<FigureName, number | null>>

/** Days from `from` to `to`, both inclusive, 'YYYY-MM-DD' in the shop's time zone. */
export interface Period {
  readonly from: string
  readonly to: string
}

/** By how much a day of the comparison period is moved to fall on its partner in the present period. */
export interface Shift {
  readonly unit: 'day' | 'month'
  readonly count: number
}

/** What a figure is asked for: one currency, a period, and the period it is compared with. */
export interface Scope {
  readonly currency: string
  readonly period: Period
  readonly previous: Period | null
}
