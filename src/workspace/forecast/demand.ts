import type { DemandForecast, ProductSeries } from '../../analytics/forecast/demand.ts'
import type { Reconciliation } from '../../analytics/forecast/hierarchy.ts'
import { type Edges, movedInterval } from '../../analytics/forecast/moved-interval.ts'
import { forecastDemandInWorkers } from '../../jobs/demand.ts'
import { LEAST_DAYS, priceColumns } from '../../analytics/forecast/price-columns.ts'
import { soldOutSince } from '../../analytics/forecast/stock-outs.ts'
import { addDays, daysBetween } from '../../model/day.ts'
import { failure, success, type Outcome } from '../../model/outcome.ts'
import { productDays } from '../../query/sql/product-days.ts'
import { productLabels, type ProductLabelRow } from '../../query/sql/product-labels.ts'
import { productPrices, type ProductPriceRow } from '../../query/sql/product-prices.ts'
import type { Control, Workspace } from '../workspace.ts'
import { dashboardContext } from '../dashboard/context.ts'
import { ask, type DashboardContext } from '../dashboard/range.ts'
import type { DemandAnswer, ProductDemandAnswer } from './demand-answer.ts'
import { demandNetwork } from './demand-network.ts'
import { shopUnits } from './demand-top.ts'
import { salesHistory, type SalesHistory } from './history.ts'
import { keepDemand } from './kept-demand.ts'
import { soldOutProducts } from './stock.ts'

export interface DemandOptions {
  /** Only this product is answered; it is reconciled with those of its category. */
  readonly productId?: string | undefined
  readonly category?: string | undefined
  readonly horizon: number
  readonly levels: readonly number[]
  readonly seed: number
  readonly method: Reconciliation | 'auto'
}

/** Products beyond these are added up to one of their own. */
const MOST_PRODUCTS = 500
const OTHERS = ' others'
/** Prices take part in the forecasts of so many products, the most sold. */
const MOST_PRICED = 60
/** Two years say what a season is; older days cost time. */
const MOST_DAYS = 730

const hundredths = (value: number): number => Math.round(value * 100) / 100

/** What stands beside the units of products: prices by day, and which are sold out. */
interface Beside {
  readonly prices: ReadonlyMap<string, readonly ProductPriceRow[]>
  readonly soldOut: ReadonlySet<string>
}

async function besideOf(
  context: DashboardContext,
  currency: string,
  from: string,
  to: string,
): Promise<Beside> {
  const prices = new Map<string, ProductPriceRow[]>()
  for (const row of await ask(context, productPrices(currency, from, to, LEAST_DAYS))) {
    const days = prices.get(row.product_id)
    if (days) days.push(row)
    else prices.set(row.product_id, [row])
  }
  return { prices, soldOut: await soldOutProducts(context) }
}

/** A product's series from its first sale on, with its sold-out days and prices. */
function seriesFrom(
  product_id: string,
  category: string,
  all: Float64Array,
  beside: Beside,
  horizon: number,
): ProductSeries {
  const first = all.findIndex((value) => value > 0)
  const values = all.subarray(first)
  const gap = beside.soldOut.has(product_id) ? soldOutSince(values) : null
  const days = (beside.prices.get(product_id) ?? []).map((day) => ({ ...day, at: day.at - first }))
  return {
    product_id,
    category,
    values,
    stockOuts: gap ? [gap] : [],
    regressors: days.length > 0 ? priceColumns(days, values.length, horizon) : undefined,
  }
}

