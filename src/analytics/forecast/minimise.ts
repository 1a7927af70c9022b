export interface MinimiseOptions {
  /** First step along each coordinate. */
  readonly steps: ArrayLike<number>
  readonly evaluations?: number
  /** Stops when the values at the corners differ by less than this share. */
  readonly tolerance?: number
}

export interface Minimum {
  readonly at: Float64Array
  readonly value: number
  readonly evaluations: number
}

interface Corner {
  at: Float64Array
  value: number
}

const along = (centre: Float64Array, corner: Float64Array, factor: number): Float64Array =>
  centre.map((value, i) => value + factor * (corner[i]! - value))

const centreOf = (corners: readonly Corner[]): Float64Array => {
  const size = corners.length - 1
  const centre = new Float64Array(size)
  for (let c = 0; c < size; c++) for (let i = 0; i < size; i++) centre[i]! += corners[c]!.at[i]! / size
  return centre
}

/**
 * Minimum of a function without derivatives by Nelder and Mead's simplex (Computer Journal 7, 1965), with the
 * dimension-dependent coefficients of Gao and Han (2012). Infinity marks points that are not allowed.
 */
export function minimise(
  target: (at: Float64Array) => number,
  from: Float64Array,
  options: MinimiseOptions,
): Minimum {
  const size = from.length
  const limit = options.evaluations ?? 200 * size
  const tolerance = options.tolerance ?? 1e-9
  const stretch = 1 + 2 / Math.max(2, size)
  const squeeze = 0.75 - 1 / (2 * Math.max(2, size))
  const shrink = 1 - 1 / Math.max(2, size)
  let used = 0
  const corner = (at: Float64Array): Corner => {
    used += 1
    return { at, value: target(at) }
  }
  const corners = [corner(Float64Array.from(from))]
  for (let i = 0; i < size; i++) {
    const at = Float64Array.from(from)
    at[i]! += options.steps[i]!
    corners.push(corner(at))
  }
  const order = (): void => void corners.sort((a, b) => a.value - b.value)
  order()
  while (used < limit) {
    const best = corners[0]!
    const worst = corners[size]!
    if (Math.abs(worst.value - best.value) <= tolerance * (Math.abs(best.value) + tolerance)) break
    const centre = centreOf(corners)
    const mirrored = corner(along(centre, worst.at, -1))
    let next: Corner | undefined = mirrored
    if (mirrored.value < best.value) {
      const further = corner(along(centre, worst.at, -stretch))
      if (further.value < mirrored.value) next = further
    } else if (mirrored.value >= corners[size - 1]!.value) {
      const outside = mirrored.value < worst.value
      const nearer = corner(along(centre, worst.at, outside ? -squeeze : squeeze))
      next = nearer.value < Math.min(mirrored.value, worst.value) ? nearer : undefined
    }
    if (next) corners[size] = next
    else for (let c = 1; c <= size; c++) corners[c] = corner(along(best.at, corners[c]!.at, shrink))
    order()
  }
  return { at: corners[0]!.at, value: corners[0]!.value, evaluations: used }
}
