import { expect, test } from 'vitest'
import { createFormats } from '../../ui/text/format.ts'
import { differs, pairWriter, unitOf } from './compared.ts'

const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ')
const EUROS = { mine: 'EUR', theirs: 'EUR' }
const es = pairWriter(createFormats('es-ES'), EUROS, (n) => `${n} puntos`)
const en = pairWriter(createFormats('en-GB'), EUROS, (n) => `${n} points`)

test('a difference has its sign, zero and what rounds to it have none', () => {
  expect(plain(es.difference('money', 1234.5))).toBe('+1.234,50 €')
  expect([en.difference('money', 1234.5), en.difference('money', -20)]).toEqual(['+€1,234.50', '-€20.00'])
  expect([en.difference('number', 12), en.difference('number', -3)]).toEqual(['+12', '-3'])
  expect([en.difference('number', 0), en.difference('money', 0), en.difference('money', 0.001)]).toEqual([
    '0',
    '€0.00',
    '€0.00',
  ])
  expect(en.difference('money', null)).toBe('–')
})

test('the difference of two shares is in points, not in per cent of something', () => {
  expect(es.difference('percent', 0.0123)).toBe('+1,2 puntos')
  expect(en.value('percent', 0.957)).toBe('95.7%')
})

test('each side is written in its own currency', () => {
  const mixed = pairWriter(createFormats('en-GB'), { mine: 'EUR', theirs: 'USD' }, (n) => n)
  expect([mixed.value('money', 5, 'mine'), mixed.value('money', 5, 'theirs')]).toEqual(['€5.00', '$5.00'])
  expect(mixed.value('number', 5, 'theirs')).toBe('5')
})

test('lines that are the same on both sides are told apart from those that differ or cannot be compared', () => {
  expect(differs({ mine: 1, theirs: 1, difference: 0 })).toBe(false)
  expect(differs({ mine: 2, theirs: 1, difference: 1 })).toBe(true)
  expect(differs({ mine: 2, theirs: 1, difference: null })).toBe(true)
  expect(differs({ mine: null, theirs: null, difference: null })).toBe(false)
  // A file that does not know of discounts, and one that knows that there were none.
  expect(differs({ mine: null, theirs: 0, difference: null })).toBe(false)
  expect(differs({ mine: null, theirs: 3, difference: null })).toBe(true)
  expect([unitOf('orders'), unitOf('net_sales'), unitOf('returning_rate')]).toEqual([
    'number',
    'money',
    'percent',
  ])
})
