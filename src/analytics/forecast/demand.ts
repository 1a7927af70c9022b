import { failure, success, type Outcome } from '../../model/outcome.ts'
import type { Work } from './backtest.ts'
import { forecastSeries, type SeriesForecast } from './forecast-series.ts'
import { reconcile, type Branch, type Reconciliation } from './hierarchy.ts'
import { demandClass, type DemandClass } from './intermittent.ts'
import type { Model, ModelName } from './model.ts'
import { mean } from './statistics.ts'
import { fillStockOuts, type Gap } from './stock-outs.ts'

/** Units of one product by day, all histories ending on the same day (they may begin on different ones). */
export interface ProductSeries {
  readonly product_id: string
  readonly category: string
  readonly values: ArrayLike<number>
  /** Days on which there was nothing to sell, by position: their zeros say nothing about demand. */
  readonly stockOuts?: readonly Gap[] | undefined
  /** Columns by name over history and horizon: price, discounts. */
  readonly regressors?: Readonly<Record<string, ArrayLike<number>>> | undefined
}

/** Days of a season of daily demand. */
const WEEK = 7

/** The units that would have been asked for: sold-out days are filled in, all others are as they were. */
const demanded = ({ values, stockOuts = [] }: ProductSeries): ArrayLike<number> =>
  stockOuts.length > 0 ? fillStockOuts(values, stockOuts, WEEK) : values

export interface DemandRequest {
  readonly products: readonly ProductSeries[]
  readonly horizon: number
  readonly levels: readonly number[]
  readonly seed: number
  readonly method: Reconciliation
}

export interface ProductDemand {
  readonly product_id: string
  readonly category: string
  /** Days of its history. */
  readonly steps: number
  readonly demand_class: DemandClass
  readonly forecast: SeriesForecast
  /** After reconciliation: with those of its category they sum to the category's. */
  readonly point: readonly number[]
}

/** How much nearer to the truth the reconciled forecasts were on the last test window, by level of the tree. */
export interface Gain {
  readonly level: 'shop' | 'category' | 'product'
  /** Mean absolute error of the nodes' own forecasts, and after reconciliation. */
  readonly before: number
  readonly after: number
}

export interface DemandForecast {
  readonly products: readonly ProductDemand[]
  readonly categories: readonly { readonly category: string; readonly point: readonly number[] }[]
  readonly shop: { readonly point: readonly number[]; readonly forecast: SeriesForecast }
  readonly reconciliation: { readonly method: Reconciliation; readonly gain: readonly Gain[] }
}

/** Models that are quick enough for hundreds of products. */
const PRODUCT_MODELS: readonly ModelName[] = [
  'seasonal_naive',
  'weekday_median',
  'theta',
  'autoregression',
  'linear_regression',
  'croston',
  'sba',
  'tsb',
  'adida',
]

/** Trees learn most from columns beside the series, and are slow: the first so many products with such columns have them. */
const WITH_COLUMNS: readonly ModelName[] = ['gradient_boosting']
const MOST_WITH_TREES = 5

/** A node of the tree with its own forecast. */
interface Node {
  readonly name: string
  readonly values: Float64Array
  readonly forecast: SeriesForecast
  readonly parts: readonly Node[]
}

const SHOP = ' shop'
const categoryName = (category: string): string => ` category ${category}`

const added = (rows: readonly ArrayLike<number>[]): Float64Array => {
  const length = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const sum = new Float64Array(length)
  for (const row of rows) for (let i = 0; i < row.length; i++) sum[length - row.length + i]! += row[i]!
  return sum
}

/** Variance of a node's errors: from the test origins, else of its values. */
const varianceOf = ({ values, forecast }: Node): number => {
  const rmse = forecast.leaderboard.find(({ model }) => model === forecast.model)?.rmse
  if (rmse !== undefined) return rmse ** 2
  const centre = mean(values)
  return mean(values.map((value) => (value - centre) ** 2))
}

/** What came, and what each node said, over the window of the shop's last validation origin. */
interface Window {
  readonly fromEnd: number
  readonly steps: number
}

const truthIn = ({ values }: Node, { fromEnd, steps }: Window): Float64Array =>
  Float64Array.from({ length: steps }, (_, i) => values[values.length - fromEnd + i] ?? 0)

/** Where a node was not asked at that time its mean before it stands in. */
const saidIn = ({ values, forecast }: Node, { fromEnd, steps }: Window): Float64Array => {
  const { earlier } = forecast
  if (earlier?.fromEnd === fromEnd && earlier.guess.length >= steps)
    return Float64Array.from(earlier.guess.slice(0, steps))
  const before = values.slice(0, Math.max(0, values.length - fromEnd))
  return new Float64Array(steps).fill(before.length > 0 ? mean(before) : 0)
}

const missed = (said: Float64Array, truth: Float64Array): number =>
  mean(said.map((value, i) => (value - truth[i]!) ** 2))

