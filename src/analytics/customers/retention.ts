import { type CustomerDays, indexCustomers } from './customer-days.ts'
import { wilson } from './wilson.ts'

/** One customer's visits: day numbers ascending, and orders of each day. */
interface Visits {
  readonly days: readonly number[]
  readonly orders: readonly number[]
}

/** Calls back with the visits up to a day of every customer who has any. */
function eachCustomer(table: CustomerDays, asOf: number, tell: (visits: Visits) => void): void {
  const { id, start } = indexCustomers(table)
  for (let who = 0; who < id.length; who++) {
    const [days, orders]: [number[], number[]] = [[], []]
    for (let row = start[who]!; row < start[who + 1]! && table.day[row]! <= asOf; row++)
      if (table.orders[row]! > 0) {
        days.push(table.day[row]!)
        orders.push(table.orders[row]!)
      }
    if (days.length > 0) tell({ days, orders })
  }
}

export interface Rate {
  readonly days: number
  readonly base: number
  readonly reached: number
  readonly rate: number | null
  readonly interval: [number, number] | null
}

const rate = (days: number, base: number, reached: number): Rate => ({
  days,
  base,
  reached,
  rate: base > 0 ? reached / base : null,
  interval: wilson(reached, base),
})

/** Day of the second order: the first day itself when it had two. */
const secondOrder = ({ days, orders }: Visits): number => (orders[0]! > 1 ? days[0]! : (days[1] ?? Infinity))

/** Share of customers with a second order within so many days of the first, of those whose first is so old already. */
export function repeatRates(table: CustomerDays, asOf: number, windows: readonly number[]): Rate[] {
  const [base, reached] = [windows.map(() => 0), windows.map(() => 0)]
  eachCustomer(table, asOf, (visits) => {
    for (const [at, window] of windows.entries()) {
      if (visits.days[0]! + window > asOf) continue
      base[at]! += 1
      if (secondOrder(visits) <= visits.days[0]! + window) reached[at]! += 1
    }
  })
  return windows.map((window, at) => rate(window, base[at]!, reached[at]!))
}

/** Days in which someone won back must order. */
const WIN_BACK_DAYS = 90

/** Of silences that had lasted so long, at least 90 days ago, the share that ended within the next 90 days. */
export function winBack(table: CustomerDays, asOf: number, silences: readonly number[]): Rate[] {
  const [base, reached] = [silences.map(() => 0), silences.map(() => 0)]
  eachCustomer(table, asOf, ({ days }) => {
    for (const [visit, day] of days.entries())
      for (const [at, silence] of silences.entries()) {
        const next = days[visit + 1] ?? Infinity
        if (day + silence + WIN_BACK_DAYS > asOf || next <= day + silence) continue
        base[at]! += 1
        if (next <= day + silence + WIN_BACK_DAYS) reached[at]! += 1
      }
  })
  return silences.map((silence, at) => rate(silence, base[at]!, reached[at]!))
}

/** Customers with an order within `window` days before each day, and their orders then. */
export function activeAt(
  table: CustomerDays,
  ends: readonly number[],
  window: number,
): { customers: number; orders: number }[] {
  return ends.map((end) => {
    let [customers, orders, last] = [0, 0, Number.NaN]
    for (let row = 0; row < table.day.length; row++) {
      const day = table.day[row]!
      if (day > end || day <= end - window || table.orders[row] === 0) continue
      orders += table.orders[row]!
      if (table.customer[row] !== last) customers += 1
      last = table.customer[row]!
    }
    return { customers, orders }
  })
}

export interface Spans {
  /** Days between visits. */
  readonly gaps: readonly number[]
  readonly firstGaps: readonly number[]
  /** Orders of each customer. */
  readonly counts: readonly number[]
}

/** Gaps between visits and orders per customer up to a day. */
export function spansOf(table: CustomerDays, asOf: number): Spans {
  const [gaps, firstGaps, counts]: [number[], number[], number[]] = [[], [], []]
  eachCustomer(table, asOf, ({ days, orders }) => {
    counts.push(orders.reduce((sum, one) => sum + one, 0))
    for (let at = 1; at < days.length; at++) gaps.push(days[at]! - days[at - 1]!)
    if (days.length > 1) firstGaps.push(days[1]! - days[0]!)
  })
  return { gaps, firstGaps, counts }
}

/** How many values lie from each bound up to below the next; the last bucket is open. */
export function bucketed(values: readonly number[], bounds: readonly number[]) {
  return bounds.map((from, at) => {
    const next = bounds[at + 1]
    const count = values.filter((value) => value >= from && (next === undefined || value < next)).length
    return { from, to: next === undefined ? null : next - 1, count }
  })
}

/** Gaps between visits by the segment of the customer; `codes` in the order of the customers with a visit up to the day. */
export function spansBySegment(
  table: CustomerDays,
  asOf: number,
  codes: ArrayLike<number>,
  segments: number,
): number[][] {
  const gaps = Array.from({ length: segments }, (): number[] => [])
  let who = 0
  eachCustomer(table, asOf, ({ days }) => {
    const own = gaps[codes[who]!]!
    who += 1
    for (let at = 1; at < days.length; at++) own.push(days[at]! - days[at - 1]!)
  })
  return gaps
}
