import { type Product, type Variant, tidyPrice } from './catalogue.ts'
import { DAYS, dayOf } from './clock.ts'
import { CUTS, type Cut, isOn } from './promotions.ts'
import type { Random } from './random.ts'

/** A lasting change of a product's list price. */
export type Revision = { readonly day: number; readonly factor: number }

export type Prices = {
  /** Lasting changes by product index, oldest first. */
  readonly revisions: readonly (readonly Revision[])[]
  /** Campaigns that each product takes part in, by product index. */
  readonly cuts: readonly (readonly Cut[])[]
}

const YEARLY = ['2025-02-03', '2026-02-02'].map(dayOf)

const revise = (random: Random): Revision[] => {
  const yearly = YEARLY.filter(() => random.chance(0.4)).map((day) => ({
    day,
    factor: 1.03 + 0.06 * random.uniform(),
  }))
  if (!random.chance(0.15)) return yearly
  const factor = random.chance(0.6) ? 0.82 + 0.1 * random.uniform() : 1.08 + 0.08 * random.uniform()
  return [...yearly, { day: random.integer(90, 640), factor }].sort((a, b) => a.day - b.day)
}

/** Draws every product's price history. */
export const makePrices = (random: Random, products: readonly Product[]): Prices => ({
  revisions: products.map(() => revise(random)),
  cuts: products.map(({ category }) =>
    CUTS.filter((cut) => cut.categories.includes(category.name) && random.chance(cut.depth)),
  ),
})

/** Factor on the first list price that lasting changes have made by a day. */
export const revision = (prices: Prices, product: number, day: number): number =>
  (prices.revisions[product] ?? []).reduce(
    (factor, change) => (day >= change.day ? factor * change.factor : factor),
    1,
  )

/** 0.75 while a 25 % campaign runs, else 1. */
export const cutFactor = (prices: Prices, product: number, day: number): number => {
  const cut = prices.cuts[product]?.find((each) => isOn(each, day))
  return cut ? 1 - cut.percent / 100 : 1
}

/** Cents asked for a variant on a day, and the crossed-out price while it is cut (else 0). */
export const priceOn = (
  prices: Prices,
  product: Product,
  variant: Variant,
  day: number,
): { price: number; compareAt: number } => {
  const list = tidyPrice(product.listPrice * variant.priceFactor * revision(prices, product.index, day))
  const factor = cutFactor(prices, product.index, day)
  return factor === 1
    ? { price: list, compareAt: 0 }
    : { price: Math.round((list * factor) / 5) * 5, compareAt: list }
}

/** The price in force when the files were exported. */
export const lastPrice = (prices: Prices, product: Product, variant: Variant): number =>
  priceOn(prices, product, variant, DAYS - 1).price
