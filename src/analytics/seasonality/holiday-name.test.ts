import { expect, it } from 'vitest'
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
