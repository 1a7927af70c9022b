import { expect, it } from 'vitest'
import { currencyExponent, toMajor, toMinor } from './currency.ts'

it.each([
  [12.345, 'EUR', 1235],
  [-12.345, 'EUR', -1235],
  [0.1 * 3, 'EUR', 30],
  [163056, 'CLP', 163056],
  [1.2345, 'KWD', 1235],
  [1.005, 'USD', 101],
])('%d %s is %d in minor units', (major, currency, minor) => {
  expect(toMinor(major, currency)).toBe(minor)
})

it('goes back to major units without float noise', () => {
  expect(toMajor(30, 'EUR')).toBe(0.3)
  expect(toMajor(1235, 'KWD')).toBe(1.235)
  expect(currencyExponent('JPY')).toBe(0)
})
