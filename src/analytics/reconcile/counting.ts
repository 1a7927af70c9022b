import type { Axes } from '../../model/definitions.ts'
import type { MetricName } from '../../model/metric.ts'

/** Sums of a period that figures are made of: minor units, `orders` and `units` counts. */
const COMPONENTS = [
  'gross',
  'discount',
  'returned',
  'tax',
  'shipping',
  'fees',
  'orders',
  'units',
  /** Taxes of orders whose prices hold them already: what was paid is goods and shipping, without the tax on top. */
  'inside',
  /** What was paid less goods, taxes and shipping, order by order: a few minor units, and more than that. */
  'rounding',
  'other',
] as const
export type Component = (typeof COMPONENTS)[number]
export type Sums = Readonly<Record<Component, number>>
/** How often each sum counts. */
export type Form = Partial<Readonly<Record<Component, number>>>

/** Figures that are sums, so that a difference has orders behind it. */
export const RECONCILED = [
  'gross_sales',
  'discounts',
  'returns',
  'net_sales',
  'taxes',
  'shipping',
  'total_sales',
  'orders',
  'units',
] as const satisfies readonly MetricName[]
export type ReconciledMetric = (typeof RECONCILED)[number]

/** One way to count: definitions, on which clock days begin, what is added or left out, and which other currencies. */
export interface Counting {
  readonly axes: Axes
  /** Minutes from UTC of the clock that days are taken from; null: the shop's own. */
  readonly offset: number | null
  readonly extra: Form
  /** Currencies whose numbers are added as if they were of the figure's. */
  readonly currencies: readonly string[]
}

const FORMS: Readonly<Record<Exclude<ReconciledMetric, 'total_sales'>, Form>> = {
  gross_sales: { gross: 1 },
  discounts: { discount: 1 },
  returns: { returned: 1 },
  net_sales: { gross: 1, discount: -1, returned: -1 },
  taxes: { tax: 1 },
  shipping: { shipping: 1 },
  orders: { orders: 1 },
  units: { units: 1 },
}

function formOfMetric(metric: ReconciledMetric, axes: Axes): Form {
  if (metric !== 'total_sales') return FORMS[metric]
  const outside = {
    ...(axes.taxes_in_net ? {} : { tax: 1, inside: -1 }),
    ...(axes.shipping_in_net ? {} : { shipping: 1 }),
  }
  return { ...FORMS.net_sales, ...outside }
}

/** How often each sum counts for a figure in a counting. */
export function formOf(metric: ReconciledMetric, { axes, extra }: Counting): Form {
  const form = formOfMetric(metric, axes)
  return Object.fromEntries(
    COMPONENTS.map((name) => [name, (form[name] ?? 0) + (extra[name] ?? 0)]).filter(
      ([, times]) => times !== 0,
    ),
  )
}

/** The figure of a form. */
export const valueOf = (form: Form, sums: Sums): number =>
  COMPONENTS.reduce((total, name) => total + (form[name] ?? 0) * sums[name], 0)
