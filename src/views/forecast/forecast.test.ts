import { describe, expect, test } from 'vitest'
import { horizonOf, lastSteps, shownHistory, sumOf, yearBefore } from './forecast.ts'

const day = (date: string, value: number, spread: number) => ({
  date,
  value,
  intervals: { '80': [value - spread, value + spread] as [number, number] },
})
const points = [day('2025-03-01', 10, 2), day('2025-03-02', 20, 5)]
const frequency = 'D' as const

test('the total is the sum of the steps', () => {
  expect(sumOf(points)).toBe(30)
})

describe('the year before', () => {
  const history = { start: '2024-02-28', values: [1, 2, 4, 8, 16] }

  test('is the sum of the same calendar days', () => {
    expect(yearBefore({ history, points, frequency })).toEqual({
      from: '2024-03-01',
      to: '2024-03-02',
      total: 12,
      empty: 0,
    })
  })

  test('says how many of its days lie in a gap', () => {
    const findings = [{ kind: 'gap' as const, at: 0, steps: 3, value: 0, usual: 2 }]
    expect(yearBefore({ history, points, frequency, findings })).toMatchObject({ empty: 1 })
  })

  test('is not told from a part of them', () => {
    const some = { start: '2024-03-02', values: [1, 2, 3] }
    expect(yearBefore({ history: some, points, frequency })).toBeNull()
    const early = { start: '2024-02-28', values: [1, 2, 4] }
    expect(yearBefore({ history: early, points, frequency })).toBeNull()
  })

  test('is the same months of months, and 52 weeks back of weeks', () => {
    const months = { start: '2024-01-01', values: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048] }
    const ahead = [day('2025-01-01', 1, 0), day('2025-02-01', 1, 0)]
    expect(yearBefore({ history: months, points: ahead, frequency: 'M' })?.total).toBe(3)
    const weeks = { start: '2024-01-01', values: Array.from({ length: 53 }, (_, at) => at) }
    expect(yearBefore({ history: weeks, points: [day('2025-01-06', 1, 0)], frequency: 'W' })?.total).toBe(1)
  })
})

test('the chart begins at most at the first day of the history', () => {
  const history = { start: '2024-01-30', values: [5, 6, 7] }
  expect(shownHistory({ history, points, frequency })).toBe(3)
  expect(lastSteps({ history, points, frequency }, 2)).toEqual([
    { date: '2024-01-31', value: 6 },
    { date: '2024-02-01', value: 7 },
  ])
  expect(horizonOf({ points })).toEqual({ from: '2025-03-01', to: '2025-03-02' })
})
