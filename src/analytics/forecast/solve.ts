/**
 * Solves A x = b for a symmetric positive definite A (row-major, size × size) by Cholesky. A pivot that is lost
 * to rounding counts as a column of no influence (x = 0), so that collinear columns never give NaN.
 */
export function solvePositive(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length
  const lower = new Float64Array(matrix)
  const dead = new Uint8Array(size)
  for (let j = 0; j < size; j++) {
    let pivot = lower[j * size + j]!
    const floor = Math.abs(pivot) * 1e-12
    for (let k = 0; k < j; k++) pivot -= lower[j * size + k]! ** 2
    dead[j] = pivot > floor ? 0 : 1
    const root = dead[j] ? 1 : Math.sqrt(pivot)
    lower[j * size + j] = root
    for (let i = j + 1; i < size; i++) {
      let sum = lower[i * size + j]!
      for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!
      lower[i * size + j] = dead[j] ? 0 : sum / root
    }
  }
  return substitute(lower, dead, right)
}

const substitute = (lower: Float64Array, dead: Uint8Array, right: Float64Array): Float64Array => {
  const size = right.length
  const x = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    let sum = right[i]!
    for (let k = 0; k < i; k++) sum -= lower[i * size + k]! * x[k]!
    x[i] = dead[i] ? 0 : sum / lower[i * size + i]!
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = x[i]!
    for (let k = i + 1; k < size; k++) sum -= lower[k * size + i]! * x[k]!
    x[i] = dead[i] ? 0 : sum / lower[i * size + i]!
  }
  return x
}

/** Least squares with a penalty per column: rows of `design` are observations; weights per row. */
export interface Normal {
  readonly gram: Float64Array
  readonly right: Float64Array
}

/** X'WX and X'Wy of the first `rows` rows; `design` is row-major with `columns` columns. */
export function normalEquations(
  design: Float64Array,
  columns: number,
  target: ArrayLike<number>,
  weight: (row: number) => number,
): Normal {
  const gram = new Float64Array(columns * columns)
  const right = new Float64Array(columns)
  for (let row = 0; row < target.length; row++) {
    const at = row * columns
    const w = weight(row)
    for (let i = 0; i < columns; i++) {
      const value = design[at + i]! * w
      if (value === 0) continue
      right[i]! += value * target[row]!
      for (let j = 0; j <= i; j++) gram[i * columns + j]! += value * design[at + j]!
    }
  }
  for (let i = 0; i < columns; i++)
    for (let j = i + 1; j < columns; j++) gram[i * columns + j] = gram[j * columns + i]!
  return { gram, right }
}

/** Coefficients of the ridge regression with `penalty[i]` added to the diagonal. */
export function ridge(normal: Normal, penalty: ArrayLike<number>): Float64Array {
  const size = normal.right.length
  const matrix = Float64Array.from(normal.gram)
  for (let i = 0; i < size; i++) matrix[i * size + i]! += penalty[i]!
  return solvePositive(matrix, normal.right)
}
