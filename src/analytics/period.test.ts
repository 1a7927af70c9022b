import { describe, expect, it } from 'vitest'
import { addDays } from '../model/day.ts'
import type { Period } from '../model/metric.ts'
import {
  alignment,
  comparisonPeriod,
  defaultGrain,
  periodDays,
  PRESETS,
  resolvePeriod,
  wholeMonths,
} from './period.ts'

const SPAN = { first: '2022-05-10', last: '2024-03-31' }
const period = (text: string): Period => {
  const [from = '', to = ''] = text.split('…')
  return { from, to }
}

it.each([
  ['today', '2024-03-31…2024-03-31'],
  ['yesterday', '2024-03-30…2024-03-30'],
  ['last_7', '2024-03-25…2024-03-31'],
  ['last_28', '2024-03-04…2024-03-31'],
  ['last_30', '2024-03-02…2024-03-31'],
  ['last_90', '2024-01-02…2024-03-31'],
  ['this_month', '2024-03-01…2024-03-31'],
  ['last_month', '2024-02-01…2024-02-29'],
  ['this_quarter', '2024-01-01…2024-03-31'],
  ['last_quarter', '2023-10-01…2023-12-31'],
  ['year_to_date', '2024-01-01…2024-03-31'],
  ['last_12_months', '2023-04-01…2024-03-31'],
  ['all', '2022-05-10…2024-03-31'],
] as const)('%s on 31 March 2024 is %s', (preset, days) => {
  expect(resolvePeriod(preset, '2024-03-31', SPAN)).toEqual(period(days))
})

it('crosses years and leap days', () => {
  expect(resolvePeriod('last_month', '2024-01-15', SPAN)).toEqual(period('2023-12-01…2023-12-31'))
  expect(resolvePeriod('last_quarter', '2024-02-29', SPAN)).toEqual(period('2023-10-01…2023-12-31'))
  expect(resolvePeriod('last_12_months', '2024-02-29', SPAN)).toEqual(period('2023-03-01…2024-02-29'))
  expect(resolvePeriod('yesterday', '2024-03-01', SPAN)).toEqual(period('2024-02-29…2024-02-29'))
})

it.each(PRESETS)('%s holds at least one day, in order', (preset) => {
  for (const today of ['2023-02-28', '2024-02-29', '2024-12-31', '2025-01-01'])
    expect(periodDays(resolvePeriod(preset, today, { first: null, last: null }))).toBeGreaterThan(0)
})

describe('comparison', () => {
  it.each([
    ['2024-03-01…2024-03-31', 'previous', '2024-02-01…2024-02-29'],
    ['2023-03-01…2023-03-31', 'previous', '2023-02-01…2023-02-28'],
    ['2024-01-01…2024-03-31', 'previous', '2023-10-01…2023-12-31'],
    ['2024-01-01…2024-12-31', 'previous', '2023-01-01…2023-12-31'],
    ['2024-03-04…2024-03-31', 'previous', '2024-02-05…2024-03-03'],
    ['2024-03-01…2024-03-17', 'previous', '2024-02-13…2024-02-29'],
    ['2024-01-01…2024-01-01', 'previous', '2023-12-31…2023-12-31'],
    ['2025-02-01…2025-02-28', 'year', '2024-02-01…2024-02-29'],
    ['2024-02-01…2024-02-29', 'year', '2023-02-01…2023-02-28'],
    ['2024-02-10…2024-02-29', 'year', '2023-02-10…2023-02-28'],
    ['2024-01-15…2024-04-10', 'year', '2023-01-15…2023-04-10'],
  ] as const)('of %s with %s is %s', (days, comparison, past) => {
    expect(comparisonPeriod(period(days), comparison)).toEqual(period(past))
  })

  it('is none when none is wanted', () => {
    expect(comparisonPeriod(period('2024-01-01…2024-01-31'), 'none')).toBeNull()
  })

  it('is as long and ends the day before, unless it is made of whole months', () => {
    for (let days = 1; days <= 400; days += 7) {
      const now = { from: '2023-01-03', to: addDays('2023-01-03', days - 1) }
      const past = comparisonPeriod(now, 'previous')
      expect(past).toEqual({ from: addDays(now.from, -days), to: '2023-01-02' })
    }
  })
})

it.each([
  ['2024-02-01…2024-02-29', 1],
  ['2023-11-01…2024-02-29', 4],
  ['2024-02-01…2024-02-28', 0],
  ['2024-02-02…2024-02-29', 0],
])('%s is %i whole months', (days, months) => {
  expect(wholeMonths(period(days))).toBe(months)
})

it.each([
  ['2024-03-01…2024-03-31', '2024-02-01…2024-02-29', 'day', { unit: 'day', count: 29 }],
  ['2024-03-01…2024-03-31', '2024-02-01…2024-02-29', 'month', { unit: 'month', count: 1 }],
  ['2024-01-15…2024-04-10', '2023-01-15…2023-04-10', 'month', { unit: 'month', count: 12 }],
  ['2024-01-15…2024-04-10', '2023-01-15…2023-04-10', 'week', { unit: 'day', count: 365 }],
  ['2024-03-04…2024-03-31', '2024-02-05…2024-03-03', 'month', { unit: 'day', count: 28 }],
] as const)('%s over %s by %s moves by %o', (now, past, grain, shift) => {
  expect(alignment(period(now), period(past), grain)).toEqual(shift)
})

it.each([
  ['2024-03-01…2024-03-02', 'hour'],
  ['2024-03-01…2024-03-31', 'day'],
  ['2024-01-01…2024-03-31', 'week'],
  ['2023-04-01…2024-03-31', 'month'],
  ['2010-01-01…2019-12-31', 'quarter'],
  ['1990-01-01…2019-12-31', 'year'],
] as const)('%s is drawn by %s', (days, grain) => {
  expect(defaultGrain(period(days))).toBe(grain)
})
