import { type Axes, PRESETS } from '../../model/definitions.ts'
import type { FigureName, Figures, MetricName } from '../../model/metric.ts'

/** A platform whose own report computes the figure otherwise; Ventas shows `formula` of the definition, not this one. */
export interface PlatformVariant {
  readonly platform: string
  readonly formula: string
  readonly note: string
}

/** One figure of the dictionary. Texts in the user's language are under `metrics.<name>.name`, `.formula`, `.exclusions`, `.note`. */
export interface MetricDefinition {
  readonly name: string
  readonly unit: 'money' | 'count' | 'ratio'
  /** In terms of other figures and columns, the same in every language. */
  readonly formula: string
  /** What is summed for it. */
  readonly figures: readonly FigureName[]
  /** From the sums; null when the data do not carry it. */
  readonly value: (figures: Figures, axes: Axes) => number | null
  /** Whether the figures of days add up to the figure of the period. */
  readonly additive: boolean
  /** Which way is good news. */
  readonly better: 'up' | 'down' | 'neither'
  readonly platforms: PlatformVariant[]
}

const of = (figures: Figures, name: FigureName): number => figures[name] ?? 0

/** null when the data carry nothing of the kind. */
const carried = (figures: Figures, name: FigureName): number | null => figures[name] ?? null

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)

/** Taxes and shipping that are not in gross and net sales already, nor in the prices. */
const outside = (f: Figures, axes: Axes): number =>
  (axes.taxes_in_net ? 0 : of(f, 'tax') - of(f, 'tax_inside')) +
  (axes.shipping_in_net ? 0 : of(f, 'shipping'))

function orderValue(f: Figures, axes: Axes): number | null {
  if (axes.average_order_value === 'net') return ratio(of(f, 'net'), of(f, 'orders'))
  const paid = of(f, 'gross') - of(f, 'discount')
  const more = axes.average_order_value === 'with_taxes_and_shipping' ? outside(f, axes) : 0
  return ratio(paid + more, of(f, 'orders'))
}

const REFUND_DAY: PlatformVariant = {
  platform: 'shopify',
  formula: 'goods returned, on the day of the return',
  note: 'The orders file carries no refund date: returns are booked on the day of the order, and estimated as refunded amount × subtotal / total.',
}

const REFUND_DAY_WOO: PlatformVariant = {
  platform: 'woocommerce',
  formula: 'refunds, on the day of the refund',
  note: 'WooCommerce Analytics books refunds on the refund day.',
}

const ALL_ORDERS: PlatformVariant = {
  platform: 'woocommerce',
  formula: 'price × quantity of orders not pending, failed or cancelled',
  note: 'Excluded statuses are a setting of WooCommerce Analytics.',
}

