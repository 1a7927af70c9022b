import { expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  dayNumber,
  dayOf,
  daysBetween,
  isDay,
  monthEnd,
  monthStart,
  weekday,
} from './day.ts'

it.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2000-02-29', true],
  ['1900-02-29', false],
  ['2024-13-01', false],
  ['2024-00-10', false],
  ['2024-1-1', false],
  ['', false],
  ['2024-04-31', false],
])('%s is a day: %s', (text, real) => {
  expect(isDay(text)).toBe(real)
})

it.each([
  ['2024-01-31', 1, '2024-02-29'],
  ['2023-01-31', 1, '2023-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', -12, '2023-02-28'],
  ['2024-01-15', -1, '2023-12-15'],
  ['2024-03-31', -13, '2023-02-28'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected)
})

it('counts days over leap days and years', () => {
  expect(addDays('2023-12-31', 1)).toBe('2024-01-01')
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
  expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366)
  expect(dayNumber('1970-01-01')).toBe(0)
  expect(dayOf(dayNumber('2024-02-29'))).toBe('2024-02-29')
})

it('knows weekdays and months', () => {
  expect(['2024-02-26', '2024-03-03', '1969-12-29'].map(weekday)).toEqual([1, 7, 1])
  expect([monthStart('2024-02-17'), monthEnd('2024-02-17'), monthEnd('2023-02-01')]).toEqual([
    '2024-02-01',
    '2024-02-29',
    '2023-02-28',
  ])
})
