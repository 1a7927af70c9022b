import { type CustomerDays, indexCustomers } from './customer-days.ts'

/**
 * Customers with at least one order up to a day, by ascending id. Days are day numbers, amounts minor units. A visit is
 * a day with an order: what repeat-buying models count (several orders of one day are one visit).
 */
export interface CustomerFacts {
  readonly asOf: number
  readonly count: number
  readonly id: Float64Array
  readonly first: Float64Array
  readonly last: Float64Array
  readonly orders: Float64Array
  readonly visits: Float64Array
  readonly net: Float64Array
  readonly gross: Float64Array
  readonly discount: Float64Array
  readonly returned: Float64Array
  /** Net of the days after the first visit, returns included. */
  readonly repeatNet: Float64Array
  /** Sum of the squared gaps between visits. */
  readonly gapSquares: Float64Array
  /** Days between the last two visits; 0 with one visit. */
  readonly lastGap: Float64Array
}

const COLUMNS = [
  'id',
  'first',
  'last',
  'orders',
  'visits',
  'net',
  'gross',
  'discount',
  'returned',
  'repeatNet',
  'gapSquares',
  'lastGap',
] as const
type Columns = Record<(typeof COLUMNS)[number], Float64Array>

/** Adds a row of days to customer `who`. */
function addDay(columns: Columns, who: number, days: CustomerDays, at: number): void {
  const day = days.day[at]!
  if (days.orders[at]! > 0) {
    const visits = columns.visits[who]!
    const gap = visits > 0 ? day - columns.last[who]! : 0
    if (visits === 0) columns.first[who] = day
    columns.gapSquares[who]! += gap * gap
    columns.lastGap[who] = gap
    columns.last[who] = day
    columns.visits[who] = visits + 1
    columns.orders[who]! += days.orders[at]!
  }
  if (columns.visits[who]! > 0 && day > columns.first[who]!) columns.repeatNet[who]! += days.net[at]!
  columns.net[who]! += days.net[at]!
  columns.gross[who]! += days.gross[at]!
  columns.discount[who]! += days.discount[at]!
  columns.returned[who]! += days.returned[at]!
}

/** What was known of every customer at the end of day `asOf` (a day number). Later days change nothing. */
export function customerFacts(days: CustomerDays, asOf: number): CustomerFacts {
  const { id, start } = indexCustomers(days)
  const columns = Object.fromEntries(COLUMNS.map((name) => [name, new Float64Array(id.length)])) as Columns
  let count = 0
  for (let who = 0; who < id.length; who++) {
    columns.id[count] = id[who]!
    for (let at = start[who]!; at < start[who + 1]! && days.day[at]! <= asOf; at++)
      addDay(columns, count, days, at)
    // Of somebody without a visit nothing is kept: the next one begins anew in the same place.
    if (columns.visits[count]! > 0) count += 1
    else for (const name of COLUMNS) columns[name][count] = 0
  }
  const cut = Object.fromEntries(COLUMNS.map((name) => [name, columns[name].slice(0, count)]))
  return { asOf, count, ...(cut as Columns) }
}

/** Mean value of the repeat visits of a customer, in the unit of `scale` (minor units in it); 0 without any. */
export const meanRepeat = (facts: CustomerFacts, at: number, scale: number): number =>
  facts.visits[at]! > 1 ? facts.repeatNet[at]! / scale / (facts.visits[at]! - 1) : 0

/** Days between visits of customers with several, over the whole table up to `asOf`. */
export function visitGaps(days: CustomerDays, asOf: number): Float64Array {
  const gaps: number[] = []
  let before = Number.NaN
  for (let row = 0; row < days.day.length; row++) {
    if (row > 0 && days.customer[row] !== days.customer[row - 1]) before = Number.NaN
    const day = days.day[row]!
    if (days.orders[row] === 0 || day > asOf) continue
    if (!Number.isNaN(before)) gaps.push(day - before)
    before = day
  }
  return Float64Array.from(gaps)
}
