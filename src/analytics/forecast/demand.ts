import { failure, success, type Outcome } from '../../model/outcome.ts'
import type { Work } from './backtest.ts'
import { forecastSeries } from './forecast-series.ts'
import {
  added,
  agree,
  branchAhead,
  chooseMethod,
  gainOf,
  told,
  type DemandNode,
  type Gain,
  type ToldDemand,
} from './demand-tree.ts'
import { globalNetwork } from './global-network/model.ts'
import type { GlobalNetworks } from './global-network/network.ts'
import type { Reconciliation } from './hierarchy.ts'
import { demandClass, type DemandClass } from './intermittent.ts'
import type { Model, ModelName } from './model.ts'
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

/** The shop's own forecast as another page shows it, with what it said of the past where that is known. */
export type ShopForecast = Pick<ToldDemand, 'model' | 'point'> &
  Partial<Pick<ToldDemand, 'rehearsals' | 'latest'>>

export interface DemandRequest {
  readonly products: readonly ProductSeries[]
  readonly horizon: number
  readonly levels: readonly number[]
  readonly seed: number
  /** 'auto': the one that came nearest on earlier windows, which neither its weights nor the reported gain are from. */
  readonly method: Reconciliation | 'auto'
  /** The network of all products, where one was trained on `seriesOfDemand`: one more candidate for each series. */
  readonly networks?: GlobalNetworks | undefined
  /** The shop's forecast by all models: it rules, the products are brought to its sum. Without it the quick models speak for the shop. */
  readonly top?: ShopForecast | undefined
}

/** What is asked of each series of a request. */
export type DemandQuestion = Omit<DemandRequest, 'products' | 'method' | 'top'>

export interface ProductDemand {
  readonly product_id: string
  readonly category: string
  /** Days of its history. */
  readonly steps: number
  readonly demand_class: DemandClass
  readonly forecast: ToldDemand
  /** After reconciliation: with those of its category they sum to the category's. */
  readonly point: readonly number[]
}

