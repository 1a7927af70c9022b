import { expect, it } from 'vitest'
import { featureValue } from './feature-value.ts'

it.each([
  ['EUR', 37.5, 37.5],
  ['JPY', 37.5, 3750],
  ['KWD', 37.5, 3.75],
])('spend per order in %s is told in its own unit', (currency, read, told) => {
  expect(featureValue('net_per_order', read, currency)).toBe(told)
  expect(featureValue('orders', read, currency)).toBe(read)
})
