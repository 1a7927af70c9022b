import type { Product } from './catalogue.ts'
import { DAYS } from './clock.ts'
import type { Random } from './random.ts'

/** A stretch of days, both included, on which a product could not be bought. */
export type Stockout = { readonly product: number; readonly from: number; readonly to: number }

const EPISODES = 46
const STILL_OUT = 5

/** Half of the episodes befall the sixty best sellers; five are still going on when the files are exported. */
export const makeStockouts = (random: Random, products: readonly Product[]): Stockout[] => {
  const steady = products
    .filter(
      ({ launched, retired, category }) =>
        launched < 400 && retired === DAYS - 1 && category.name !== 'Navidad',
    )
    .sort((a, b) => b.popularity - a.popularity)
  const unlucky = random.shuffle([
    ...random.shuffle(steady.slice(2, 60)).slice(0, EPISODES / 2),
    ...random.shuffle(steady.slice(60)).slice(0, EPISODES / 2),
  ])
  return unlucky.map(({ index, launched }, i) => {
    if (i < STILL_OUT) return { product: index, from: DAYS - random.integer(6, 20), to: DAYS - 1 }
    const from = random.integer(launched + 30, DAYS - 60)
    return { product: index, from, to: from + random.integer(9, 38) }
  })
}
