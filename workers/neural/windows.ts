import { YEAR } from '../../src/analytics/forecast/history.ts'
import type { Series } from '../../src/analytics/forecast/model.ts'
import { mean, median } from '../../src/analytics/forecast/statistics.ts'

/** How a series is cut into examples: `input` steps are seen, `output` steps are to be said. */
export interface Shape {
  readonly input: number
  readonly output: number
  readonly season: number
  /** Steps of a year for the two calendar inputs; 0: not given. */
  readonly year: number
  readonly log: boolean
  /** Value that stands for 1 before the logarithm; without it the unit of the series. */
  readonly unit: number
}

export const inputSize = (shape: Shape): number => shape.input + (shape.year ? 4 : 0)

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** Shape for a series of at least 40 steps. */
export function planShape(series: Series): Shape {
  const { season, longSeason, values, positions, frequency } = series
  const n = values.length
  const most = Math.floor(n / 4)
  const unit = mean(values.map(Math.abs)) || 1
  const zeros = values.reduce((count, value) => count + (value === 0 ? 1 : 0), 0)
  const whole = (length: number): number =>
    season > 1 ? Math.max(1, Math.floor(length / season)) * season : length
  const year = frequency === 'D' || frequency === 'W' ? YEAR[frequency] : 0
  const span = n ? positions[n - 1]! - positions[0]! : 0
  return {
    input: whole(Math.min(most, longSeason || clamp(8 * season, 12, 104))),
    output: whole(Math.min(most, clamp(2 * season, 8, 48))),
    season,
    year: span > 1.5 * year ? year : 0,
    log: series.nonNegative && zeros < 0.02 * n,
    unit: unit / (series.nonNegative && zeros < 0.02 * n ? 100 : 1),
  }
}

export const scaled = (shape: Shape, value: number): number =>
  shape.log ? Math.log1p(Math.max(0, value) / shape.unit) : value / shape.unit

export const unscaled = (shape: Shape, value: number): number =>
  shape.log ? Math.expm1(Math.min(value, 40)) * shape.unit : value * shape.unit

/** What one window says by itself: its level, its spread, and per coming step the median of its phase so far. */
export interface Ground {
  readonly level: number
  readonly spread: number
  readonly naive: Float64Array
}

export function groundOf(shape: Shape, window: Float64Array): Ground {
  const level = mean(window)
  const spread = Math.sqrt(mean(window.map((value) => (value - level) ** 2))) || 1
  const naive = new Float64Array(shape.output)
  const season = shape.season > 1 && shape.input >= shape.season ? shape.season : 0
  for (let step = 0; step < shape.output; step++) {
    if (!season) {
      naive[step] = mean(window.subarray(-4))
      continue
    }
    const seen: number[] = []
    for (let at = shape.input - season + (step % season); at >= 0; at -= season) seen.push(window[at]!)
    naive[step] = median(seen)
  }
  return { level, spread, naive }
}

/** The inputs of the network for one window: its values, standardised, and where in the year the next step stands. */
export function inputsOf(
  shape: Shape,
  window: Float64Array,
  ground: Ground,
  position: number,
  into: Float32Array,
  at: number,
): void {
  for (let i = 0; i < shape.input; i++) into[at + i] = (window[i]! - ground.level) / ground.spread
  if (!shape.year) return
  for (let wave = 1; wave <= 2; wave++) {
    const angle = (2 * Math.PI * wave * position) / shape.year
    into[at + shape.input + 2 * wave - 2] = Math.sin(angle)
    into[at + shape.input + 2 * wave - 1] = Math.cos(angle)
  }
}

export interface Examples {
  readonly inputs: Float32Array
  /** What came true, minus what the window says by itself, in units of the window's spread. */
  readonly targets: Float32Array
  readonly count: number
}

/** All windows of a series with what followed them, oldest first. */
export function examplesOf(series: Series, shape: Shape): Examples {
  const values = series.values.map((value) => scaled(shape, value))
  const size = inputSize(shape)
  const count = Math.max(0, values.length - shape.input - shape.output + 1)
  const inputs = new Float32Array(count * size)
  const targets = new Float32Array(count * shape.output)
  for (let row = 0; row < count; row++) {
    const window = values.subarray(row, row + shape.input)
    const ground = groundOf(shape, window)
    inputsOf(shape, window, ground, series.positions[row + shape.input]!, inputs, row * size)
    for (let step = 0; step < shape.output; step++)
      targets[row * shape.output + step] =
        (values[row + shape.input + step]! - ground.naive[step]!) / ground.spread
  }
  return { inputs, targets, count }
}
