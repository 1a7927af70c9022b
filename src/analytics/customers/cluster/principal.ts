import type { Points } from './k-means.ts'

type Matrix = number[][]

const square = (size: number, value: (i: number, j: number) => number): Matrix =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => value(i, j)))

/** Covariances of the columns, whose means are zero. */
function covarianceOf({ values, count, width }: Points): Matrix {
  const sums = square(width, () => 0)
  for (let row = 0; row < count; row++)
    for (let i = 0; i < width; i++)
      for (let j = 0; j <= i; j++) sums[i]![j]! += values[row * width + i]! * values[row * width + j]!
  return square(width, (i, j) => sums[Math.max(i, j)]![Math.min(i, j)]! / count)
}

/** Turns the axes i and j of a symmetric matrix so that nothing is left between them. */
function turn(matrix: Matrix, axes: Matrix, i: number, j: number): void {
  const angle = 0.5 * Math.atan2(2 * matrix[i]![j]!, matrix[j]![j]! - matrix[i]![i]!)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  for (const rows of [matrix, axes])
    for (const row of rows) [row[i], row[j]] = [cos * row[i]! - sin * row[j]!, sin * row[i]! + cos * row[j]!]
  const [a, b] = [matrix[i]!, matrix[j]!]
  matrix[i] = a.map((value, column) => cos * value - sin * b[column]!)
  matrix[j] = b.map((value, column) => sin * a[column]! + cos * value)
}

const SWEEPS = 30

/** Eigenvectors of a symmetric matrix by Jacobi's turns, as columns, with their values, the largest first. */
function eigenOf(symmetric: Matrix): { value: number; vector: readonly number[] }[] {
  const size = symmetric.length
  const matrix = symmetric.map((row) => [...row])
  const axes = square(size, (i, j) => (i === j ? 1 : 0))
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (let i = 0; i < size; i++)
      for (let j = i + 1; j < size; j++) if (Math.abs(matrix[i]![j]!) > 1e-14) turn(matrix, axes, i, j)
  return matrix
    .map((row, at) => ({ value: row[at]!, vector: axes.map((axis) => axis[at]!) }))
    .toSorted((a, b) => b.value - a.value)
}

export interface Principal {
  readonly points: Points
  /** Share of the variance that these components hold. */
  readonly share: number
}

/**
 * Points of centred columns by their first principal components (Pearson 1901), as many as hold `least` of the variance,
 * each as wide as it is: what two columns say alike then counts once, and what hardly differs between points is left out.
 */
export function principal(points: Points, least: number): Principal {
  const all = eigenOf(covarianceOf(points))
  const total = all.reduce((sum, { value }) => sum + value, 0)
  const kept: (readonly number[])[] = []
  let held = 0
  for (const { value, vector } of all) {
    if (held >= least * total - 1e-12) break
    kept.push(vector)
    held += value
  }
  const { values, count, width } = points
  const turned = new Float64Array(count * kept.length)
  for (let row = 0; row < count; row++)
    for (const [to, vector] of kept.entries())
      for (let c = 0; c < width; c++) turned[row * kept.length + to]! += values[row * width + c]! * vector[c]!
  return { points: { values: turned, count, width: kept.length }, share: total > 0 ? held / total : 0 }
}
