import { autocorrelation, mean } from './statistics.ts'

/** Centred moving average over one season; NaN where the window does not fit (R's `decompose`). */
export function movingAverage(values: ArrayLike<number>, season: number): Float64Array {
  const n = values.length
  const trend = new Float64Array(n).fill(NaN)
  const half = Math.floor(season / 2)
  const even = season % 2 === 0
  for (let i = half; i < n - half; i++) {
    let sum = 0
    for (let k = -half; k <= half; k++) sum += values[i + k]! * (even && Math.abs(k) === half ? 0.5 : 1)
    trend[i] = sum / season
  }
  return trend
}

/** Effect of each phase, the first being that of the first value; additive ones sum to 0, factors average 1. */
export function seasonalEffects(values: ArrayLike<number>, season: number, kind: 'A' | 'M'): Float64Array {
  const trend = movingAverage(values, season)
  const sums = new Float64Array(season)
  const counts = new Float64Array(season)
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(trend[i])) continue
    sums[i % season]! += kind === 'A' ? values[i]! - trend[i]! : values[i]! / trend[i]!
    counts[i % season]! += 1
  }
  const effects = sums.map((sum, phase) => (counts[phase] ? sum / counts[phase]! : kind === 'A' ? 0 : 1))
  const centre = mean(effects)
  return effects.map((effect) => (kind === 'A' ? effect - centre : centre ? effect / centre : 1))
}

/** The values without the effects of their phases. */
export const adjust = (values: ArrayLike<number>, effects: Float64Array, kind: 'A' | 'M'): Float64Array =>
  Float64Array.from(values, (value, i) => {
    const effect = effects[i % effects.length]!
    return kind === 'A' ? value - effect : value / effect
  })

/** Whether the season shows in the autocorrelation (5 % one-sided; the test of R's `thetaf` and of the M4 rules). */
export function isSeasonal(values: ArrayLike<number>, season: number): boolean {
  if (season < 2 || values.length <= 2 * season) return false
  const correlation = autocorrelation(values, season)
  let squares = 0
  for (let lag = 0; lag < season - 1; lag++) squares += correlation[lag]! ** 2
  const error = Math.sqrt((1 + 2 * squares) / values.length)
  return Math.abs(correlation[season - 1]!) / error > 1.6448536269514722
}

/** Smallest correlation of a year with the year before that counts as a season. */
const REPEATED = 0.4

/**
 * Whether what is left after a moving average repeats from one season to the next. Stricter than `isSeasonal` on
 * series that wander: for long seasons (weeks of the year) of which few have been seen.
 */
export function repeats(values: ArrayLike<number>, season: number): boolean {
  const trend = movingAverage(values, season)
  const rest = Array.from(values, (value, i) => value - trend[i]!).filter((value) => !Number.isNaN(value))
  const pairs = rest.length - season
  if (pairs < season / 3) return false
  let cross = 0
  let here = 0
  let before = 0
  for (let i = season; i < rest.length; i++) {
    cross += rest[i]! * rest[i - season]!
    here += rest[i]! ** 2
    before += rest[i - season]! ** 2
  }
  return cross > REPEATED * Math.sqrt(here * before) && here > 0 && before > 0
}