export interface DemandForecast {
  readonly products: readonly ProductDemand[]
  readonly categories: readonly { readonly category: string; readonly point: readonly number[] }[]
  readonly shop: { readonly point: readonly number[]; readonly forecast: ToldDemand }
  readonly reconciliation: {
    readonly method: Reconciliation
    readonly gain: readonly Gain[]
    /** What the products' own forecasts add up to. */
    readonly own: number
    /** The model of the shop's forecast that the products were brought to; null: none ruled. */
    readonly top: ModelName | null
  }
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

const SHOP = ' shop'
const categoryName = (category: string): string => ` category ${category}`

const fromFirstSale = (values: Float64Array): Float64Array => {
  const first = values.findIndex((value) => value !== 0)
  return first < 0 ? new Float64Array(0) : values.subarray(first)
}

const byCategoryOf = (products: readonly ProductSeries[]): Map<string, ProductSeries[]> => {
  const groups = new Map<string, ProductSeries[]>()
  for (const product of products)
    groups.set(product.category, [...(groups.get(product.category) ?? []), product])
  return groups
}

/** All series that a request forecasts, each from its first sale on: products, categories and the shop. */
export function seriesOfDemand(products: readonly ProductSeries[]): Float64Array[] {
  const own = products.map((product) => Float64Array.from(demanded(product)))
  const rows = new Map(products.map((product, i) => [product, own[i]!]))
  const categories = [...byCategoryOf(products).values()].map((group) =>
    added(group.map((product) => rows.get(product)!)),
  )
  return [...own, ...categories, added(categories)].map(fromFirstSale).filter((values) => values.length > 0)
}

/** One series of a request that is forecast by itself: a product, a category or the shop. */
export interface DemandSeries {
  readonly name: string
  readonly values: Float64Array
  readonly regressors?: ProductSeries['regressors']
  /** Slow models that learn from columns take part. */
  readonly withTrees: boolean
}

/** The series of a request in their order: its products, their categories, the shop. None needs what another one forecasts. */
export function demandSeries(products: readonly ProductSeries[]): DemandSeries[] {
  let grown = 0
  const rows = new Map(
    products.map((product): [ProductSeries, DemandSeries] => {
      const values = demanded(product)
      const long = values.length > 1
      const regressors = long ? product.regressors : undefined
      const withTrees = regressors !== undefined && grown++ < MOST_WITH_TREES
      const own = Float64Array.from(long ? values : [0, ...Array.from(values)])
      return [product, { name: product.product_id, values: own, regressors, withTrees }]
    }),
  )
  const parent = (name: string, parts: readonly DemandSeries[]): DemandSeries => ({
    name,
    values: added(parts.map(({ values }) => values)),
    withTrees: false,
  })
  const categories = [...byCategoryOf(products)].map(([category, group]) =>
    parent(
      categoryName(category),
      group.map((product) => rows.get(product)!),
    ),
  )
  return [...rows.values(), ...categories, parent(SHOP, categories)]
}

/** Forecast of one of the series of a request. Failures: those of `forecastSeries`. */
async function forecastOne(
  { values, regressors, withTrees }: DemandSeries,
  { horizon, levels, seed, networks }: DemandQuestion,
  models: readonly Model[],
  work: Work,
): Promise<Outcome<ToldDemand>> {
  const quick = models.filter(({ name }) => PRODUCT_MODELS.includes(name))
  const featured = withTrees ? models.filter(({ name }) => WITH_COLUMNS.includes(name)) : []
  const shared = networks ? [globalNetwork(networks, fromFirstSale(values).length)] : []
  const made = await forecastSeries(
    { values, frequency: 'D', horizon, levels, model: 'auto', seed, regressors },
    [...quick, ...featured, ...shared],
    work,
  )
  return made.ok ? success(told(made.value)) : made
}

/** What is known of each series, made to agree: `forecasts` in the order of `demandSeries`. */
export function joinDemand(request: DemandRequest, forecasts: readonly ToldDemand[]): DemandForecast {
  const series = demandSeries(request.products)
  const node = (at: number, parts: readonly DemandNode[]): DemandNode => ({
    name: series[at]!.name,
    values: series[at]!.values,
    forecast: forecasts[at]!,
    parts,
  })
  const products = new Map(request.products.map((product, at) => [product, node(at, [])]))
  const categories = [...byCategoryOf(request.products).values()].map((group, at) =>
    node(
      request.products.length + at,
      group.map((product) => products.get(product)!),
    ),
  )
  const shop = node(series.length - 1, categories)
  return answer(request, request.top ? { ...shop, forecast: { ...shop.forecast, ...request.top } } : shop)
}

/** `next` is called before each series with the number of those that are done; true: stop. */
export interface DemandWork extends Work {
  next(done: number): Promise<boolean>
}

/** Forecasts of some of the series of a request, in their order. Failures: those of `forecastSeries`. */
export async function forecastSome(
  series: readonly DemandSeries[],
  request: DemandQuestion,
  models: readonly Model[],
  work: DemandWork,
): Promise<Outcome<ToldDemand[]>> {
  const made: ToldDemand[] = []
  for (const one of series) {
    if (await work.next(made.length)) return failure('CANCELLED', 'stopped while forecasting demand')
    const answered = await forecastOne(one, request, models, work)
    if (!answered.ok) return answered
    made.push(answered.value)
  }
  return success(made)
}

/** Nothing is sold below 0; parents are then the sums of what is left, so that all levels still agree. */
function answer(request: DemandRequest, shop: DemandNode): DemandForecast {
  const held = request.top !== undefined
  const method = request.method === 'auto' ? chooseMethod(shop, held) : request.method
  const final = agree(branchAhead(shop), { method, held })
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
    reconciliation: {
      method,
      gain: gainOf(shop, { method, held }),
      own: products.reduce((all, { forecast }) => all + forecast.total.value, 0),
      top: request.top?.model ?? null,
    },
  }
}
