import { expect, it } from 'vitest'
import type { CustomerDays } from '../customer-days.ts'
import { customerFacts } from '../facts.ts'
import { learnRhythm, leaveChance, usualOf } from './rhythm.ts'

/** Customer 1 came back after 10 days, customer 2 after 20; 3 has been silent for 40 days, 4 for 12. */
const DAYS: CustomerDays = (() => {
  const rows = [[1, 0], [1, 10], [2, 0], [2, 20], [3, 0], [4, 28]] as const // prettier-ignore
  const zero = new Float64Array(rows.length)
  return {
    customer: Float64Array.from(rows, ([customer]) => customer),
    day: Float64Array.from(rows, ([, day]) => day),
    orders: zero.map(() => 1),
    gross: zero,
    discount: zero,
    returned: zero,
    net: zero,
  }
})()
const rhythm = learnRhythm(DAYS, 40)

it('learns gaps over what was usual before them, and who is still without a next visit', () => {
  expect(rhythm.shopGap).toBe(15)
  expect([...rhythm.ratios[0]]).toEqual([10 / 15, 20 / 15])
  expect([...rhythm.ratios[1]]).toEqual([])
  expect(rhythm.open).toEqual([2, 2])
})

it('what is usual: the own gaps and one of the shop, never less than a day', () => {
  expect(usualOf(0, 1, 15)).toBe(15)
  expect(usualOf(45, 4, 15)).toBe(15)
  expect(usualOf(0, 40, 15)).toBe(1)
})

it('the chance not to come back counts only those who had been silent as long', () => {
  const facts = customerFacts(DAYS, 40)
  // Nobody came back after 40 days: half a return among the two who are silent, and one.
  expect(leaveChance(facts, 2, rhythm, 30)).toBeCloseTo(1 - 0.5 / 3, 12)
  // Of the gaps of more than 12 days, one ended within 10 more.
  expect(leaveChance(facts, 3, rhythm, 10)).toBeCloseTo(1 - 1.5 / 4, 12)
  expect(leaveChance(facts, 3, rhythm, 7)).toBeCloseTo(1 - 0.5 / 4, 12)
})
