import { expect, it } from 'vitest'
import { conformalQuantile, intervalWidths } from './conformal.ts'
import { seeded } from './statistics.ts'

it.each([
  [[1, 2, 3, 4], [1, 1, 1, 1], 0.8, 4],
  [[1, 2, 3, 4], [1, 1, 1, 1], 0.6, 3],
  [[1, 2, 3, 4], [0.1, 0.1, 0.1, 1], 0.4, 4],
  [[1, 2, 3, 4], [0.1, 1, 0.1, 0.1], 0.4, 2],
  [[1, 2], [1, 1], 0.8, 2.5],
  [[], [], 0.8, 0],
])('quantile of %j with weights %j at %f is %f', (scores, weights, level, expected) => {
  expect(conformalQuantile(scores, level, weights)).toBeCloseTo(expected, 9)
})

it('takes the conformal rank of the pooled errors', () => {
  const scores = Array.from({ length: 99 }, (_, i) => i + 1)
  expect(conformalQuantile(scores, 0.8)).toBeCloseTo(80, 9)
})

it('goes beyond the largest error when there are too few for the level', () => {
  expect(intervalWidths([[1], [2], [3]], 0.95, 1)[0]!).toBeGreaterThan(3)
})

it('never narrows with the step, and widens after the last one tested', () => {
  const random = seeded(1)
  const origins = Array.from({ length: 20 }, () =>
    Array.from({ length: 12 }, (_, step) => random() * (12 - step)),
  )
  const widths = intervalWidths(origins, 0.8, 30)
  widths.forEach((width, step) => step && expect(width).toBeGreaterThanOrEqual(widths[step - 1]!))
  expect(widths[29]!).toBeGreaterThan(widths[11]!)
})

it('is wider for a higher level', () => {
  const origins = Array.from({ length: 30 }, (_, i) => [i, i + 1, i + 2])
  expect(intervalWidths(origins, 0.95, 3)[1]!).toBeGreaterThan(intervalWidths(origins, 0.8, 3)[1]!)
})

it('leaves out steps on which no error counts', () => {
  const origins = Array.from({ length: 99 }, () => [NaN, 7])
  expect(intervalWidths(origins, 0.5, 2)[1]).toBe(7)
})

it('follows a break: three origins of sixteen with large errors are nearly nothing where they are old, and rule where they are new', () => {
  const calm = Array.from({ length: 13 }, () => Array<number>(5).fill(1))
  const rough = Array.from({ length: 3 }, () => Array<number>(5).fill(4))
  expect(intervalWidths([...calm, ...rough], 0.8, 5)[2]).toBe(4)
  expect(intervalWidths([...rough, ...calm], 0.8, 5)[2]).toBe(1)
})

it('covers what it names where all origins are alike', () => {
  const random = seeded(9)
  const error = (): number => random() + random() + random() - 1.5
  const row = (): number[] => Array.from({ length: 6 }, error)
  const inside = { 0.8: 0, 0.95: 0 }
  const trials = 300
  for (let trial = 0; trial < trials; trial++) {
    const origins = Array.from({ length: 16 }, row)
    const truth = row()
    for (const level of [0.8, 0.95] as const) {
      const widths = intervalWidths(origins, level, 6)
      inside[level] += truth.filter((miss, step) => Math.abs(miss) <= widths[step]!).length
    }
  }
  expect(Math.abs(inside[0.8] / trials / 6 - 0.8)).toBeLessThan(0.03)
  expect(Math.abs(inside[0.95] / trials / 6 - 0.95)).toBeLessThan(0.025)
})
