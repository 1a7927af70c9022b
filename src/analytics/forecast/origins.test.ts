import { expect, it } from 'vitest'
import { planOrigins } from './origins.ts'

it.each([
  [730, 30, 7],
  [18, 30, 7],
  [9, 1, 1],
  [28, 12, 12],
  [52, 24, 24],
  [730, 365, 7],
  [10_000, 48, 24],
])('%d steps, horizon %d: validation windows end before the first test origin', (length, horizon, season) => {
  const { validation, test, horizon: window } = planOrigins(length, horizon, season)
  expect(validation.length).toBeGreaterThan(0)
  expect(test.length).toBeGreaterThan(0)
  expect(window).toBeLessThanOrEqual(horizon)
  expect(validation.at(-1)! + window).toBeLessThanOrEqual(test[0]!)
  expect(test.at(-1)! + window).toBe(length)
  expect(validation[0]).toBeGreaterThanOrEqual(Math.min(2 * season, length - 2))
})

it('takes up to ten and six origins', () => {
  const { validation, test } = planOrigins(730, 30, 7)
  expect([validation.length, test.length]).toEqual([10, 6])
})
