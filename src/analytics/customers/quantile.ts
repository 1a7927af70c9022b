/** The least value below or at which at least `share` of the values lie (inverse of the empirical distribution, R type 1); NaN of none. */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const at = Math.ceil(sorted.length * share) - 1
  return sorted.length === 0 ? Number.NaN : sorted[Math.max(0, at)]!
}

/** Middle value, mean of the middle two; NaN of none. */
export function medianOf(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length >> 1
  if (sorted.length === 0) return Number.NaN
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
