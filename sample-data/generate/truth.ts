import { CATEGORIES } from './categories.ts'
import { dateOf } from './clock.ts'
import { COUNTRIES, BUYING, DEMAND, MONTHS, SHOCKS, SPENDING, WEEKDAYS, YEARLY_EVENTS } from './parameters.ts'
import { CODES, CODE_ELASTICITY, CUTS, MOVING_EVENTS } from './promotions.ts'
import { CHANNELS } from './sessions-file.ts'
import type { Shop } from './shop.ts'

/** Every true value that a model might hope to find; dates are days in Europe/Madrid, products go by handle. */
export const truthOf = (shop: Shop) => {
  const handle = (index: number) => shop.products[index]?.handle ?? ''
  return {
    seed: shop.seed,
    buying: { ...BUYING, unit: 'per week of shop time' },
    spending: {
      ...SPENDING,
      mean: (SPENDING.p * SPENDING.gamma) / (SPENDING.q - 1),
      unit: 'EUR of goods per order',
    },
    demand: DEMAND,
    weekdays: WEEKDAYS,
    months: MONTHS,
    yearlyEvents: YEARLY_EVENTS,
    movingEvents: MOVING_EVENTS,
    shocks: SHOCKS,
    countries: COUNTRIES,
    channels: CHANNELS,
    codes: CODES,
    codeElasticity: CODE_ELASTICITY,
    cuts: CUTS,
    categories: CATEGORIES.map(({ name, share, elasticity, returned, months }) => ({
      name,
      share,
      elasticity,
      returned,
      months,
    })),
    stockouts: shop.stockouts.map(({ product, from, to }) => ({
      product: handle(product),
      from: dateOf(from),
      to: dateOf(to),
    })),
    crazes: shop.crazes.map(({ product, from, to, factor }) => ({
      product: handle(product),
      from: dateOf(from),
      to: dateOf(to),
      factor,
    })),
    boughtTogether: shop.pulls.map(({ from, to, chance }) => ({
      from: handle(from),
      to: handle(to),
      chance,
    })),
    launched: shop.products
      .filter(({ launched }) => launched > 0)
      .map((product) => [product.handle, dateOf(product.launched)]),
    retired: shop.products
      .filter(({ retired }) => retired < shop.calendar.demand.length - 1)
      .map((product) => [product.handle, dateOf(product.retired)]),
  }
}
