import type { Plan, Run } from './backtest.ts'
import { score, type Trial } from './metrics.ts'

type Guessed = Pick<Run, 'guesses'>

/** The trials of a run at the origins from index `from` to `to` (those that it took part in). */
export const trialsOf = (plan: Plan, guesses: Run['guesses'], from: number, to: number): Trial[] =>
  plan.cuts.slice(from, to).flatMap((cut, i) => {
    const guess = guesses[from + i]
    return guess ? [{ guess, truth: cut.truth, scale: cut.scale }] : []
  })

/** Errors by step and origin in units of the usual change: what intervals are calibrated on. */
export const missesOf = (plan: Plan, guesses: Run['guesses']): Float64Array[] =>
  plan.cuts.map((cut, i) =>
    cut.truth.map((truth, step) =>
      cut.spread[step]! > 0 && guesses[i] ? (truth - guesses[i][step]!) / cut.spread[step]! : NaN,
    ),
  )

/** Indices of the validation origins, and of the test origins. */
export const validationOf = ({ origins }: Plan): number[] => origins.validation.map((_, index) => index)
export const testsOf = ({ origins }: Plan): number[] =>
  origins.test.map((_, index) => origins.validation.length + index)

/** A measure of error over some origins; smaller is better. */
export type Measure = (plan: Plan, run: Guessed, indices: readonly number[]) => number

const trialsAt = (plan: Plan, { guesses }: Guessed, indices: readonly number[]): Trial[] =>
  indices.flatMap((index) => trialsOf(plan, guesses, index, index + 1))

/** MASE; the mean absolute error where no MASE exists. Infinity of none. */
export const scaledError: Measure = (plan, run, indices) => {
  const trials = trialsAt(plan, run, indices)
  if (trials.length === 0) return Infinity
  const { mase, mae } = score(trials)
  return mase ?? mae
}

/** Root of the mean squared error, each origin on its own scale; Infinity of none. */
export const scaledSpread: Measure = (plan, run, indices) => {
  let sum = 0
  let count = 0
  for (const { guess, truth, scale } of trialsAt(plan, run, indices)) {
    for (let step = 0; step < truth.length; step++) sum += ((guess[step]! - truth[step]!) / (scale || 1)) ** 2
    count += truth.length
  }
  return count > 0 ? Math.sqrt(sum / count) : Infinity
}

/**
 * A measure that can be held against that of other runs although some left out origins: what the run and a baseline
 * did on the origins that both took part in, brought to all of them by what the baseline did there.
 */
export function comparable(
  plan: Plan,
  run: Guessed,
  baseline: Guessed | undefined,
  indices: readonly number[],
  measure: Measure,
): number {
  const own = indices.filter((index) => run.guesses[index])
  const error = measure(plan, run, own)
  if (!baseline || own.length === indices.length || own.length === 0) return error
  const [there, everywhere] = [measure(plan, baseline, own), measure(plan, baseline, indices)]
  return there > 0 && Number.isFinite(everywhere) ? (error * everywhere) / there : error
}

/** The run that others are held against: the seasonal naive rule, which takes part in every origin. */
export const baselineOf = <R extends Run>(runs: readonly R[]): R | undefined =>
  runs.find(({ name }) => name === 'seasonal_naive')
