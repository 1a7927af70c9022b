import { movingAverage } from '../forecast/decompose.ts'
import { mean } from '../forecast/statistics.ts'

/** How much a kind of day sells against the level around it: 1 is the level, 1.2 is 20 % more. */
export interface Effect {
  /** Weekday 1 (Monday) … 7, month 1 … 12, or the name of a holiday. */
  readonly key: string
  readonly ratio: number
  /** 95 % interval of the ratio; null when it was seen too seldom to tell. */
  readonly low: number | null
  readonly high: number | null
  /** How often it was seen: days, months or holidays. */
  readonly seen: number
  /** Whether the interval leaves 1 out: signal, not noise. */
  readonly clear: boolean
}

/** Two-sided 95 % points of Student's t for 1 … 30 degrees of freedom. */
const T95 = [
  12.71, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
]
const t95 = (freedom: number): number => T95[freedom - 1] ?? 1.96

export const deviation = (values: readonly number[]): number => {
  const centre = mean(values)
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0)
  return values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0
}

/** The mean of ratios with its interval (Student's t); `noise`: a spread known from elsewhere, for few ratios. */
export function effectOf(key: string, ratios: readonly number[], noise?: number): Effect {
  const seen = ratios.length
  const ratio = mean(ratios)
  const known = noise === undefined ? seen > 1 : seen > 0
  const half = known
    ? noise === undefined
      ? (t95(seen - 1) * deviation(ratios)) / Math.sqrt(seen)
      : (1.96 * noise) / Math.sqrt(seen)
    : null
  const [low, high] = half === null ? [null, null] : [Math.max(0, ratio - half), ratio + half]
  return { key, ratio, low, high, seen, clear: low !== null && high !== null && (low > 1 || high < 1) }
}

/** Five weeks: whole weeks, so that weekdays do not move the level. */
const LEVEL_DAYS = 35

/** The level around every day: a centred average over five weeks (fewer when the history is shorter), held at the ends. */
export function levelOf(values: ArrayLike<number>): Float64Array {
  const weeks = Math.min(LEVEL_DAYS, Math.floor(values.length / 7) * 7)
  const window = weeks >= 7 ? weeks : values.length
  const level = movingAverage(values, window)
  const first = level.findIndex((value) => !Number.isNaN(value))
  const last = level.findLastIndex((value) => !Number.isNaN(value))
  if (first === -1) return level.fill(mean(values))
  return level.map((_, day) => level[Math.min(last, Math.max(first, day))]!)
}
