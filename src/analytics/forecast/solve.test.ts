import { expect, it } from 'vitest'
import { minimise } from './minimise.ts'
import { normalEquations, ridge, solvePositive } from './solve.ts'

it('solves a positive definite system', () => {
  const x = solvePositive(Float64Array.of(4, 2, 2, 3), Float64Array.of(10, 8))
  expect(x[0]).toBeCloseTo(1.75, 12)
  expect(x[1]).toBeCloseTo(1.5, 12)
})

it('gives a collinear column no influence', () => {
  const x = solvePositive(Float64Array.of(1, 1, 1, 1), Float64Array.of(2, 2))
  expect(x[0]! + x[1]!).toBeCloseTo(2, 12)
})

it('fits a weighted line', () => {
  const design = Float64Array.of(1, 0, 1, 1, 1, 2)
  const normal = normalEquations(design, 2, [1, 3, 50], (row) => (row === 2 ? 0 : 1))
  const [intercept, slope] = ridge(normal, [0, 0])
  expect(intercept).toBeCloseTo(1, 9)
  expect(slope).toBeCloseTo(2, 9)
})

it('finds the minimum of Rosenbrock’s valley', () => {
  const valley = ([x, y]: Float64Array): number => (1 - x!) ** 2 + 100 * (y! - x! ** 2) ** 2
  const { at } = minimise(valley, Float64Array.of(-1.2, 1), {
    steps: [0.5, 0.5],
    evaluations: 2000,
    tolerance: 1e-14,
  })
  expect(at[0]).toBeCloseTo(1, 4)
  expect(at[1]).toBeCloseTo(1, 4)
})
