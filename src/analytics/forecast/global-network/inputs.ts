import { YEAR } from '../history.ts'

/** Days that are seen of a series, and fewest from which anything is said. */
const WINDOW = 56
export const LEAST = 28
const WEEK = 7
const STATICS = 6
/** Numbers that describe a window: its values and what they are like as a whole. */
export const SEEN = WINDOW + STATICS
/** Numbers that describe one coming day as seen from a window. */
export const AHEAD = 17
/** Same days of the week count so much for the first guess of a day; the rest is the level of the last four weeks. */
const OWN_WEEKDAY = 0.6
const LEAST_ANCHOR = 0.02
/** What a year before did to the level is believed between a quarter and four times. */
const MOST_CHANGE = 4
/** The mean of all that came before counts like so many days of the window, so that a quiet one still has a scale. */
const PRIOR_DAYS = 28

/** A daily series that is never negative, with sums from its start on, so that any mean is one subtraction. All series of a network end on the same day. */
export interface Track {
  readonly values: ArrayLike<number>
  readonly sums: Float64Array
}

export function trackOf(values: ArrayLike<number>): Track {
  const sums = new Float64Array(values.length + 1)
  for (let at = 0; at < values.length; at++) sums[at + 1] = sums[at]! + Math.max(0, values[at]!)
  return { values, sums }
}

const meanOf = ({ sums }: Track, from: number, to: number): number => {
  const low = Math.max(0, from)
  const high = Math.min(sums.length - 1, to)
  return high > low ? (sums[high]! - sums[low]!) / (high - low) : 0
}

/** A series as it stood at one day, scaled by its own mean. */
export interface View {
  /** Steps before the origin; the first unseen one has this index. */
  readonly origin: number
  /** What 1 is worth: mean of the window, drawn to the mean of all before it. */
  readonly level: number
  /** Mean of each day of the week by `origin`'s distance, and of the last four weeks, in levels. */
  readonly weekdays: Float64Array
  readonly recent: number
}

/** The view at an origin; null where nothing was sold before it. */
export function viewAt(track: Track, origin: number): View | null {
  const known = Math.min(WINDOW, origin)
  const weighed = known * meanOf(track, origin - WINDOW, origin) + PRIOR_DAYS * meanOf(track, 0, origin)
  const level = weighed / (known + PRIOR_DAYS)
  if (!(level > 0)) return null
  const weekdays = new Float64Array(WEEK)
  for (let phase = 0; phase < WEEK; phase++) {
    let sum = 0
    let count = 0
    for (let at = origin - WEEK + phase; at >= Math.max(0, origin - WINDOW); at -= WEEK) {
      sum += Math.max(0, track.values[at]!)
      count += 1
    }
    weekdays[phase] = count > 0 ? sum / count / level : 1
  }
  return { origin, level, weekdays, recent: meanOf(track, origin - LEAST, origin) / level }
}

/** The first guess of a day so many steps after the origin, in levels; the network says by which factor it is off. */
export const anchorOf = ({ weekdays, recent }: View, step: number): number =>
  Math.max(LEAST_ANCHOR, OWN_WEEKDAY * weekdays[step % WEEK]! + (1 - OWN_WEEKDAY) * recent)

/** Writes the `SEEN` numbers of a view. */
export function writeSeen(track: Track, view: View, into: Float32Array, at: number): void {
  const { origin, level } = view
  let zeros = 0
  const known = Math.min(WINDOW, origin)
  for (let i = 0; i < WINDOW; i++) {
    const value = Math.max(0, track.values[origin - WINDOW + i] ?? 0)
    if (origin - WINDOW + i >= 0 && value === 0) zeros += 1
    into[at + i] = Math.log1p(value / level)
  }
  const statics = [
    Math.log1p(level),
    zeros / known,
    known / WINDOW,
    Math.log1p(meanOf(track, origin - WEEK, origin) / level),
    Math.log1p(meanOf(track, origin - 182, origin) / level),
    Math.log1p(meanOf(track, 0, origin) / level),
  ]
  statics.forEach((value, i) => (into[at + WINDOW + i] = value))
}

const yearAgo = (track: Track, origin: number, step: number): number => {
  const then = origin - 52 * WEEK
  const level = meanOf(track, then - WINDOW, then)
  if (then < WINDOW || !(level > 0)) return NaN
  const at = then + (step % (52 * WEEK))
  const ratio = meanOf(track, at - 3, at + 4) / level
  return Math.log(Math.min(MOST_CHANGE, Math.max(1 / MOST_CHANGE, ratio)))
}

/** Writes the `AHEAD` numbers of the day `step` steps after a view; `toEnd`: steps from that day to the end of all series. */
export function writeAhead(
  track: Track,
  view: View,
  { step, toEnd, horizon, year }: { step: number; toEnd: number; horizon: number; year: boolean },
  into: Float32Array,
  at: number,
): void {
  into.fill(0, at, at + AHEAD)
  into[at + (((toEnd % WEEK) + WEEK) % WEEK)] = 1
  into[at + 7] = Math.log1p(view.weekdays[step % WEEK]!)
  into[at + 8] = Math.log1p(anchorOf(view, step))
  into[at + 9] = Math.log1p(step) / Math.log1p(horizon)
  into[at + 10] = step / horizon
  if (!year) return
  const change = yearAgo(track, view.origin, step)
  into[at + 11] = Number.isNaN(change) ? 0 : change
  into[at + 12] = Number.isNaN(change) ? 0 : 1
  for (let wave = 1; wave <= 2; wave++) {
    const angle = (2 * Math.PI * wave * toEnd) / YEAR.D
    into[at + 11 + 2 * wave] = Math.sin(angle)
    into[at + 12 + 2 * wave] = Math.cos(angle)
  }
}
