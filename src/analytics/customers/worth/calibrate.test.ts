import { expect, it } from 'vitest'
import { calibrate } from './calibrate.ts'

it('puts customers into bands of equal size by what was said of them', () => {
  const said = Float64Array.of(0.9, 0.1, 0.8, 0.2)
  expect(calibrate(said, [1, 0, 0, 1], 2)).toEqual([
    { count: 2, predicted: expect.closeTo(0.15, 12), actual: 0.5 },
    { count: 2, predicted: expect.closeTo(0.85, 12), actual: 0.5 },
  ])
})

it('keeps together those of whom the same was said, however many', () => {
  const said = Float64Array.of(0.2, 0.2, 0.2, 0.2, 0.2, 0.7)
  expect(calibrate(said, [0, 1, 0, 0, 0, 1], 3)).toEqual([
    { count: 5, predicted: expect.closeTo(0.2, 12), actual: 0.2 },
    { count: 1, predicted: 0.7, actual: 1 },
  ])
  expect(calibrate(new Float64Array(0), [])).toEqual([])
})