/** Daily units by product; the least sold beyond the limit are added up, unless one is asked for. */
async function seriesOf(
  context: DashboardContext,
  { from, to, currency }: SalesHistory,
  labels: ReadonlyMap<string, ProductLabelRow>,
  { productId: asked, horizon }: DemandOptions,
): Promise<ProductSeries[]> {
  const days = daysBetween(from, to) + 1
  const byProduct = new Map<string, Float64Array>()
  for (const { product_id, at, units } of await ask(context, productDays(from, to))) {
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
  const beside = await besideOf(context, currency ?? '', from, to)
  const kept = ranked.slice(0, MOST_PRODUCTS).map(([product_id, values], rank) => {
    const series = seriesFrom(product_id, labels.get(product_id)?.category ?? '', values, beside, horizon)
    return rank < MOST_PRICED ? series : { ...series, regressors: undefined }
  })
  return ranked.length > MOST_PRODUCTS
    ? [...kept, { product_id: OTHERS, category: OTHERS, values: others }]
    : kept
}

const GAPS: readonly string[] = ['gap', 'ended']

const gapsOf = (
  { forecast, steps }: DemandForecast['products'][number],
  from: string,
): ProductDemandAnswer['gaps'] =>
  forecast.findings
    .filter(({ kind }) => GAPS.includes(kind))
    .map(({ at, steps: days }) => ({ from: addDays(from, at - steps), days }))

/** Intervals stand around the reconciled value, in proportion, as they stood around the product's own. */
function answerOf(
  one: DemandForecast['products'][number],
  label: ProductLabelRow | undefined,
  series: ProductSeries | undefined,
  from: string,
): ProductDemandAnswer {
  const { forecast, point } = one
  const units = point.reduce((sum, value) => sum + value, 0)
  const moved = (edges: Edges, own: number, value: number): Edges => {
    const [low, high] = movedInterval(edges, own, value)
    return [hundredths(low), hundredths(high)]
  }
  return {
    product_id: one.product_id,
    title: label?.title ?? null,
    category: one.category,
    demand_class: one.demand_class,
    model: forecast.model,
    reason: forecast.reason.code,
    mase: forecast.leaderboard.find(({ model }) => model === forecast.model)?.mase ?? null,
    sold_out_days: (series?.stockOuts ?? []).reduce((sum, gap) => sum + gap.to - gap.from + 1, 0),
    gaps: gapsOf(one, from),
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

/**
 * Demand of the coming days by product, reconciled with categories and brought to the shop's own forecast of units, which
 * is made (and kept) where there is none; of one product alone with those of its category. TOO_LITTLE_DATA without
 * finished days.
 */
export async function demandForecast(
  workspace: Workspace,
  options: DemandOptions,
  control: Control = {},
): Promise<Outcome<DemandAnswer>> {
  const generation = workspace.generation()
  const history = await salesHistory(workspace, { target: 'units' }, control.signal)
  if (!history.ok) return history
  const { to } = history.value
  const earliest = addDays(to, 1 - MOST_DAYS)
  const from = history.value.from > earliest ? history.value.from : earliest
  const labels = new Map((await workspace.query.run(productLabels())).map((row) => [row.product_id, row]))
  const { productId, category, horizon, levels, seed, method } = options
  const asked = productId === undefined ? undefined : labels.get(productId)
  if (productId !== undefined && !asked) return failure('NOT_FOUND', `no product ${productId} was ever sold`)
  const context = await dashboardContext(workspace, control.signal)
  const all = await seriesOf(context, { ...history.value, from }, labels, options)
  const products = asked ? all.filter((one) => one.category === asked.category) : all
  const top = asked ? undefined : shopUnits(workspace, { horizon, seed }, control)
  // It is waited for below, unless something else fails before: then nobody hears of it.
  top?.catch(() => undefined)
  const learnt = await demandNetwork(workspace, { products: all, from, to, horizon, seed }, control)
  if (!learnt.ok) return learnt
  const networks = learnt.value ?? undefined
  const request = { products, horizon, levels, seed, method, networks }
  const made = await forecastDemandInWorkers(request, control, top)
  if (!made.ok) return made
  const first = addDays(to, 1)
  const byId = new Map(products.map((one) => [one.product_id, one]))
  const items = made.value.products
    .filter((one) => productId === undefined || one.product_id === productId)
    .filter((one) => category === undefined || one.category === category)
    .map((one) => answerOf(one, labels.get(one.product_id), byId.get(one.product_id), first))
    .sort((a, b) => b.units - a.units)
  const units = (point: readonly number[]): number => hundredths(point.reduce((sum, value) => sum + value, 0))
  const answer: DemandAnswer = {
    from: first,
    to: addDays(to, horizon),
    items,
    total: items.length,
    categories: made.value.categories.map((one) => ({ category: one.category, units: units(one.point) })),
    shop_units: units(made.value.shop.point),
    reconciliation: {
      ...made.value.reconciliation,
      own: hundredths(made.value.reconciliation.own),
    },
  }
  if (productId === undefined && category === undefined && workspace.generation() === generation)
    await keepDemand(workspace, horizon, answer)
  return success(answer)
}
