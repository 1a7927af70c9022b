import { expect, it } from 'vitest'
import type { CustomerDays } from './customer-days.ts'
import { customerFacts } from './facts.ts'
import { payback } from './payback.ts'

/** Two customers won on days 100 and 110, one long before: 20 at first, 15 more after 40 days, 15 more after 70. */
const DAYS: CustomerDays = (() => {
  const rows = [
    [1, 10, 9900],
    [2, 100, 2000],
    [2, 140, 1500],
    [2, 170, 1500],
    [3, 110, 2000],
    [3, 150, 1500],
    [3, 180, 1500],
  ] as const
  const column = (at: 0 | 1 | 2) => Float64Array.from(rows, (row) => row[at])
  const zero = new Float64Array(rows.length)
  return {
    customer: column(0),
    day: column(1),
    orders: zero.map(() => 1),
    gross: column(2),
    discount: zero,
    returned: zero,
    net: column(2),
  }
})()
const facts = customerFacts(DAYS, 210)

it('follows those won in the days of the spend, by months since each one’s first order', () => {
  const seen = payback(DAYS, facts, 95, 120, () => 3500)
  expect(seen.customers).toBe(2)
  expect(seen.byMonth).toEqual([2000, 3500, 5000])
  expect(seen.paybackMonths).toBe(2)
})

it('a cost that has not come back yet has no month; the cost is shared by those who were won', () => {
  expect(payback(DAYS, facts, 95, 120, () => 5001).paybackMonths).toBeNull()
  const shared = payback(DAYS, facts, 95, 120, (customers) => 4000 / customers)
  expect(shared.paybackMonths).toBe(1)
})

it('a month is told only of those who have had it', () => {
  const early = payback(DAYS, customerFacts(DAYS, 165), 95, 120, () => 1)
  // Customer 3 has had one month and not two; customer 2 both.
  expect(early.byMonth).toEqual([2000, 3500])
})

it('an order on the 30th day is of the second month', () => {
  const days: CustomerDays = {
    ...DAYS,
    customer: Float64Array.of(1, 1, 1),
    day: Float64Array.of(0, 29, 30),
    orders: Float64Array.of(1, 1, 1),
    net: Float64Array.of(100, 10, 1),
  }
  expect(payback(days, customerFacts(days, 60), 0, 0, () => 1).byMonth).toEqual([110, 111])
  // The 60th day is not over on the 59th.
  expect(payback(days, customerFacts(days, 59), 0, 0, () => 1).byMonth).toEqual([110])
})
