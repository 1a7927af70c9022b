import { median } from './statistics.ts'

/** What a product cost on a day on which it sold. */
export interface DayPrice {
  /** Position of the day in the product's series. */
  readonly at: number
  readonly price: number
  /** Part that was taken off, 0 … 1. */
  readonly discount: number
}

/** Share of days with sales from which on prices are known well enough. */
const SELLS = 0.7
export const LEAST_DAYS = 120
/** Relative movement of a price below which it says nothing. */
const MOVES = 0.02
/** Days with a discount that can be learnt from. */
const DISCOUNTED = 5

/** The last known value goes on, also over the days before the first. */
function carried(days: readonly DayPrice[], of: (day: DayPrice) => number, length: number): Float64Array {
  const column = new Float64Array(length).fill(of(days[0]!))
  days.forEach((day, i) => column.fill(of(day), day.at, days[i + 1]?.at ?? length))
  return column
}

/**
 * Price, relative to the product's median, and share of discount as columns over history and horizon, for products that
 * sell on most days and whose price moves. A day without sales has the price of the last one that had some, so that the
 * columns do not tell which days sold; ahead the last price stays and nothing is off. Undefined: nothing to learn from.
 */
export function priceColumns(
  days: readonly DayPrice[],
  steps: number,
  horizon: number,
): Readonly<Record<string, Float64Array>> | undefined {
  if (steps < LEAST_DAYS || days.length < SELLS * steps) return undefined
  const usual = median(days.map(({ price }) => price))
  if (!(usual > 0)) return undefined
  const spread = median(days.map(({ price }) => Math.abs(price / usual - 1)))
  const moving = days.filter(({ price }) => Math.abs(price / usual - 1) > MOVES).length
  const off = days.filter(({ discount }) => discount > MOVES).length
  const length = steps + horizon
  const columns: Record<string, Float64Array> = {}
  if (spread > MOVES || moving >= DISCOUNTED)
    columns['price'] = carried(days, ({ price }) => price / usual, length)
  if (off >= DISCOUNTED && off < days.length)
    columns['discount'] = carried(days, ({ discount }) => discount, length).fill(0, steps)
  return Object.keys(columns).length > 0 ? columns : undefined
}
