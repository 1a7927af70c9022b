import type { DemandClass } from '../../analytics/forecast/intermittent.ts'
import type { DemandForecast, ProductSeries } from '../../analytics/forecast/demand.ts'
import type { Reconciliation } from '../../analytics/forecast/hierarchy.ts'
import { forecastDemandInWorker } from '../../jobs/forecaster.ts'
import { addDays } from '../../model/day.ts'
import { failure, success, type Outcome } from '../../model/outcome.ts'
import { productDays } from '../../query/sql/product-days.ts'
import { productLabels, type ProductLabelRow } from '../../query/sql/product-labels.ts'
import type { Control, Workspace } from '../workspace.ts'
import { salesHistory } from './history.ts'

export interface DemandOptions {
  /** Only this product is answered; it is reconciled with those of its category. */
  readonly productId?: string | undefined
  readonly category?: string | undefined
  readonly horizon: number
  readonly levels: readonly number[]
  readonly seed: number
  readonly method: Reconciliation
}

export interface ProductDemandAnswer {
  readonly product_id: string
  readonly title: string | null
  readonly category: string
  readonly demand_class: DemandClass
  readonly model: string
  readonly reason: string
  readonly mase: number | null
  readonly units: number
  /** By level: the interval of the sum. */
  readonly units_intervals: Readonly<Record<string, readonly [number, number]>>
  readonly points: readonly {
    readonly date: string
    readonly value: number
    readonly intervals: Readonly<Record<string, readonly [number, number]>>
  }[]
}

export interface DemandAnswer {
  readonly from: string
  readonly to: string
  readonly items: readonly ProductDemandAnswer[]
  readonly total: number
  readonly categories: readonly { readonly category: string; readonly units: number }[]
  readonly shop_units: number
  readonly reconciliation: DemandForecast['reconciliation']
}

/** Products beyond these are added up to one of their own. */
const MOST_PRODUCTS = 500
const OTHERS = ' others'
/** Two years say what a season is; older days cost time. */
const MOST_DAYS = 730

const hundredths = (value: number): number => Math.round(value * 100) / 100

/** Daily units by product from its first sale on; the least sold beyond the limit are added up, unless one is asked for. */
async function seriesOf(
  workspace: Workspace,
  from: string,
  to: string,
  labels: ReadonlyMap<string, ProductLabelRow>,
  asked: string | undefined,
): Promise<ProductSeries[]> {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
  const rows = await workspace.query.run(productDays(from, to))
  const byProduct = new Map<string, Float64Array>()
  for (const { product_id, at, units } of rows) {
    const values = byProduct.get(product_id) ?? new Float64Array(days)
    values[at] = (values[at] ?? 0) + units
    byProduct.set(product_id, values)
  }
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)
  const ranked = [...byProduct].sort(
    ([a, x], [b, y]) => Number(b === asked) - Number(a === asked) || sum(y) - sum(x),
  )
  const others = new Float64Array(days)
  for (const [, values] of ranked.slice(MOST_PRODUCTS))
    values.forEach((value, at) => (others[at] = (others[at] ?? 0) + value))
  const kept = ranked.slice(0, MOST_PRODUCTS).map(([product_id, values]) => ({
    product_id,
    category: labels.get(product_id)?.category ?? '',
    values: values.subarray(values.findIndex((value) => value > 0)),
  }))
  return ranked.length > MOST_PRODUCTS
    ? [...kept, { product_id: OTHERS, category: OTHERS, values: others }]
    : kept
}

/** Intervals stand around the reconciled value as they stood around the product's own. */
function answerOf(
  one: DemandForecast['products'][number],
  label: ProductLabelRow | undefined,
  from: string,
): ProductDemandAnswer {
  const { forecast, point } = one
  const units = point.reduce((sum, value) => sum + value, 0)
  const moved = (
    [low, high]: readonly [number, number],
    own: number,
    value: number,
  ): readonly [number, number] => [
    hundredths(Math.max(0, low + value - own)),
    hundredths(Math.max(value, high + value - own)),
  ]
  return {
    product_id: one.product_id,
    title: label?.title ?? null,
    category: one.category,
    demand_class: one.demand_class,
    model: forecast.model,
    reason: forecast.reason.code,
    mase: forecast.leaderboard.find(({ model }) => model === forecast.model)?.mase ?? null,
    units: hundredths(units),
    units_intervals: Object.fromEntries(
      Object.entries(forecast.total.intervals).map(([level, edges]) => [
        level,
        moved(edges, forecast.total.value, units),
      ]),
    ),
    points: point.map((value, step) => ({
      date: addDays(from, step),
      value: hundredths(value),
      intervals: Object.fromEntries(
        Object.entries(forecast.intervals).map(([level, { lower, upper }]) => [
          level,
          moved([lower[step] ?? 0, upper[step] ?? 0], forecast.point[step] ?? 0, value),
        ]),
      ),
    })),
  }
}

/** Demand of the coming days by product, reconciled with categories and shop. TOO_LITTLE_DATA without finished days. */
export async function demandForecast(
  workspace: Workspace,
  options: DemandOptions,
  control: Control = {},
): Promise<Outcome<DemandAnswer>> {
  const history = await salesHistory(workspace, { target: 'units' }, control.signal)
  if (!history.ok) return history
  const { to } = history.value
  const earliest = addDays(to, 1 - MOST_DAYS)
  const from = history.value.from > earliest ? history.value.from : earliest
  const labels = new Map((await workspace.query.run(productLabels())).map((row) => [row.product_id, row]))
  const { productId, category, horizon, levels, seed, method } = options
  const asked = productId === undefined ? undefined : labels.get(productId)
  if (productId !== undefined && !asked) return failure('NOT_FOUND', `no product ${productId} was ever sold`)
  const all = await seriesOf(workspace, from, to, labels, productId)
  const products = asked ? all.filter((one) => one.category === asked.category) : all
  const made = await forecastDemandInWorker({ products, horizon, levels, seed, method }, control)
  if (!made.ok) return made
  const first = addDays(to, 1)
  const items = made.value.products
    .filter((one) => productId === undefined || one.product_id === productId)
    .filter((one) => category === undefined || one.category === category)
    .map((one) => answerOf(one, labels.get(one.product_id), first))
    .sort((a, b) => b.units - a.units)
  const units = (point: readonly number[]): number => hundredths(point.reduce((sum, value) => sum + value, 0))
  return success({
    from: first,
    to: addDays(to, horizon),
    items,
    total: items.length,
    categories: made.value.categories.map((one) => ({ category: one.category, units: units(one.point) })),
    shop_units: units(made.value.shop.point),
    reconciliation: made.value.reconciliation,
  })
}
