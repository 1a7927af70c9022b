/** Where a series is cut for the backtest: choices are made on `validation`, scores are reported on `test`. */
export interface Origins {
  readonly validation: readonly number[]
  readonly test: readonly number[]
  /** Steps forecast from each origin; shorter than what is asked for when the history is short. */
  readonly horizon: number
}

const MOST_VALIDATION = 10
const MOST_TEST = 6

/**
 * Plans rolling origins over `length` steps. The windows of all validation origins end before the first test
 * origin, so that no choice has seen what the reported scores are measured on. `length` is at least `fewestSteps`.
 */
export function planOrigins(length: number, horizon: number, season: number): Origins {
  const learning = Math.max(2 * season, Math.floor(0.4 * length), 5)
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
