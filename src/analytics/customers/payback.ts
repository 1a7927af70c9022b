import type { CustomerDays } from './customer-days.ts'
import type { CustomerFacts } from './facts.ts'

/** What customers won in a time have brought in: mean value by months of 30 days since the first order. */
export interface Return {
  readonly customers: number
  /** Mean cumulative value after month 1, 2 …; only of customers who have had so many months, to the last with any. */
  readonly byMonth: readonly number[]
  /** First month whose mean value is at least the cost of a customer; null: not within what is known. */
  readonly paybackMonths: number | null
}

const MONTH = 30

/** Follows customers whose first order lies from day `from` to day `to`. `cost` and values in the unit of `net`. */
export function payback(
  days: CustomerDays,
  facts: CustomerFacts,
  from: number,
  to: number,
  cost: (customers: number) => number,
): Return {
  const first = new Map<number, number>()
  for (let at = 0; at < facts.count; at++)
    if (facts.first[at]! >= from && facts.first[at]! <= to) first.set(facts.id[at]!, facts.first[at]!)
  const months = Math.floor((facts.asOf - from) / MONTH)
  const byMonth: number[] = []
  for (let month = 1; month <= Math.min(months, 36); month++) {
    let [sum, customers] = [0, 0]
    const mature = (start: number | undefined): start is number =>
      start !== undefined && start + month * MONTH <= facts.asOf
    for (const start of first.values()) if (mature(start)) customers += 1
    if (customers === 0) break
    for (let row = 0; row < days.day.length; row++) {
      const start = first.get(days.customer[row]!)
      if (mature(start) && days.day[row]! < start + month * MONTH) sum += days.net[row]!
    }
    byMonth.push(sum / customers)
  }
  const reached = first.size > 0 ? byMonth.findIndex((value) => value >= cost(first.size)) : -1
  return { customers: first.size, byMonth, paybackMonths: reached < 0 ? null : reached + 1 }
}
