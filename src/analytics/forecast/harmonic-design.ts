import { YEAR } from './history.ts'
import type { Ahead, Series } from './model.ts'

/** What the columns of a design mean, so that rows for later steps can be made alike. */
export interface Design {
  readonly columns: number
  readonly season: number
  readonly longSeason: number
  readonly waves: number
  readonly year: number
  readonly knots: readonly number[]
  readonly regressors: number
  /** Observed position of the first and last step, and open steps per observed step. */
  readonly first: number
  readonly last: number
  readonly count: number
  /** Mean and deviation of each regressor. */
  readonly centres: readonly number[]
  readonly spreads: readonly number[]
  /** Relative strength of the penalty on each column. */
  readonly penalty: Float64Array
}

export interface DesignOptions {
  readonly trend: 'none' | 'line' | 'knots'
}

const KNOTS = 8
/**
 * Waves of a year, and years from which they are learned: 60 weeks. Of 1.15, 1.25 and 1.5 years and 3, 6 and 8 waves these
 * did best on training parts of Walmart, Maven and the demo shop and on Superstore; the penalty holds them small.
 */
const WAVES = 8
const YEARS = 1.15
/** A damped line: its slope fades by this share per hundredth of the history. */
const FADE = 0.97

const waveCount = (series: Series): number => {
  const year = YEAR[series.frequency]
  const span = series.positions.length
    ? series.positions[series.positions.length - 1]! - series.positions[0]! + 1
    : 0
  if (series.frequency !== 'D' && series.frequency !== 'W') return 0
  return span < YEARS * year ? 0 : WAVES
}

/** Chooses the columns that a series can carry: phases, hours of the week, yearly waves, trend, regressors. */
export function planDesign(series: Series, options: DesignOptions): Design {
  const n = series.values.length
  const first = series.positions[0] ?? 0
  const last = series.positions[n - 1] ?? 0
  const waves = waveCount(series)
  const season = series.frequency === 'W' ? 1 : series.season
  const longSeason = series.longSeason
  const knots =
    options.trend === 'knots' ? Array.from({ length: KNOTS }, (_, i) => ((i + 1) / (KNOTS + 1)) * 0.9) : []
  const trend = options.trend === 'none' ? 0 : 1
  const phases = season > 1 ? season : 0
  const parts: [number, number][] = [
    [1, 0],
    [trend, 0.02],
    [knots.length, 1],
    [phases, 0.05],
    [longSeason, 0.3],
    [2 * waves, 0.3],
    [series.regressors.length, 0.05],
  ]
  const penalty = Float64Array.from(parts.flatMap(([count, weight]) => Array<number>(count).fill(weight)))
  const spread = (column: Float64Array, centre: number): number =>
    Math.sqrt(column.reduce((sum, value) => sum + (value - centre) ** 2, 0) / Math.max(1, n)) || 1
  const centres = series.regressors.map((column) => column.reduce((sum, value) => sum + value, 0) / n)
  return {
    columns: penalty.length,
    season: phases,
    longSeason,
    waves,
    year: YEAR[series.frequency],
    knots,
    regressors: series.regressors.length,
    first,
    last,
    count: n,
    centres,
    spreads: series.regressors.map((column, i) => spread(column, centres[i]!)),
    penalty,
  }
}

/** Time in units of the history: 0 at its first step, 1 at its last; after it the clock slows down and stops. */
const clock = (design: Design, position: number): number => {
  const span = Math.max(1, design.last - design.first)
  const time = (position - design.first) / span
  if (time <= 1) return time
  const hundredths = (time - 1) * 100
  return 1 + (1 - FADE ** hundredths) / (-Math.log(FADE) * 100)
}

/** Row-major design of the steps at `positions`; `offset` is the open-step count before the first of them. */
export function designRows(design: Design, steps: Ahead, offset: number): Float64Array {
  const { positions, regressors } = steps
  const rows = new Float64Array(positions.length * design.columns)
  const hasTrend = design.penalty.length > 1 && design.penalty[1] === 0.02
  for (let row = 0; row < positions.length; row++) {
    let at = row * design.columns
    const time = clock(design, positions[row]!)
    rows[at++] = 1
    if (hasTrend) rows[at++] = time
    for (const knot of design.knots) rows[at++] = Math.max(0, time - knot)
    if (design.season) rows[at + ((offset + row) % design.season)] = 1
    at += design.season
    if (design.longSeason) rows[at + ((offset + row) % design.longSeason)] = 1
    at += design.longSeason
    for (let wave = 1; wave <= design.waves; wave++) {
      const angle = (2 * Math.PI * wave * positions[row]!) / design.year
      rows[at++] = Math.sin(angle)
      rows[at++] = Math.cos(angle)
    }
    for (let i = 0; i < design.regressors; i++)
      rows[at++] = (regressors[i]![row]! - design.centres[i]!) / design.spreads[i]!
  }
  return rows
}
