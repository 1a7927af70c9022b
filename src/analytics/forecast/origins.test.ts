import { expect, it } from 'vitest'
import { planOrigins } from './origins.ts'

it.each([
  [730, 30, 7, 'D'],
  [18, 30, 7, 'D'],
  [9, 1, 1, 'Y'],
  [28, 12, 12, 'M'],
  [52, 24, 24, 'H'],
  [730, 365, 7, 'D'],
  [10_000, 48, 24, 'H'],
  [45, 8, 1, 'W'],
  [117, 26, 1, 'W'],
  [300, 13, 52, 'W'],
] as const)('%d steps, horizon %d: validation windows end before the first test origin', (...given) => {
  const [length, horizon, season, frequency] = given
  const { validation, test, horizon: window } = planOrigins(length, horizon, frequency)
  expect(validation.length).toBeGreaterThan(0)
  expect(test.length).toBeGreaterThan(0)
  expect(window).toBeLessThanOrEqual(horizon)
  expect(validation.at(-1)! + window).toBeLessThanOrEqual(test[0]!)
  expect(test.at(-1)! + window).toBe(length)
  expect(validation[0]).toBeGreaterThanOrEqual(Math.min(2 * season, length - 2))
})

it('takes up to ten and six origins', () => {
  const { validation, test } = planOrigins(730, 30, 'D')
  expect([validation.length, test.length]).toEqual([10, 6])
})

it('begins a young weekly series once a year is known', () => {
  expect(planOrigins(96, 8, 'W').validation[0]).toBeGreaterThanOrEqual(60)
  expect(planOrigins(117, 26, 'W').validation[0]).toBeGreaterThanOrEqual(60)
})
