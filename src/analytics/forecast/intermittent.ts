/** Sizes of the demands that are not 0, and the steps from each to the one before it (the first: from the start). */
interface Demands {
  readonly sizes: Float64Array
  readonly gaps: Float64Array
}

function demandsOf(values: ArrayLike<number>): Demands {
  const sizes: number[] = []
  const gaps: number[] = []
  let last = -1
  for (let at = 0; at < values.length; at++)
    if (values[at]! !== 0) {
      sizes.push(values[at]!)
      gaps.push(at - last)
      last = at
    }
  return { sizes: Float64Array.from(sizes), gaps: Float64Array.from(gaps) }
}

/** Last level of simple exponential smoothing that begins at `start`, by default the first value; 0 of none. */
function smoothed(values: ArrayLike<number>, alpha: number, start = values[0] ?? 0): number {
  let level = start
  for (let at = 0; at < values.length; at++) level += alpha * (values[at]! - level)
  return level
}

/** Smoothing weight of Croston's method and its kin (Croston, 1972; R's `croston`). */
export const CROSTON_ALPHA = 0.1

/** Demand per step by Croston's method: smoothed size over smoothed gap. */
export function crostonRate(values: ArrayLike<number>, alpha = CROSTON_ALPHA): number {
  const { sizes, gaps } = demandsOf(values)
  return sizes.length > 0 ? smoothed(sizes, alpha) / smoothed(gaps, alpha) : 0
}

/** Croston's rate less its bias (Syntetos and Boylan, 2005). */
export const sbaRate = (values: ArrayLike<number>, alpha = CROSTON_ALPHA): number =>
  (1 - alpha / 2) * crostonRate(values, alpha)

/** Weights of the two levels of TSB: size of a demand, and chance that there is one. */
export interface TsbWeights {
  readonly size: number
  readonly chance: number
}

/**
 * Demand per step by the method of Teunter, Syntetos and Babai (2011): the chance of demand is smoothed at every
 * step, the size at steps with demand. The levels begin at `start`, by default at their first values.
 */
export function tsbRate(
  values: ArrayLike<number>,
  weights: TsbWeights,
  start?: { readonly size: number; readonly chance: number },
): number {
  const { sizes } = demandsOf(values)
  const happened = Float64Array.from(values, (value) => (value === 0 ? 0 : 1))
  return smoothed(happened, weights.chance, start?.chance) * smoothed(sizes, weights.size, start?.size)
}

/** How many steps ADIDA adds up: the mean gap between demands, whole and at least 1. */
export const bucketOf = (values: ArrayLike<number>): number => {
  const { gaps } = demandsOf(values)
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / (gaps.length || 1)
  return Math.max(1, Math.min(Math.round(mean), Math.floor(values.length / 2)))
}

/** Sums of `bucket` steps each, the last ending at the end of the values; what is left over at the start is dropped. */
export function inBuckets(values: ArrayLike<number>, bucket: number): Float64Array {
  const count = Math.floor(values.length / bucket)
  const first = values.length - count * bucket
  const sums = new Float64Array(count)
  for (let at = first; at < values.length; at++) sums[Math.floor((at - first) / bucket)]! += values[at]!
  return sums
}

export type DemandClass = 'smooth' | 'erratic' | 'intermittent' | 'lumpy' | 'none'

/** Mean gap, and squared variation of sizes, at which demand counts as intermittent and as erratic. */
const GAP = 1.32
const VARIATION = 0.49

/** The class of a demand series by its mean gap and the variation of its sizes (Syntetos, Boylan and Croston, 2005). */
export function demandClass(values: ArrayLike<number>): DemandClass {
  const { sizes } = demandsOf(values)
  if (sizes.length === 0) return 'none'
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length
  const variance = sizes.reduce((sum, size) => sum + (size - mean) ** 2, 0) / sizes.length
  const rare = values.length / sizes.length >= GAP
  const varied = variance / mean ** 2 >= VARIATION
  if (rare) return varied ? 'lumpy' : 'intermittent'
  return varied ? 'erratic' : 'smooth'
}

/** Whether most methods for series without gaps are out of place. */
export const isRare = (kind: DemandClass): boolean => kind === 'intermittent' || kind === 'lumpy'
