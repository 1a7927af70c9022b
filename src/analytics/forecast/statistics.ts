/** Mean of the values; 0 of none. */
export const mean = (values: ArrayLike<number>): number => {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]!
  return values.length ? sum / values.length : 0
}

/** Quantile with linear interpolation (type 7 of R); NaN of none. */
function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort()
  if (sorted.length === 0) return NaN
  const at = (sorted.length - 1) * share
  const low = Math.floor(at)
  const high = Math.min(low + 1, sorted.length - 1)
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!)
}

export const median = (values: ArrayLike<number>): number => quantile(values, 0.5)

/** Median of values that count by their weights (above 0), linear between the values around the middle. */
export function weightedMedian(values: readonly number[], weights: readonly number[]): number {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let before = 0
  let last = { at: -Infinity, value: NaN }
  for (const i of order) {
    const at = (before + weights[i]! / 2) / total
    if (at >= 0.5) {
      const share = Number.isFinite(last.at) && at > last.at ? (0.5 - last.at) / (at - last.at) : 1
      return Number.isFinite(last.at) ? last.value + share * (values[i]! - last.value) : values[i]!
    }
    last = { at, value: values[i]! }
    before += weights[i]!
  }
  return last.value
}

/** Autocorrelation at lags 1 … `lags`, as R's `acf` (divisor n); zeros for a constant series. */
export function autocorrelation(values: ArrayLike<number>, lags: number): Float64Array {
  const n = values.length
  const centre = mean(values)
  let variance = 0
  for (let i = 0; i < n; i++) variance += (values[i]! - centre) ** 2
  const result = new Float64Array(lags)
  if (variance <= 0) return result
  for (let lag = 1; lag <= lags; lag++) {
    let sum = 0
    for (let i = lag; i < n; i++) sum += (values[i]! - centre) * (values[i - lag]! - centre)
    result[lag - 1] = sum / variance
  }
  return result
}

/** Least-squares line through (0, y0), (1, y1) …: intercept and slope. */
export function line(values: ArrayLike<number>): { intercept: number; slope: number } {
  const n = values.length
  const centre = (n - 1) / 2
  const level = mean(values)
  let up = 0
  let down = 0
  for (let i = 0; i < n; i++) {
    up += (i - centre) * (values[i]! - level)
    down += (i - centre) ** 2
  }
  const slope = down > 0 ? up / down : 0
  return { intercept: level - slope * centre, slope }
}

/** Numbers in [0, 1) from a seed (mulberry32, Tommy Ettinger, public domain): the same seed gives the same row. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