/** The dictionary: what every figure is and how it is made of sums (facts, metrics.md; Shopify's definitions are the default). */
export const METRIC_DEFINITIONS: Readonly<Record<MetricName, MetricDefinition>> = {
  gross_sales: {
    name: 'Gross sales',
    unit: 'money',
    formula: 'Σ price × quantity',
    figures: ['gross'],
    value: (f) => of(f, 'gross'),
    additive: true,
    better: 'up',
    platforms: [ALL_ORDERS],
  },
  discounts: {
    name: 'Discounts',
    unit: 'money',
    formula: 'Σ discount of line + share of discount of order',
    figures: ['discount'],
    value: (f) => of(f, 'discount'),
    additive: true,
    better: 'down',
    platforms: [],
  },
  returns: {
    name: 'Returns',
    unit: 'money',
    formula: 'Σ value of goods returned',
    figures: ['returned'],
    value: (f) => of(f, 'returned'),
    additive: true,
    better: 'down',
    platforms: [REFUND_DAY, REFUND_DAY_WOO],
  },
  net_sales: {
    name: 'Net sales',
    unit: 'money',
    formula: 'gross_sales − discounts − returns',
    figures: ['net'],
    value: (f) => of(f, 'net'),
    additive: true,
    better: 'up',
    platforms: [],
  },
  taxes: {
    name: 'Taxes',
    unit: 'money',
    formula: 'Σ tax of orders',
    figures: ['tax'],
    value: (f) => carried(f, 'tax'),
    additive: true,
    better: 'neither',
    platforms: [],
  },
  shipping: {
    name: 'Shipping',
    unit: 'money',
    formula: 'Σ shipping charged on orders',
    figures: ['shipping'],
    value: (f) => carried(f, 'shipping'),
    additive: true,
    better: 'neither',
    platforms: [],
  },
  total_sales: {
    name: 'Total sales',
    unit: 'money',
    formula: 'net_sales + taxes + shipping',
    figures: ['net', 'tax', 'tax_inside', 'shipping'],
    value: (f, axes) => of(f, 'net') + outside(f, axes),
    additive: true,
    better: 'up',
    platforms: [
      {
        platform: 'vtex',
        formula: 'Σ value of approved orders',
        note: 'VTEX counts later cancelled orders too.',
      },
    ],
  },
  orders: {
    name: 'Orders',
    unit: 'count',
    formula: 'number of sale orders',
    figures: ['orders'],
    value: (f) => of(f, 'orders'),
    additive: true,
    better: 'up',
    platforms: [],
  },
  units: {
    name: 'Units sold',
    unit: 'count',
    formula: 'Σ quantity where quantity > 0',
    figures: ['units'],
    value: (f) => of(f, 'units'),
    additive: true,
    better: 'up',
    platforms: [],
  },
  average_order_value: {
    name: 'Average order value',
    unit: 'money',
    formula: '(gross_sales − discounts) / orders',
    figures: ['gross', 'discount', 'orders'],
    value: orderValue,
    additive: false,
    better: 'up',
    platforms: [
      { platform: 'woocommerce', formula: 'net_sales / orders', note: 'After returns.' },
      { platform: 'metorik', formula: 'total_sales / orders', note: 'With taxes and shipping.' },
    ],
  },
  customers: {
    name: 'Customers',
    unit: 'count',
    formula: 'distinct customers with a sale order',
    figures: ['customers', 'guests'],
    value: (f) => of(f, 'customers'),
    additive: false,
    better: 'up',
    platforms: [],
  },
  new_customers: {
    name: 'New customers',
    unit: 'count',
    formula: 'customers whose first order ever lies in the period',
    figures: ['new_customers', 'guests'],
    value: (f) => of(f, 'new_customers'),
    additive: true,
    better: 'up',
    platforms: [],
  },
  returning_customers: {
    name: 'Returning customers',
    unit: 'count',
    formula: 'customers with an order in the period that is not their first ever',
    figures: ['returning_customers', 'guests'],
    value: (f) => of(f, 'returning_customers'),
    additive: false,
    better: 'up',
    platforms: [
      {
        platform: 'shopify',
        formula: 'customers with more than one order in their whole history',
        note: 'Counts a customer as returning even when the second order comes after the period.',
      },
    ],
  },
  returning_rate: {
    name: 'Returning customer rate',
    unit: 'ratio',
    formula: 'returning_customers / customers',
    figures: ['customers', 'returning_customers', 'guests'],
    value: (f) => ratio(of(f, 'returning_customers'), of(f, 'customers')),
    additive: false,
    better: 'up',
    platforms: [],
  },
  products_sold: {
    name: 'Products sold',
    unit: 'count',
    formula: 'distinct products with units > 0',
    figures: ['products'],
    value: (f) => of(f, 'products'),
    additive: false,
    better: 'up',
    platforms: [],
  },
  gross_margin: {
    name: 'Gross margin',
    unit: 'money',
    formula: 'Σ (net − cost) where cost is known',
    figures: ['margin', 'cost_net', 'net'],
    value: (f) => carried(f, 'margin'),
    additive: true,
    better: 'up',
    platforms: [],
  },
}

/**
 * Value of a metric from sums: amounts in minor units, ratios as fractions, null when the data do not carry it. `axes`
 * say what the workspace counts; the sums must have been made under the same.
 */
export const metricValue = (
  metric: MetricName,
  figures: Figures,
  axes: Axes = PRESETS.files,
): number | null => METRIC_DEFINITIONS[metric].value(figures, axes)

/** What is summed for a metric under the definitions in force. */
export function figuresFor(metric: MetricName, axes: Axes = PRESETS.files): readonly FigureName[] {
  if (metric !== 'average_order_value') return METRIC_DEFINITIONS[metric].figures
  if (axes.average_order_value === 'net') return ['net', 'orders']
  const paid: readonly FigureName[] = ['gross', 'discount', 'orders']
  return axes.average_order_value === 'after_discounts' ? paid : [...paid, 'tax', 'tax_inside', 'shipping']
}

/** Relative change, 0.1 for ten per cent more; null without a past value or when that is 0. */
export const relativeChange = (value: number | null, previous: number | null): number | null =>
  value === null || previous === null || previous === 0 ? null : (value - previous) / Math.abs(previous)
