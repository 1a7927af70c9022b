import type { Frequency } from './history.ts'

/** Errors of one backtest origin by step (signs do not count), each divided by the usual size of change at its phase; NaN: no error counts. */
export type Misses = ArrayLike<number>

/** Errors that a quantile rests on at least: with 60 the 95 % one is between the second and third largest. By reason, not fitted. */
const POOLED = 60
/** Each rank that is missing beyond the largest error adds this share of it. By reason, not fitted. */
const BEYOND = 0.25

/** Smallest value that at least a share `level` of `scores` does not exceed, with the finite-sample step of split conformal prediction. */
export function conformalQuantile(scores: readonly number[], level: number): number {
  const sorted = Float64Array.from(scores).sort()
  const rank = Math.ceil((sorted.length + 1) * level)
  const largest = sorted[sorted.length - 1] ?? 0
  if (rank <= sorted.length) return sorted[rank - 1]!
  return largest * (1 + (rank - sorted.length) * BEYOND)
}

/** Scores of steps near `step`: the window grows on both sides until it holds enough. */
function pool(origins: readonly Misses[], step: number, horizon: number): number[] {
  for (let reach = 0; ; reach++) {
    const scores: number[] = []
    for (const misses of origins)
      for (let k = Math.max(0, step - reach); k <= Math.min(horizon - 1, step + reach); k++)
        if (!Number.isNaN(misses[k]!)) scores.push(Math.abs(misses[k]!))
    if (scores.length >= POOLED || reach >= horizon) return scores
  }
}

/** Non-decreasing sequence nearest to the given one (pool adjacent violators). */
function monotone(values: readonly number[]): number[] {
  const blocks: { sum: number; count: number }[] = []
  for (const value of values) {
    blocks.push({ sum: value, count: 1 })
    for (let last = blocks.length - 1; last > 0; last--) {
      const here = blocks[last]!
      const before = blocks[last - 1]!
      if (before.sum / before.count <= here.sum / here.count) break
      blocks.splice(last - 1, 2, { sum: before.sum + here.sum, count: before.count + here.count })
    }
  }
  return blocks.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count))
}

/**
 * How much wider intervals must be at 80 % and 95 % because origins are few and hang together, in shares of the width
 * of one origin. These are what `npm run fit:intervals` (tests/bench/fit-intervals.ts) prints, on training parts alone: 19 M4
 * series for hours; 15 of M4, 13 of Walmart and 20 of Superstore for weeks; 10 of NN5 for days, one window each. What holds
 * without it is 0, never less. They are known roughly: every third of these series gives 0 and 0 for hours, 3.4 and 1.4 for
 * weeks. Months, quarters and years were not fitted: 0.
 */
const FEW: Readonly<Record<Frequency, readonly [number, number]>> = {
  H: [5.87, 13.99],
  D: [0, 0],
  W: [2.02, 2.03],
  M: [0, 0],
  Q: [0, 0],
  Y: [0, 0],
}

/** Factor on widths that rest on so many origins; between and beyond the two levels on a line. */
export function spreadOfFew(origins: number, level: number, frequency: Frequency): number {
  const [low, high] = FEW[frequency]
  const at = (Math.min(0.99, Math.max(0.7, level)) - 0.8) / 0.15
  return 1 + Math.max(0, low + at * (high - low)) / Math.max(1, origins)
}

/** How the width goes on after the last step of the backtest: as a power of the step, between level and square root. */
function growth(widths: readonly number[]): number {
  const last = widths[widths.length - 1] ?? 0
  const middle = widths[Math.floor((widths.length - 1) / 2)] ?? 0
  if (widths.length < 4 || middle <= 0) return 0.5
  return Math.min(0.5, Math.max(0.1, Math.log2(last / middle)))
}

/**
 * Half-widths by step of an interval that holds a share `level` (0 … 1) of what comes true, in units of the usual
 * change at a phase: conformal quantiles of backtest errors pooled over neighbouring steps, never narrower later on.
 */
export function intervalWidths(
  all: readonly Misses[],
  level: number,
  horizon: number,
  frequency: Frequency,
): Float64Array {
  const origins = all.filter((misses) => Array.from(misses).some((miss) => !Number.isNaN(miss)))
  const tested = origins[0]?.length ?? 0
  // A history that repeats itself exactly: nothing was missed, and there is no usual change to measure a miss by.
  if (tested === 0) return new Float64Array(horizon)
  const factor = spreadOfFew(origins.length, level, frequency)
  const raw = Array.from({ length: tested }, (_, step) =>
    conformalQuantile(pool(origins, step, tested), level),
  )
  const widths = monotone(raw).map((width) => width * factor)
  const power = growth(widths)
  const last = widths[tested - 1] ?? 0
  return Float64Array.from({ length: horizon }, (_, step) =>
    step < tested ? widths[step]! : last * ((step + 1) / tested) ** power,
  )
}
