import { expect, it } from 'vitest'
import { seeded } from '../../forecast/statistics.ts'
import type { Points } from './k-means.ts'
import { principal } from './principal.ts'

const pointsOf = (rows: readonly (readonly number[])[]): Points => ({
  values: Float64Array.from(rows.flat()),
  count: rows.length,
  width: rows[0]!.length,
})

it('keeps the direction in which points differ, and drops the one in which they hardly do', () => {
  const { points, share } = principal(
    pointsOf([
      [3, 3],
      [-3, -3],
      [0.1, -0.1],
      [-0.1, 0.1],
    ]),
    0.8,
  )
  expect(points.width).toBe(1)
  expect(Math.abs(points.values[0]!)).toBeCloseTo(3 * Math.SQRT2, 12)
  expect(points.values[1]).toBeCloseTo(-points.values[0]!, 12)
  expect(points.values[2]).toBeCloseTo(0, 12)
  expect(share).toBeCloseTo(18 / 18.02, 12)
})

it('with all of the variance only turns: distances stay, components are not alike', () => {
  const random = seeded(3)
  const rows = Array.from({ length: 40 }, () => Array.from({ length: 5 }, () => random() - 0.5))
  rows.push(...rows.map((row) => row.map((value) => -value)))
  for (const row of rows) row[4] = row[0]! + row[1]! / 3
  const { points, share } = principal(pointsOf(rows), 1)
  // The fifth column says what the first two say.
  expect([points.width, share]).toEqual([4, expect.closeTo(1, 12)])
  const at = (row: number) => [...points.values.slice(row * 4, row * 4 + 4)]
  const apart = (a: readonly number[], b: readonly number[]) =>
    Math.hypot(...a.map((value, i) => value - b[i]!))
  for (const [a, b] of [
    [0, 1],
    [5, 60],
    [33, 79],
  ] as const)
    expect(apart(at(a), at(b))).toBeCloseTo(apart(rows[a]!, rows[b]!), 10)
  for (let i = 0; i < 4; i++)
    for (let j = 0; j < i; j++) {
      const together = rows.reduce((sum, _, row) => sum + at(row)[i]! * at(row)[j]!, 0)
      expect(together).toBeCloseTo(0, 10)
    }
})

it('leaves nothing where nothing differs', () => {
  expect(
    principal(
      pointsOf([
        [0, 0],
        [0, 0],
      ]),
      0.8,
    ).points.width,
  ).toBe(0)
})
