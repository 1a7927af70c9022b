import { expect, it } from 'vitest'
import { metricValue, relativeChange } from './dictionary.ts'

it.each([
  [110, 100, 0.1],
  [90, 100, -0.1],
  // From a loss to a gain is more, from a gain to a loss less, whatever the sign of what it is divided by.
  [50, -100, 1.5],
  [-150, -100, -0.5],
  [-50, 100, -1.5],
  [0, 40, -1],
] as const)('%d after %d is a change of %d', (value, previous, change) => {
  expect(relativeChange(value, previous)).toBeCloseTo(change, 12)
})

it('knows no change from nothing', () => {
  expect(relativeChange(5, 0)).toBeNull()
  expect(relativeChange(null, 5)).toBeNull()
  expect(relativeChange(5, null)).toBeNull()
})

it('what no file carries is not zero; what is divided by nothing does not exist', () => {
  expect(metricValue('taxes', {})).toBeNull()
  expect(metricValue('gross_margin', { net: 100 })).toBeNull()
  expect(metricValue('net_sales', {})).toBe(0)
  expect(metricValue('average_order_value', { gross: 100, orders: 0 })).toBeNull()
  expect(metricValue('returning_rate', { customers: 0, returning_customers: 0 })).toBeNull()
  expect(metricValue('returning_rate', { customers: 4, returning_customers: 1 })).toBe(0.25)
})
