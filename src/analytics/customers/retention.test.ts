import { expect, it } from 'vitest'
import type { CustomerDays } from './customer-days.ts'
import { activeAt, bucketed, repeatRates, spansBySegment, spansOf, winBack } from './retention.ts'

type Row = readonly [customer: number, day: number, orders?: number]

/** Days of customers, one order each where nothing else is said; 0 orders: something came back. */
const table = (rows: readonly Row[]): CustomerDays => {
  const zeros = new Float64Array(rows.length)
  return {
    customer: Float64Array.from(rows, ([customer]) => customer),
    day: Float64Array.from(rows, ([, day]) => day),
    orders: Float64Array.from(rows, ([, , orders = 1]) => orders),
    gross: zeros,
    discount: zeros,
    returned: zeros,
    net: zeros,
  }
}

const counted = (rates: ReturnType<typeof repeatRates>) => rates.map(({ base, reached }) => [reached, base])

it('counts a second order on the last day of the window, and on the first day itself, and none a day later', () => {
  const days = table([[1, 0], [1, 30], [2, 0], [2, 31], [3, 0, 2], [4, 0], [4, 5, 0]]) // prettier-ignore
  expect(counted(repeatRates(days, 100, [30, 60]))).toEqual([
    [2, 4],
    [3, 4],
  ])
})

it('judges nobody whose window is not over, and looks at no day after the one asked for', () => {
  const days = table([[1, 0], [1, 40], [2, 70], [2, 75], [3, 71], [3, 75]]) // prettier-ignore
  expect(counted(repeatRates(days, 100, [30]))).toEqual([[1, 2]])
  expect(counted(repeatRates(days, 39, [30, 39, 40]))).toEqual([
    [0, 1],
    [0, 1],
    [0, 0],
  ])
  expect(repeatRates(days, 20, [30])[0]).toEqual({
    days: 30,
    base: 0,
    reached: 0,
    rate: null,
    interval: null,
  })
})

it('a silence is one when no order came up to its last day; it ends within the next 90 days or not', () => {
  const silent = (next: number) => counted(winBack(table([[1, 0], [1, next]]), 150, [60])) // prettier-ignore
  expect(silent(60)).toEqual([[0, 0]])
  expect(silent(61)).toEqual([[1, 1]])
  expect(silent(150)).toEqual([[1, 1]])
  expect(silent(151)).toEqual([[0, 1]])
  expect(counted(winBack(table([[1, 0]]), 149, [60]))).toEqual([[0, 0]])
})

it('who is active: an order within the days that end with the one named, each customer once', () => {
  const days = table([[1, 10], [1, 12, 2], [2, 3], [3, 2], [4, 12, 0], [5, 13]]) // prettier-ignore
  expect(activeAt(days, [12], 10)).toEqual([{ customers: 2, orders: 4 }])
})

it('measures gaps between visits and orders per customer, by segment too', () => {
  const days = table([[1, 0], [1, 10], [1, 13, 0], [1, 30, 3], [2, 5], [2, 50], [3, 9, 0]]) // prettier-ignore
  expect(spansOf(days, 40)).toEqual({ gaps: [10, 20], firstGaps: [10], counts: [5, 1] })
  expect(spansOf(days, 50)).toEqual({ gaps: [10, 20, 45], firstGaps: [10, 45], counts: [5, 2] })
  expect(spansBySegment(days, 50, [1, 0], 2)).toEqual([[45], [10, 20]])
})

it('puts each value into the bucket that begins at or below it', () => {
  expect(bucketed([0, 1, 2, 3, 6, 99], [0, 1, 3, 7])).toEqual([
    { from: 0, to: 0, count: 1 },
    { from: 1, to: 2, count: 2 },
    { from: 3, to: 6, count: 2 },
    { from: 7, to: null, count: 1 },
  ])
})
