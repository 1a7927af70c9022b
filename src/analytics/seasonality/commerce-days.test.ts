import { expect, it } from 'vitest'
import { blackFriday, commerceDays, easter, specialDays } from './commerce-days.ts'

it.each([
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2038, '2038-04-25'],
])('knows Easter of %i', (year, day) => expect(easter(year)).toBe(day))

it.each([
  [2023, '2023-11-24'],
  [2024, '2024-11-29'],
  [2025, '2025-11-28'],
  [2026, '2026-11-27'],
])('knows Black Friday of %i', (year, day) => expect(blackFriday(year)).toBe(day))

it('lists the days of a span in order, over the turn of a year', () => {
  expect(commerceDays('2025-11-27', '2026-01-01')).toEqual([
    { day: '2025-11-28', name: 'black_friday' },
    { day: '2025-12-01', name: 'cyber_monday' },
    { day: '2025-12-24', name: 'christmas_eve' },
    { day: '2025-12-25', name: 'christmas' },
    { day: '2025-12-31', name: 'new_year_eve' },
    { day: '2026-01-01', name: 'new_year' },
  ])
})

it('adds the public holidays of the span; one that is a commerce day is named once, by that', () => {
  const holidays = [
    { date: '2025-12-06', name: 'Día de la Constitución' },
    { date: '2025-12-25', name: 'Navidad' },
    { date: '2026-05-01', name: 'Fiesta del trabajo' },
  ]
  expect(specialDays('2025-12-02', '2025-12-26', holidays)).toEqual([
    { day: '2025-12-06', name: 'Día de la Constitución' },
    { day: '2025-12-24', name: 'christmas_eve' },
    { day: '2025-12-25', name: 'christmas' },
  ])
})
