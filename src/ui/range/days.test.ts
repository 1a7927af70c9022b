import { expect, test } from 'vitest'
import { countDays, isDay, monthWeeks, plusDays, plusMonths } from './days.ts'

test('days cross months and leap years', () => {
  expect(plusDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(plusDays('2025-12-31', 1)).toBe('2026-01-01')
  expect(countDays('2024-02-01', '2024-03-01')).toBe(30)
})

test('a month later is the same day, or the last there is', () => {
  expect(plusMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(plusMonths('2026-03-15', -3)).toBe('2025-12-15')
})

test('weeks of a month begin where the region begins them and hold the whole month', () => {
  const monday = monthWeeks('2026-03-10', 1)
  expect(monday[0]?.[0]).toBe('2026-02-23')
  expect(monday.at(-1)?.[6]).toBe('2026-04-05')
  expect(monthWeeks('2026-03-10', 7)[0]?.[0]).toBe('2026-03-01')
  expect(monthWeeks('2026-02-10', 7)).toHaveLength(4)
})

test('a day is written in full and exists', () => {
  expect(['2026-02-28', '2026-02-29', '2026-2-3', ''].map(isDay)).toEqual([true, false, false, false])
})
