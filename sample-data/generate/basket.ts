import type { Pull } from './affinity.ts'
import { type Product, type Variant, tidyPrice } from './catalogue.ts'
import { type Prices, priceOn } from './prices.ts'
import type { Random } from './random.ts'

/** Money in cents; `price` is what one unit costs, `compareAt` the crossed-out price or 0. */
export type BasketLine = {
  readonly product: Product
  readonly variant: Variant
  readonly quantity: number
  readonly price: number
  readonly compareAt: number
}

/** What one customer can choose from on one day. */
export type Shelf = {
  readonly day: number
  readonly products: readonly Product[]
  readonly prices: Prices
  readonly pulls: ReadonlyMap<number, readonly Pull[]>
  /** Running sums of the products' weights for this customer's taste. */
  readonly sums: Float64Array
  /** Weights alone, 0 where a product cannot be bought. */
  readonly weights: Float64Array
}

const MOST_LINES = 14
const LEAST_BUDGET = 900
/** Share of the visits that are for one thing, and how much of the budget that thing takes at least. */
const ONE_THING = { share: 0.36, least: 0.6 }
const TRIFLE = 0.08
const PACKS: readonly [number, number][] = [
  [12, 0.04],
  [6, 0.16],
  [4, 0.26],
  [2, 0.4],
]

const drawProduct = (random: Random, { sums, products }: Shelf): Product => {
  const target = random.uniform() * (sums.at(-1) ?? 0)
  let [low, high] = [0, sums.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) > target) high = middle
    else low = middle + 1
  }
  return products[low] as Product
}

const drawQuantity = (random: Random, product: Product, price: number, limit: number): number => {
  if (!product.kind.pack) return random.chance(0.04) && 2 * price <= limit ? 2 : 1
  for (const [size, chance] of PACKS) if (size * price <= limit && random.chance(chance)) return size
  return 1
}

/** Price of day 0: what a buyer can afford goes by it, so that a cut moves demand by its elasticity alone. */
const usualPrice = (product: Product, variant: Variant): number =>
  tidyPrice(product.listPrice * variant.priceFactor)

const makeLine = (random: Random, shelf: Shelf, product: Product, limit: number): BasketLine => {
  const variant = product.variants[random.weighted(product.variants.map(({ share }) => share))] as Variant
  const quantity = drawQuantity(random, product, usualPrice(product, variant), limit)
  return { product, variant, quantity, ...priceOn(shelf.prices, product, variant, shelf.day) }
}

const usualValue = ({ product, variant, quantity }: BasketLine): number =>
  usualPrice(product, variant) * quantity

/** A line that suits what is left to spend: neither beyond it nor a trifle beside it. */
const drawLine = (random: Random, shelf: Shelf, left: number, least: number): BasketLine | undefined => {
  for (let tries = 0; tries < 16; tries++) {
    const line = makeLine(random, shelf, drawProduct(random, shelf), left * 1.15)
    const value = usualValue(line)
    if (value <= left * 1.15 && value >= left * least) return line
  }
  return undefined
}

const pulled = (random: Random, shelf: Shelf, line: BasketLine, left: number): BasketLine[] =>
  (shelf.pulls.get(line.product.index) ?? []).flatMap(({ to, chance }) => {
    if (!(shelf.weights[to] ?? 0) || !random.chance(chance)) return []
    const partner = makeLine(random, shelf, shelf.products[to] as Product, Math.max(left, 4000))
    return usualValue(partner) <= Math.max(left * 1.5, 4000) ? [partner] : []
  })

const cheapest = (random: Random, shelf: Shelf): BasketLine =>
  Array.from({ length: 12 }, () => makeLine(random, shelf, drawProduct(random, shelf), 0)).reduce(
    (least, line) => (line.price < least.price ? line : least),
  )

/** Fills a basket up to about a budget in cents; a product appears once. */
export const fillBasket = (random: Random, shelf: Shelf, budget: number): BasketLine[] => {
  const lines: BasketLine[] = []
  const total = Math.max(LEAST_BUDGET, budget)
  const least = random.chance(ONE_THING.share) ? ONE_THING.least : TRIFLE
  let left = total
  const add = (line: BasketLine) => {
    if (lines.length >= MOST_LINES || lines.some(({ product }) => product === line.product)) return false
    lines.push(line)
    left -= line.price * line.quantity
    return true
  }
  for (let tries = 0; tries < 20 && lines.length < MOST_LINES; tries++) {
    if (lines.length > 0 && left < 0.15 * total) break
    const line = drawLine(random, shelf, left, lines.length > 0 ? TRIFLE : least)
    if (line && add(line)) pulled(random, shelf, line, left).forEach(add)
  }
  return lines.length > 0 ? lines : [cheapest(random, shelf)]
}
