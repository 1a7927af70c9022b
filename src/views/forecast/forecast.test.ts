import { describe, expect, test } from 'vitest'
import { expectedTotal, horizonOf, lastDays, shownHistory, yearBefore } from './forecast.ts'

const day = (date: string, value: number, spread: number) => ({
  date,
  value,
  intervals: { '80': [value - spread, value + spread] as const },
})
const points = [day('2025-03-01', 10, 2), day('2025-03-02', 20, 5)]

test('the total is the sum of the days, its edges the sums of their edges', () => {
  expect(expectedTotal(points, 80)).toEqual({ total: 30, low: 23, high: 37 })
  expect(expectedTotal(points, 95)).toEqual({ total: 30, low: 30, high: 30 })
})

describe('the year before', () => {
  const history = { start: '2024-02-28', values: [1, 2, 4, 8, 16] }

  test('is the sum of the same calendar days', () => {
    expect(yearBefore({ history, points })).toEqual({ from: '2024-03-01', to: '2024-03-02', total: 12 })
  })

  test('is not told from a part of them', () => {
    expect(yearBefore({ history: { start: '2024-03-02', values: [1, 2, 3] }, points })).toBeNull()
    expect(yearBefore({ history: { start: '2024-02-28', values: [1, 2, 4] }, points })).toBeNull()
  })
})

test('the chart begins at most at the first day of the history', () => {
  const history = { start: '2024-01-30', values: [5, 6, 7] }
  expect(shownHistory({ history, points })).toBe(3)
  expect(lastDays(history, 2)).toEqual([
    { date: '2024-01-31', value: 6 },
    { date: '2024-02-01', value: 7 },
  ])
  expect(horizonOf({ points })).toEqual({ from: '2025-03-01', to: '2025-03-02' })
})
