import { expect, it } from 'vitest'
import { type KnownAs, scrubRecord, tellerOf } from './scrub.ts'

const person: KnownAs = {
  customerIds: [7],
  identities: ['ana@example.com'],
  texts: ['ana@example.com', '+34600111222', 'Ana Ruiz'],
}

const scrubbed = (text: string) =>
  scrubRecord({ id: '1', at: '2026-01-01', data: { text } }, person).data['text']

it.each([
  ['Ana Ruiz', '[erased]'],
  ['to ANA@example.com, now', 'to [erased], now'],
  ['+34600111222', '[erased]'],
  ['ring 600 11 12 22 or +34 (600) 111-222', 'ring [erased] or [erased]'],
  ['600111223 is another, 1600111 too', '600111223 is another, 1600111 too'],
  ['Ana and Mr Ruiz', 'Ana and Mr Ruiz'],
])('takes a person out of a text: %s', (text, left) => {
  expect(scrubbed(text)).toBe(left)
  expect(tellerOf(person.texts)(text)).toBe(text !== left)
})
