export interface Maximum {
  readonly at: Float64Array
  readonly value: number
}

type Target = (at: Float64Array) => number

const moved = (at: Float64Array, i: number, step: number): Float64Array => {
  const next = Float64Array.from(at)
  next[i]! += step
  return next
}

const gradientOf = (target: Target, at: Float64Array, step: number): Float64Array =>
  at.map((_, i) => (target(moved(at, i, step)) - target(moved(at, i, -step))) / (2 * step))

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

const times = (matrix: Float64Array, vector: Float64Array): Float64Array =>
  vector.map((_, i) => dot(matrix.subarray(i * vector.length, (i + 1) * vector.length), vector))

const identity = (size: number, scale: number): Float64Array => {
  const matrix = new Float64Array(size * size)
  for (let i = 0; i < size; i++) matrix[i * size + i] = scale
  return matrix
}

/** Inverse second derivatives after a step `s` that changed the gradient by `y` (Broyden, Fletcher, Goldfarb, Shanno). */
function updated(inverse: Float64Array, s: Float64Array, y: Float64Array): Float64Array {
  const size = s.length
  const sy = dot(s, y)
  if (sy <= 1e-12) return inverse
  const hy = times(inverse, y)
  const factor = (1 + dot(y, hy) / sy) / sy
  return inverse.map((value, at) => {
    const [i, j] = [Math.floor(at / size), at % size]
    return value + factor * s[i]! * s[j]! - (hy[i]! * s[j]! + s[i]! * hy[j]!) / sy
  })
}

/** Halves a step until the function rises enough (Armijo); null when it never does. */
function climb(target: Target, at: Float64Array, value: number, step: Float64Array, slope: number) {
  const longest = Math.max(...step.map(Math.abs))
  for (let t = Math.min(1, 2 / longest), tries = 0; tries < 40; tries++, t /= 2) {
    const next = at.map((x, i) => x + t * step[i]!)
    const found = target(next)
    if (found >= value + 1e-4 * t * slope) return { next, found }
  }
  return null
}

/** Second derivatives by differences of values, row-major. */
export function hessianOf(target: Target, at: Float64Array, step = 1e-3): Float64Array {
  const size = at.length
  const hessian = new Float64Array(size * size)
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      const shift = (a: number, b: number) => target(moved(moved(at, i, a * step), j, b * step))
      const value = (shift(1, 1) - shift(1, -1) - shift(-1, 1) + shift(-1, -1)) / (4 * step * step)
      hessian[i * size + j] = hessian[j * size + i] = value
    }
  return hessian
}

/** Twice what a step must promise of a log-likelihood to be taken, as a share of it: what is less drowns in rounding. */
const SMALL_GAIN = 1e-13
/** So many steps in a row that gained less than a hundred times that end the search: a ridge that rises without end holds no better answer. */
const IDLE_STEPS = 3
const MOST_STEPS = 100

/**
 * Maximum of a smooth function by BFGS with gradients by central differences; `-Infinity` marks points that are not
 * allowed. Ends when the gradient is below 1e-4, when a whole step would gain next to nothing, when several gained next
 * to nothing, or when none rises.
 */
export function maximise(target: Target, from: Float64Array): Maximum {
  let at = from
  let value = target(at)
  let gradient = gradientOf(target, at, 1e-5)
  let inverse = identity(at.length, 1 / (1 + Math.sqrt(dot(gradient, gradient))))
  let idle = 0
  for (let round = 0, fresh = true; round < MOST_STEPS && idle < IDLE_STEPS; round++) {
    if (Math.max(...gradient.map(Math.abs)) <= 1e-4) break
    const least = SMALL_GAIN * (1 + Math.abs(value))
    let step = times(inverse, gradient)
    if (dot(step, gradient) <= 0) step = gradient
    if (!fresh && round > at.length && dot(step, gradient) < least) break
    const better = climb(target, at, value, step, dot(step, gradient))
    if (!better && fresh) break
    if (!better) {
      inverse = identity(at.length, 1 / (1 + Math.sqrt(dot(gradient, gradient))))
      fresh = true
      continue
    }
    const turned = gradientOf(target, better.next, 1e-5)
    const went = better.next.map((x, i) => x - at[i]!)
    inverse = updated(
      inverse,
      went,
      gradient.map((g, i) => g - turned[i]!),
    )
    fresh = false
    idle = better.found - value < 100 * least ? idle + 1 : 0
    at = better.next
    value = better.found
    gradient = turned
  }
  return { at, value }
}
