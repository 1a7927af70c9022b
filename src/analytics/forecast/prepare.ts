import { adjust, repeats, seasonalEffects } from './decompose.ts'
import { SEASON, stepNames, type Frequency, type History } from './history.ts'
import type { Ahead, Series } from './model.ts'
import { median } from './statistics.ts'

const LONG_SEASON = { H: 168, D: 0, W: 0, M: 0, Q: 0, Y: 0 } as const

/** Steps above two seasons that a backtest needs. */
const SPARE = 4

/** The season of a frequency, 1 where so many steps cannot show it yet: two whole seasons are needed. */
export function seasonByLength(length: number, frequency: Frequency): number {
  const season = SEASON[frequency]
  const spare = frequency === 'D' || frequency === 'H' ? 0 : SPARE
  return length < 2 * season + spare ? 1 : season
}

/**
 * The season that models and the seasonal naive rule work with: that of the frequency, 1 where it cannot be seen
 * yet or, for weeks, does not repeat.
 */
export function workingSeason(history: History): number {
  const season = seasonByLength(history.values.length, history.frequency)
  return history.frequency === 'W' && !repeats(history.values, season) ? 1 : season
}

/** Fewest steps with which models can be compared; with fewer a simple rule answers. */
export const fewestSteps = ({ frequency }: History): number =>
  frequency === 'D' || frequency === 'H' ? 2 * SEASON[frequency] + SPARE : 9

/** The history from its first value other than 0 on: before it there was no shop. */
export function fromFirstSale(history: History): History {
  const { values, regressors = {}, start } = history
  let first = 0
  while (first < values.length && values[first] === 0) first += 1
  if (first === 0 || first === values.length) return history
  const columns = Object.entries(regressors).map(([name, column]) => [name, Array.from(column).slice(first)])
  return {
    ...history,
    values: Float64Array.from(values).slice(first),
    regressors: Object.fromEntries(columns) as Record<string, number[]>,
    start: start === undefined ? undefined : stepNames(history, first, 1)[0],
  }
}

/**
 * Phases of the season on which the shop is always closed: nothing in their last 8 seasons (at least 4), while
 * the other phases sell on most days. Only for days of the week and hours of the day.
 */
function closedPhases(values: ArrayLike<number>, season: number, history: History): boolean[] {
  const closed = new Array<boolean>(season).fill(false)
  if ((history.frequency !== 'D' && history.frequency !== 'H') || season < 2) return closed
  const n = values.length
  for (let phase = 0; phase < season; phase++) {
    let seen = 0
    let zeros = 0
    for (
      let at = n - 1 - ((((n - 1 - phase) % season) + season) % season);
      at >= 0 && seen < 8;
      at -= season
    ) {
      seen += 1
      if (values[at] === 0) zeros += 1
    }
    closed[phase] = seen >= 4 && zeros === seen
  }
  const open = closed.filter((shut) => !shut).length
  let busy = 0
  let count = 0
  for (let at = Math.max(0, n - 8 * season); at < n; at++)
    if (!closed[at % season]) {
      count += 1
      if (values[at] !== 0) busy += 1
    }
  return open > 0 && busy > count / 2 ? closed : closed.fill(false)
}

const neighbours = (values: ArrayLike<number>, at: number, season: number): number[] => {
  const near: number[] = []
  for (let k = 1; k <= 4; k++)
    for (const index of [at - k * season, at + k * season])
      if (index >= 0 && index < values.length && values[index] !== 0) near.push(values[index]!)
  return near
}

/** One-off closures: zeros of a series that hardly has any otherwise are set to the typical value of their phase. */
function fillClosures(values: Float64Array, season: number): Float64Array {
  const zeros = values.reduce((count, value) => count + (value === 0 ? 1 : 0), 0)
  let last = values.length
  while (last > 0 && values[last - 1] === 0) last -= 1
  if (zeros === 0 || zeros > 0.15 * values.length) return values
  return values.map((value, at) => {
    if (value !== 0 || at >= last) return value
    const near = neighbours(values, at, season)
    return near.length >= 2 ? median(near) : value
  })
}

const SPIKE = 8

/** Single steps more than 8 robust deviations from the typical value of their phase are cut back to that limit. */
function cutSpikes(values: Float64Array, season: number): Float64Array {
  const typical = values.map((value, at) => {
    const near = neighbours(values, at, season)
    return near.length >= 3 ? median(near) : value
  })
  const spread = 1.4826 * median(values.map((value, at) => Math.abs(value - typical[at]!)))
  if (!(spread > 0)) return values
  return values.map((value, at) => {
    const off = value - typical[at]!
    return Math.abs(off) > SPIKE * spread ? typical[at]! + Math.sign(off) * SPIKE * spread : value
  })
}

/** Whether hours of the week differ beyond the hours of the day: once those are taken out, weeks still repeat. */
function showsLongSeason(values: Float64Array, season: number, long: number): boolean {
  if (season < 2 || long <= season || values.length < 3 * long) return false
  return repeats(adjust(values, seasonalEffects(values, season, 'A'), 'A'), long)
}

export interface Prepared {
  readonly series: Series
  readonly closed: readonly boolean[]
}

/** Makes the first `length` steps of a history ready for models; nothing after them is looked at. */
export function prepare(history: History, length = history.values.length): Prepared {
  const seen = Float64Array.from({ length }, (_, i) => history.values[i]!)
  const season = workingSeason({ ...history, values: seen })
  const closed = closedPhases(seen, season, history)
  const positions = Int32Array.from(
    Array.from({ length }, (_, at) => at).filter((at) => !closed[at % season]),
  )
  const raw = Float64Array.from(positions, (at) => seen[at]!)
  const openSeason = closed.filter((shut) => !shut).length
  const dense = history.frequency === 'D' || history.frequency === 'H'
  const filled = dense ? fillClosures(raw, openSeason) : raw
  const long =
    LONG_SEASON[history.frequency] - (LONG_SEASON[history.frequency] / season) * (season - openSeason)
  const longSeason = showsLongSeason(filled, openSeason, long) ? long : 0
  const values = dense ? cutSpikes(filled, longSeason || openSeason) : filled
  const series: Series = {
    values,
    raw,
    positions,
    season: openSeason,
    longSeason,
    frequency: history.frequency,
    nonNegative: seen.every((value) => value >= 0),
    regressors: columnsAt(history, positions),
  }
  return { series, closed }
}

const columnsAt = (history: History, positions: Int32Array): Float64Array[] =>
  Object.values(history.regressors ?? {}).map((column) =>
    Float64Array.from(positions, (at) => column[at] ?? 0),
  )

/** The open steps among the `horizon` that follow the first `length`. */
export function stepsAhead(
  history: History,
  closed: readonly boolean[],
  length: number,
  horizon: number,
): Ahead {
  const steps = Array.from({ length: horizon }, (_, i) => length + i)
  const positions = Int32Array.from(steps.filter((at) => !closed[at % closed.length]))
  return { positions, regressors: columnsAt(history, positions) }
}
