import { asModel, type Model, type Series } from './model.ts'
import { mean } from './statistics.ts'

/** How last year is read. */
interface Reading {
  /** Weeks on either side over which last year's level is averaged. */
  readonly reach: number
  /** Share of last year's shape that is believed; the rest is the present level. */
  readonly belief: number
  /** Latest weeks whose level is held against the same ones a year ago. */
  readonly recent: number
}

interface State {
  readonly reading: Reading
  readonly values: Float64Array
  /** Steps of a week, and of 52 weeks. */
  readonly week: number
  /** Level of each phase of the week over that of the whole week; the first is that of the first value. */
  readonly factors: Float64Array
}

const WEEKS = 52
/** Weeks beyond the first year that are needed to hold two years against each other. */
const SPARE = 8
/** Most years that are looked back. */
const YEARS = 3
/** Weeks from which the phases of the week are taken. */
const PHASES_FROM = 13
/** Years change in size by no more than this factor between two neighbouring ones, or they are not alike. */
const MOST_CHANGE = 4

/** Taken where the series is too short to try others: by reason (a year is one look, so it is believed in part), not by any data. */
const USUAL: Reading = { reach: 1, belief: 0.75, recent: 8 }
const READINGS: readonly Reading[] = [0, 1, 2].flatMap((reach) =>
  [0.5, 0.75, 1].flatMap((belief) => [4, 8, 13].map((recent) => ({ reach, belief, recent }))),
)
/** Another reading is taken when its error is smaller by this share. */
const BETTER = 0.97
const MOST_ORIGINS = 6

/** Steps of a week: its open days, or 1 where the steps are weeks. */
const weekOf = ({ frequency, season }: Series): number => (frequency === 'W' ? 1 : season)

function factorsOf(values: Float64Array, week: number): Float64Array {
  const from = Math.max(0, values.length - PHASES_FROM * week)
  const level = mean(values.subarray(from))
  if (week < 2 || level === 0) return new Float64Array(week).fill(1)
  const sums = new Float64Array(week)
  const counts = new Float64Array(week)
  for (let at = from; at < values.length; at++) {
    sums[at % week]! += values[at]!
    counts[at % week]! += 1
  }
  return sums.map((sum, phase) => (counts[phase] ? sum / counts[phase]! / level : 1))
}

const totalsOf = (values: Float64Array): Float64Array => {
  const totals = new Float64Array(values.length + 1)
  values.forEach((value, i) => (totals[i + 1] = totals[i]! + value))
  return totals
}

const levelOf = (totals: Float64Array, length: number, from: number, to: number): number => {
  const [low, high] = [Math.max(0, from), Math.min(length, to)]
  return high > low ? (totals[high]! - totals[low]!) / (high - low) : NaN
}

/** What the weeks around the same step of earlier years were, over the level of the latest weeks in those years; the nearer year counts more. */
function shapeAt(
  totals: Float64Array,
  length: number,
  week: number,
  ahead: number,
  reading: Reading,
): number {
  const year = WEEKS * week
  const window = (2 * reading.reach + 1) * week
  let shape = 0
  let weight = 0
  for (let back = 1; back <= YEARS; back++) {
    const end = length - back * year
    if (end < SPARE * week) break
    const then = levelOf(totals, length, end - reading.recent * week, end)
    const from = end + (ahead % year) - Math.floor((window - 1) / 2)
    const ratio = levelOf(totals, length, from, from + window) / then
    if (!Number.isFinite(ratio)) continue
    shape += Math.min(MOST_CHANGE, Math.max(1 / MOST_CHANGE, ratio)) / back
    weight += 1 / back
  }
  return weight > 0 ? shape / weight : 1
}

function sayFrom(
  { week, factors }: Pick<State, 'week' | 'factors'>,
  totals: Float64Array,
  length: number,
  steps: number,
  reading: Reading,
): Float64Array {
  const now = levelOf(totals, length, length - reading.recent * week, length)
  return Float64Array.from({ length: steps }, (_, ahead) => {
    const shape = shapeAt(totals, length, week, ahead, reading)
    return now * (1 + reading.belief * (shape - 1)) * factors[(length + ahead) % week]!
  })
}

/** The reading with the least error from earlier ends of the same series, where a year and more lies before them. */
function choose(values: Float64Array, week: number, factors: Float64Array, horizon: number): Reading {
  const totals = totalsOf(values)
  const first = (WEEKS + SPARE) * week
  const steps = Math.min(horizon, Math.floor((values.length - first) / 2))
  if (steps < 2 * week) return USUAL
  const room = values.length - steps - first
  const origins = Array.from(
    { length: MOST_ORIGINS },
    (_, i) => first + Math.round((room * i) / (MOST_ORIGINS - 1)),
  )
  const errorOf = (reading: Reading): number =>
    origins.reduce((error, origin) => {
      const said = sayFrom({ week, factors }, totals, origin, steps, reading)
      return said.reduce((sum, value, i) => sum + Math.abs(value - values[origin + i]!), error)
    }, 0)
  let best = { reading: USUAL, error: BETTER * errorOf(USUAL) }
  for (const reading of READINGS) {
    const error = errorOf(reading)
    if (error < best.error) best = { reading, error }
  }
  return best.reading
}

/**
 * The same weeks of the last years, brought to the present level: the level of the latest weeks, times what followed
 * the same weeks a year ago over their level then, believed in part, times the days of the week. It knows a year from
 * 60 weeks on, when models that need two whole years do not yet.
 */
const model: Model<State> = {
  name: 'last_year',
  cost: { whole: 8, update: 2 },
  minimum: (series) =>
    series.frequency === 'W' || series.frequency === 'D' ? (WEEKS + SPARE) * weekOf(series) : Infinity,
  fit(series, context, previous) {
    const values = series.values
    const week = weekOf(series)
    const factors = factorsOf(values, week)
    const keep = context.effort === 'update' && previous?.week === week
    const reading = keep ? previous.reading : choose(values, week, factors, context.horizon)
    return { reading, values, week, factors }
  },
  predict: (state, ahead) =>
    sayFrom(state, totalsOf(state.values), state.values.length, ahead.positions.length, state.reading),
  explain: ({ reading }) => ({ ...reading }),
}

export const lastYear = asModel(model)
