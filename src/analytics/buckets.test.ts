import { expect, it } from 'vitest'
import { addDays } from '../model/day.ts'
import { GRAINS } from '../model/metric.ts'
import { bucketCount, buckets } from './buckets.ts'

const dates = (from: string, to: string, grain: (typeof GRAINS)[number]) =>
  buckets({ from, to }, grain).map(({ date, partial }) => (partial ? `${date}*` : date))

it('steps by day over a leap day', () => {
  expect(dates('2024-02-28', '2024-03-01', 'day')).toEqual(['2024-02-28', '2024-02-29', '2024-03-01'])
})

it('starts weeks on Monday and marks those that the period cuts', () => {
  expect(dates('2024-02-28', '2024-03-12', 'week')).toEqual(['2024-02-26*', '2024-03-04', '2024-03-11*'])
})

it.each([
  ['month', ['2023-12-01*', '2024-01-01', '2024-02-01']],
  ['quarter', ['2023-10-01*', '2024-01-01*']],
  ['year', ['2023-01-01*', '2024-01-01*']],
] as const)('steps by %s', (grain, expected) => {
  expect(dates('2023-12-15', '2024-02-29', grain)).toEqual(expected)
})

it('has 24 hours a day', () => {
  const hours = dates('2024-03-30', '2024-03-31', 'hour')
  expect(hours).toHaveLength(48)
  expect([hours[0], hours[23], hours[47]]).toEqual(['2024-03-30T00', '2024-03-30T23', '2024-03-31T23'])
})

it.each(GRAINS)('counts %s without making them, never too few by more than the two ends', (grain) => {
  for (const length of [1, 30, 59, 365, 366, 1000]) {
    const period = { from: '2023-01-31', to: addDays('2023-01-31', length - 1) }
    expect(buckets(period, grain).length).toBeLessThanOrEqual(bucketCount(period, grain) + 2)
  }
})