/** A node for reconciliation; parents with the errors of their own forecasts and of their parts' added up. */
function branchOf(node: Node, window: Window | null, say: (node: Node) => ArrayLike<number>): Branch {
  const children = node.parts.map((part) => branchOf(part, window, say))
  const alone = { name: node.name, forecast: say(node), variance: varianceOf(node), children }
  if (!window || children.length === 0) return alone
  const truth = truthIn(node, window)
  const parts = added(node.parts.map((part) => saidIn(part, window)))
  return { ...alone, variance: missed(saidIn(node, window), truth), below: missed(parts, truth) }
}

const windowOf = ({ forecast }: Node): Window | null =>
  forecast.earlier ? { fromEnd: forecast.earlier.fromEnd, steps: forecast.earlier.guess.length } : null

/** What a node said of the last `steps` steps before they came; where it was not tested, its mean before them. */
const saidBefore =
  (steps: number) =>
  ({ values, forecast }: Node): Float64Array => {
    const guess = forecast.latest?.guess
    if (guess && guess.length >= steps) return Float64Array.from(guess.slice(0, steps))
    return new Float64Array(steps).fill(mean(values.slice(0, Math.max(1, values.length - steps))))
  }

/** The last test window is reconciled like the future, and held against what came. */
function gainOf(shop: Node, method: Reconciliation): Gain[] {
  const steps = shop.forecast.latest?.guess.length ?? 0
  if (steps === 0) return []
  const say = saidBefore(steps)
  const after = reconcile(branchOf(shop, windowOf(shop), say), method)
  const levels = [
    ['shop', [shop]],
    ['category', shop.parts],
    ['product', shop.parts.flatMap(({ parts }) => parts)],
  ] as const
  return levels.map(([level, nodes]) => {
    const error = (of: (node: Node) => ArrayLike<number>): number =>
      mean(
        nodes.map((node) =>
          mean(Float64Array.from(of(node), (said, i) => Math.abs(said - (node.values.at(i - steps) ?? 0)))),
        ),
      )
    return { level, before: error(say), after: error((node) => after.get(node.name)!) }
  })
}

/** `next` is called before each product and category; true: stop. */
export interface DemandWork extends Work {
  next(): Promise<boolean>
}

/** Forecasts of all products, their categories and the shop, made to agree. Failures: those of `forecastSeries`. */
export async function forecastDemand(
  request: DemandRequest,
  models: readonly Model[],
  work: DemandWork,
): Promise<Outcome<DemandForecast>> {
  const { products, horizon, levels, seed, method } = request
  const quick = models.filter(({ name }) => PRODUCT_MODELS.includes(name))
  const featured = models.filter(({ name }) => WITH_COLUMNS.includes(name))
  let grown = 0
  const own = async (
    name: string,
    values: Float64Array,
    parts: readonly Node[],
    regressors?: ProductSeries['regressors'],
  ): Promise<Outcome<Node>> => {
    if (await work.next()) return failure('CANCELLED', 'stopped while forecasting demand')
    const made = await forecastSeries(
      { values, frequency: 'D', horizon, levels, model: 'auto', seed, regressors },
      regressors && grown++ < MOST_WITH_TREES ? [...quick, ...featured] : quick,
      work,
    )
    return made.ok ? success({ name, values, forecast: made.value, parts }) : made
  }
  const byCategory = new Map<string, Node[]>()
  for (const product of products) {
    const { product_id, category } = product
    const values = demanded(product)
    const long = values.length > 1
    const made = await own(
      product_id,
      Float64Array.from(long ? values : [0, ...Array.from(values)]),
      [],
      long ? product.regressors : undefined,
    )
    if (!made.ok) return made
    byCategory.set(category, [...(byCategory.get(category) ?? []), made.value])
  }
  const categories: Node[] = []
  for (const [category, parts] of byCategory) {
    const made = await own(categoryName(category), added(parts.map(({ values }) => values)), parts)
    if (!made.ok) return made
    categories.push(made.value)
  }
  const shop = await own(SHOP, added(categories.map(({ values }) => values)), categories)
  if (!shop.ok) return shop
  return success(answer(request, shop.value, method))
}

/** Nothing is sold below 0; parents are then the sums of what is left, so that all levels still agree. */
function answer(request: DemandRequest, shop: Node, method: Reconciliation): DemandForecast {
  const final = reconcile(
    branchOf(shop, windowOf(shop), ({ forecast }) => forecast.point),
    method,
  )
  const nodes = new Map(shop.parts.flatMap(({ parts }) => parts).map((node) => [node.name, node]))
  const products = request.products.map((product) => ({
    product_id: product.product_id,
    category: product.category,
    steps: product.values.length,
    demand_class: demandClass(demanded(product)),
    forecast: nodes.get(product.product_id)!.forecast,
    point: Array.from(final.get(product.product_id)!, (value) => Math.max(0, value)),
  }))
  const names = [...new Set(products.map(({ category }) => category))]
  const categories = names.map((category) => ({
    category,
    point: Array.from(added(products.filter((one) => one.category === category).map(({ point }) => point))),
  }))
  return {
    products,
    categories,
    shop: { point: Array.from(added(categories.map(({ point }) => point))), forecast: shop.forecast },
    reconciliation: { method, gain: gainOf(shop, method) },
  }
}
