import { YEAR } from './history.ts'
import type { Ahead, Series } from './model.ts'
import { seeded } from './statistics.ts'

/**
 * What regressions on features see of a series: each row is a step to be said, seen from an origin before it. Values
 * are shares of the level at the origin, so that what is learned holds at any level. NaN: not known.
 */
export interface FeatureShape {
  readonly season: number
  /** Open steps of a year; 0: less than a year and a quarter has been seen, or the series has no year. */
  readonly year: number
  /** Observed steps of a year, for the place in it. */
  readonly calendar: number
  readonly regressors: number
}

export interface FeatureTable {
  readonly columns: readonly Float64Array[]
  /** Shares of the level; empty where the truth is not known. */
  readonly target: Float64Array
  /** What a share of 1 is worth, by row. */
  readonly levels: Float64Array
}

const LEVEL_STEPS = 8

export function planFeatures(series: Series): FeatureShape {
  const { positions, values, frequency } = series
  const n = values.length
  const span = n > 0 ? positions[n - 1]! - positions[0]! + 1 : 0
  const calendar = frequency === 'Y' ? 0 : YEAR[frequency]
  const year = calendar > 0 && span > 1.25 * calendar ? Math.round((calendar * n) / span) : 0
  const season = series.longSeason || series.season
  return {
    season,
    year: frequency === 'D' && year ? Math.round(year / season) * season : year,
    calendar: span > 1.25 * calendar ? calendar : 0,
    regressors: series.regressors.length,
  }
}

/** Names of the columns, in their order. */
export const featureNames = (shape: FeatureShape): string[] => [
  'step',
  'phase',
  'last_season',
  'phase_mean_4',
  'phase_mean_12',
  'last_value',
  'recent_season',
  'recent_change',
  'year_ago',
  'year_ago_level',
  'year_sin',
  'year_cos',
  ...Array.from({ length: shape.regressors }, (_, i) => `regressor_${i + 1}`),
]

/** Sums from the start, so that any mean is one subtraction. */
const sums = (values: Float64Array): Float64Array => {
  const result = new Float64Array(values.length + 1)
  values.forEach((value, i) => (result[i + 1] = result[i]! + value))
  return result
}

const meanOf = (total: Float64Array, from: number, to: number): number => {
  const low = Math.max(0, from)
  const high = Math.min(total.length - 1, to)
  return high > low ? (total[high]! - total[low]!) / (high - low) : NaN
}

interface Seen {
  readonly values: Float64Array
  readonly total: Float64Array
  readonly floor: number
}

const phaseMean = (
  values: Float64Array,
  origin: number,
  ahead: number,
  season: number,
  most: number,
): number => {
  let sum = 0
  let count = 0
  for (let at = origin - season + (ahead % season); at >= 0 && count < most; at -= season) {
    sum += values[at]!
    count += 1
  }
  return count ? sum / count : NaN
}

/** Level at an origin: mean of the last seasons, never near 0. */
const levelAt = ({ total, floor }: Seen, origin: number, season: number): number => {
  const steps = Math.max(LEVEL_STEPS, season > 1 && season <= 31 ? 4 * season : season)
  return Math.max(floor, Math.abs(meanOf(total, origin - steps, origin)))
}

function fillRow(
  shape: FeatureShape,
  seen: Seen,
  at: { origin: number; ahead: number; position: number; row: number },
  level: number,
  columns: readonly Float64Array[],
): void {
  const { season, year, calendar } = shape
  const { values, total } = seen
  const { origin, ahead, position, row } = at
  const target = origin + ahead
  const short = Math.max(season <= 31 ? season : 4, 4)
  const angle = calendar ? (2 * Math.PI * position) / calendar : NaN
  const yearly = year > 0 && target - year < origin ? target - year : -1
  const row12 = [
    ahead,
    season > 1 ? target % season : NaN,
    season > 1 && origin >= season ? values[origin - season + (ahead % season)]! / level : NaN,
    season > 1 ? phaseMean(values, origin, ahead, season, 4) / level : NaN,
    season > 1 ? phaseMean(values, origin, ahead, season, 12) / level : NaN,
    values[origin - 1]! / level,
    meanOf(total, origin - short, origin) / level,
    (meanOf(total, origin - short, origin) - meanOf(total, origin - 2 * short, origin - short)) / level,
    yearly >= 0 ? values[yearly]! / level : NaN,
    yearly >= 0 ? meanOf(total, yearly - (short >> 1), yearly + (short >> 1) + 1) / level : NaN,
    calendar ? Math.sin(angle) : NaN,
    calendar ? Math.cos(angle) : NaN,
  ]
  row12.forEach((value, i) => (columns[i]![row] = Math.fround(value)))
}

const seenOf = (values: Float64Array): Seen => {
  const size = values.reduce((sum, value) => sum + Math.abs(value), 0) / (values.length || 1)
  return { values, total: sums(values), floor: size > 0 ? size / 20 : 1 }
}

const empty = (shape: FeatureShape, rows: number): Float64Array[] =>
  featureNames(shape).map(() => new Float64Array(rows))

/** First origin from which rows are made. */
export const firstOrigin = (shape: FeatureShape): number =>
  Math.max(4, shape.season > 1 && shape.season <= 31 ? 2 * shape.season : shape.season + 4)

/**
 * Rows to learn from: each step of the series seen from some origins before it (up to `horizon` steps away), at most
 * `most` of them, the latest where there are more.
 */
export function trainingTable(
  series: Series,
  shape: FeatureShape,
  options: { horizon: number; most: number; seed: number },
): FeatureTable {
  const { values, positions, regressors } = series
  const seen = seenOf(values)
  const random = seeded(options.seed)
  const first = firstOrigin(shape)
  const pairs: [number, number][] = []
  const each = Math.max(1, Math.min(6, Math.ceil(options.most / values.length)))
  for (let target = values.length - 1; target >= first && pairs.length < options.most; target--)
    for (let k = 0; k < each; k++) {
      const reach = Math.min(options.horizon, target - first + 1)
      const ahead = Math.floor(reach * random())
      pairs.push([target - ahead, ahead])
    }
  const columns = empty(shape, pairs.length)
  const levels = new Float64Array(pairs.length)
  const target = new Float64Array(pairs.length)
  pairs.forEach(([origin, ahead], row) => {
    const at = origin + ahead
    levels[row] = levelAt(seen, origin, shape.season)
    target[row] = Math.fround(values[at]! / levels[row]!)
    fillRow(shape, seen, { origin, ahead, position: positions[at]!, row }, levels[row]!, columns)
    regressors.forEach((column, i) => (columns[columns.length - shape.regressors + i]![row] = column[at]!))
  })
  return { columns, levels, target }
}

/** One row for each step ahead, seen from the end of the values. */
export function aheadTable(values: Float64Array, shape: FeatureShape, ahead: Ahead): FeatureTable {
  const seen = seenOf(values)
  const rows = ahead.positions.length
  const columns = empty(shape, rows)
  const level = levelAt(seen, values.length, shape.season)
  for (let row = 0; row < rows; row++) {
    const at = { origin: values.length, ahead: row, position: ahead.positions[row]!, row }
    fillRow(shape, seen, at, level, columns)
    ahead.regressors.forEach(
      (column, i) => (columns[columns.length - shape.regressors + i]![row] = column[row]!),
    )
  }
  return { columns, levels: new Float64Array(rows).fill(level), target: new Float64Array(0) }
}
