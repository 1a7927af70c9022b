import { expect, it } from 'vitest'
import { intervalWidths as widthsOf, spreadOfFew, type Misses } from './conformal.ts'
import { seeded } from './statistics.ts'

const intervalWidths = (all: readonly Misses[], level: number, horizon: number): Float64Array =>
  widthsOf(all, level, horizon, 'M')

it('takes the conformal rank of the pooled errors', () => {
  const origins = Array.from({ length: 99 }, (_, i) => [i + 1])
  expect(intervalWidths(origins, 0.8, 1)[0]).toBeCloseTo(80, 9)
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
  const origins = Array.from({ length: 99 }, (_, i) => [NaN, i + 1])
  expect(intervalWidths(origins, 0.5, 2)[1]).toBeCloseTo(50, 9)
})

it('is wider for hours, whose origins hang together, the fewer the more', () => {
  expect(spreadOfFew(16, 0.8, 'H')).toBeGreaterThan(spreadOfFew(16, 0.8, 'W'))
  expect(spreadOfFew(4, 0.95, 'W')).toBeGreaterThan(spreadOfFew(16, 0.95, 'W'))
  for (const level of [0.01, 0.5, 0.8, 0.95, 0.999])
    expect(spreadOfFew(1, level, 'W')).toBeGreaterThanOrEqual(1)
})
