import type { Frequency } from './history.ts'
import { seasonByLength } from './prepare.ts'

/** Where a series is cut for the backtest: choices are made on `validation`, scores are reported on `test`. */
export interface Origins {
  readonly validation: readonly number[]
  readonly test: readonly number[]
  /** Steps forecast from each origin; shorter than what is asked for when the history is short. */
  readonly horizon: number
}

/** By the time that they take. */
const MOST_VALIDATION = 10
const MOST_TEST = 6

/** Weeks from where on models know a year, and from where they know it well. */
const WEEKS = [60, 104] as const
/** Longest window that is asked of a young weekly series, in weeks. */
const YOUNG_WINDOW = 15

/**
 * Steps before the first origin. Weekly series of more than a year are cut once models know it, where three windows are
 * left: else those would win that know some months only, and the forecast needs the year.
 */
function learningSteps(length: number, horizon: number, frequency: Frequency): number {
  const least = Math.max(Math.floor(0.4 * length), 5)
  if (frequency !== 'W') return Math.max(2 * seasonByLength(length, frequency), least)
  const [one, two] = WEEKS
  const windows = 3 * Math.min(horizon, YOUNG_WINDOW)
  return length < one + windows / 2 ? least : Math.max(one, least, Math.min(two, length - windows))
}

/**
 * Plans rolling origins over `length` steps. The windows of all validation origins end before the first test
 * origin, so that no choice has seen what the reported scores are measured on. They depend on the length alone, never
 * on the values. `length` is at least `fewestSteps`.
 */
export function planOrigins(length: number, horizon: number, frequency: Frequency): Origins {
  const learning = learningSteps(length, horizon, frequency)
  const room = length - learning
  const window = Math.min(horizon, Math.max(1, Math.floor(0.35 * room)))
  const stride = Math.max(1, Math.round(window / 3))
  const strides = Math.floor((room - 2 * window) / stride)
  const tests = Math.min(MOST_TEST, 1 + Math.floor((strides * 3) / 8))
  const validations = Math.min(MOST_VALIDATION, 1 + strides - (tests - 1))
  const lastTest = length - window
  const lastValidation = lastTest - (tests - 1) * stride - window
  const row = (last: number, count: number): number[] =>
    Array.from({ length: count }, (_, i) => last - (count - 1 - i) * stride)
  return { validation: row(lastValidation, validations), test: row(lastTest, tests), horizon: window }
}
