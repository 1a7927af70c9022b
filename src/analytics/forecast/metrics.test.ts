import { expect, it } from 'vitest'
import { naiveScale, score } from './metrics.ts'

it('scores a small table (by hand)', () => {
  const result = score([
    { guess: [10, 12], truth: [12, 12], scale: 2 },
    { guess: [20, 0], truth: [16, 0], scale: 4 },
  ])
  expect(result.mae).toBe(1.5)
  expect(result.rmse).toBeCloseTo(Math.sqrt(20 / 4), 12)
  expect(result.smape).toBeCloseTo((400 / 22 + 800 / 36) / 4, 12)
  expect(result.mase).toBe(0.5)
  expect(result.r2).toBeCloseTo(1 - 20 / 144, 12)
})

it('has no MASE without a scale and no R² without variance', () => {
  expect(score([{ guess: [1], truth: [2], scale: 0 }])).toMatchObject({ mase: null, r2: null })
})

it('scales by the seasonal difference inside the history, by the plain one where it is too short', () => {
  expect(naiveScale([1, 5, 3, 9, 99], 4, 2)).toBe(3)
  expect(naiveScale([1, 5, 3], 3, 7)).toBe(3)
})
