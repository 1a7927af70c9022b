import { expect, it } from 'vitest'
import { movedInterval } from './moved-interval.ts'

it.each([
  [[80, 130], 100, 150, [120, 195]],
  [[80, 130], 100, 50, [40, 65]],
  [[80, 130], 100, 100, [80, 130]],
  [[0, 3], 1, 2, [0, 6]],
  [[0, 2], 0, 1, [1, 3]],
  [[0, 0.3], 0.1, 2, [1.6, 2.8]],
  [[80, 130], 100, 0, [0, 0]],
] as const)('%j around %f, brought to %f, is %j', (edges, own, value, expected) => {
  const [low, high] = movedInterval(edges, own, value)
  expect(low).toBeCloseTo(expected[0], 9)
  expect(high).toBeCloseTo(expected[1], 9)
})
