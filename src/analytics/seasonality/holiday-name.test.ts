import { expect, it } from 'vitest'
import { publicHolidays } from '../../../workers/calendar/public-holidays.ts'
import { bothNames, nameFor } from './holiday-name.ts'

it.each([
  ['Navidad', 'Christmas Day', 'Navidad / Christmas Day'],
  ['Christmas Day', 'Christmas Day', 'Christmas Day'],
  ['Diada', '', 'Diada'],
])('%s, %s: %s', (local, english, both) => {
  expect(bothNames(local, english)).toBe(both)
})

it('is read in the language of the reader', () => {
  expect(nameFor('en', 'Navidad / Christmas Day')).toBe('Christmas Day (Navidad)')
  expect(nameFor('es', 'Navidad / Christmas Day')).toBe('Navidad')
  expect(nameFor('en', 'black_friday')).toBe('black_friday')
})

it('Spain has its Christmas in both languages', async () => {
  const names = (await publicHolidays('ES', 2024, 2024)).map(({ name }) => name)
  expect(names).toContain('Navidad / Christmas Day')
  expect((await publicHolidays('GB', 2024, 2024)).map(({ name }) => name)).toContain('Christmas Day')
})
