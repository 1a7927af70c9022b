import { describe, expect, test } from 'vitest'
import { createFormats } from '../text/format.ts'
import { dateTicks, valueTicks, writeTick } from './ticks.ts'

describe('valueTicks', () => {
  test.each([
    [0, 4321, [0, 2000, 4000, 6000]],
    [-120, 950, [-500, 0, 500, 1000]],
    [0, 0.9, [0, 0.25, 0.5, 0.75, 1]],
    [300, 1000, [0, 250, 500, 750, 1000]],
    [0, 0, [0, 1]],
  ])('of %d to %d are round and hold both', (low, high, ticks) => {
    expect(valueTicks(low, high)).toEqual(ticks)
  })

  test('are never more than asked for, and always reach over the ends', () => {
    for (let high = 1; high < 1e7; high *= 1.37) {
      for (const low of [0, -high / 3, -2 * high]) {
        const ticks = valueTicks(low, high)
        expect(ticks.length).toBeLessThanOrEqual(5)
        expect(ticks[0]).toBeLessThanOrEqual(low)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(high)
      }
    }
  })
})

describe('writeTick', () => {
  const format = createFormats('en-GB')
  test.each([
    [['2026-01-01', '2026-12-31'], 'day', '31 Dec'],
    [['2024-11-01', '2026-10-31'], 'day', 'Oct 2026'],
    [['2024-11-04', '2026-10-26'], 'week', 'Oct 2026'],
    [['2024-11', '2026-10'], 'month', 'Oct 2026'],
  ] as const)('of %j by %s is %s', (dates, grain, written) => {
    expect(writeTick(dates, 1, grain, format)).toBe(written)
  })
})

describe('dateTicks', () => {
  const days = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      new Date(Date.UTC(2026, 0, 10 + index)).toISOString().slice(0, 10),
    )

  test('of a few weeks are evenly spaced', () => {
    expect(dateTicks(days(28), 'day')).toEqual([0, 6, 12, 18, 24])
  })

  test('of many months stand at the start of months', () => {
    const dates = days(200)
    const ticks = dateTicks(dates, 'day')
    expect(ticks.length).toBeLessThanOrEqual(5)
    expect(ticks.map((place) => dates[place]?.slice(8))).toEqual(ticks.map(() => '01'))
  })
})
