/** The least value below or at which at least `share` of the values lie (inverse of the empirical distribution, R type 1); NaN of none. */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const at = Math.ceil(sorted.length * share) - 1
  return sorted.length === 0 ? Number.NaN : sorted[Math.max(0, at)]!
}
