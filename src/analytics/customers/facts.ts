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
type Column = (typeof COLUMNS)[number]
type Row = Record<Column, number>

const nobody = (): Row => Object.fromEntries(COLUMNS.map((name) => [name, 0])) as Row

function addDay(row: Row, days: CustomerDays, at: number): void {
  const day = days.day[at]!
  if (days.orders[at]! > 0) {
    const gap = row.visits > 0 ? day - row.last : 0
    if (row.visits === 0) row.first = day
    row.gapSquares += gap * gap
    row.lastGap = gap
    row.last = day
    row.visits += 1
    row.orders += days.orders[at]!
  }
  if (row.visits > 0 && day > row.first) row.repeatNet += days.net[at]!
  row.net += days.net[at]!
  row.gross += days.gross[at]!
  row.discount += days.discount[at]!
  row.returned += days.returned[at]!
}

/** What was known of every customer at the end of day `asOf` (a day number). Later days change nothing. */
export function customerFacts(days: CustomerDays, asOf: number): CustomerFacts {
  const { id, start } = indexCustomers(days)
  const columns = Object.fromEntries(COLUMNS.map((name) => [name, new Float64Array(id.length)])) as Record<
    Column,
    Float64Array
  >
  let count = 0
  for (let who = 0; who < id.length; who++) {
    const row = nobody()
    row.id = id[who]!
    for (let at = start[who]!; at < start[who + 1]! && days.day[at]! <= asOf; at++) addDay(row, days, at)
    if (row.visits === 0) continue
    for (const name of COLUMNS) columns[name][count] = row[name]
    count += 1
  }
  const cut = Object.fromEntries(COLUMNS.map((name) => [name, columns[name].slice(0, count)]))
  return { asOf, count, ...(cut as Record<Column, Float64Array>) }
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
