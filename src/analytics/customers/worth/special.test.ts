import { expect, it } from 'vitest'
import { hypergeometric, logGamma } from './special.ts'

it('ln Γ and 2F1 of arguments with known values', () => {
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12)
  expect(logGamma(10)).toBeCloseTo(Math.log(362_880), 10)
  expect(hypergeometric(1, 1, 2, 0.5)).toBeCloseTo(2 * Math.log(2), 12)
  expect(hypergeometric(0.7, 3, 3, 0.4)).toBeCloseTo(0.6 ** -0.7, 12)
})
