import type { Product } from './catalogue.ts'
import { DAYS, monthDay } from './clock.ts'
import { type Prices, cutFactor, revision } from './prices.ts'
import { STOCKOUT_SUBSTITUTION } from './parameters.ts'
import type { Random } from './random.ts'
import type { Stockout } from './stockouts.ts'

/** How much each product is wanted, day by day, and what that does to the whole shop's demand. */
export type Appeal = {
  /** Weights by day, then product; 0 where it cannot be bought. */
  readonly weights: readonly Float64Array[]
  /** Factor by day on the shop's demand: price cuts raise it, empty shelves lower it. */
  readonly lift: readonly number[]
}

/** A product that was shown by somebody famous: its demand times `factor` for a while. */
export type Craze = {
  readonly product: number
  readonly from: number
  readonly to: number
  readonly factor: number
}

const WEEKLY_DRIFT = { memory: 0.92, deviation: 0.07 }
const LAUNCH_DAYS = 28
const FADE_DAYS = 75

/** Value at a day of twelve mid-month values, joined by straight lines. */
export const seasonal = (months: readonly number[], day: number): number => {
  const { month, date } = monthDay(day)
  const position = month + (date - 15.5) / 30.5
  const left = Math.floor(position)
  const share = position - left
  const at = (index: number) => months[(index + 12) % 12] ?? 1
  return at(left) * (1 - share) + at(left + 1) * share
}

/** A new product takes four weeks to be known; one that goes fades over its last eleven. */
const life = ({ launched, retired }: Product, day: number): number => {
  if (day < launched || day > retired) return 0
  const young = launched === 0 ? 1 : Math.min(1, 0.3 + (0.7 * (day - launched)) / LAUNCH_DAYS)
  const old = retired === DAYS - 1 ? 1 : Math.min(1, 0.1 + (0.9 * (retired - day)) / FADE_DAYS)
  return young * old
}

/** Popularity wanders: an AR(1) of its logarithm, by week. */
const makeDrift = (random: Random): number[] => {
  const drift: number[] = []
  let log = random.normal(0, 0.18)
  for (let week = 0; week <= DAYS / 7; week++) {
    log = WEEKLY_DRIFT.memory * log + random.normal(0, WEEKLY_DRIFT.deviation)
    drift.push(Math.exp(log))
  }
  return drift
}

/** Two products have three wild weeks each. */
export const makeCrazes = (random: Random, products: readonly Product[]): Craze[] => {
  const fit = products.filter(
    ({ launched, retired, popularity }) => launched === 0 && retired === DAYS - 1 && popularity > 0.003,
  )
  return random
    .shuffle(fit)
    .slice(0, 2)
    .map(({ index }, i) => ({ product: index, from: [205, 480][i] ?? 0, to: [225, 500][i] ?? 0, factor: 5 }))
}

const within = (period: { from: number; to: number }, day: number) => day >= period.from && day <= period.to

/** Demand of one product over the days before stock: popularity × season × life × drift × price × craze. */
const wantOf = (product: Product, drift: readonly number[], prices: Prices, crazes: readonly Craze[]) => {
  const mine = crazes.filter((craze) => craze.product === product.index)
  const { elasticity, months } = product.category
  return (day: number) =>
    product.popularity *
    seasonal(months, day) *
    life(product, day) *
    (drift[Math.floor(day / 7)] ?? 1) *
    revision(prices, product.index, day) ** -elasticity *
    mine.reduce((factor, craze) => (within(craze, day) ? factor * craze.factor : factor), 1)
}

/** Computes every product's pull on every day. */
export const makeAppeal = (
  random: Random,
  products: readonly Product[],
  prices: Prices,
  stockouts: readonly Stockout[],
  crazes: readonly Craze[],
): Appeal => {
  const wants = products.map((product) => wantOf(product, makeDrift(random), prices, crazes))
  const weights: Float64Array[] = []
  const lift: number[] = []
  for (let day = 0; day < DAYS; day++) {
    const out = new Set(stockouts.filter((each) => within(each, day)).map(({ product }) => product))
    const today = new Float64Array(products.length)
    let [plain, cut, missed] = [0, 0, 0]
    products.forEach(({ index, category }, i) => {
      const want = wants[i]?.(day) ?? 0
      const wanted = want * cutFactor(prices, index, day) ** -category.elasticity
      plain += want
      if (out.has(index)) missed += wanted
      else cut += today[index] = wanted
    })
    weights.push(today)
    lift.push((cut + STOCKOUT_SUBSTITUTION * missed) / plain)
  }
  return { weights, lift }
}
