import type { Plan, Run } from './backtest.ts'
import { intervalWidths } from './conformal.ts'
import {
  baselineOf,
  comparable,
  missesOf,
  scaledError,
  scaledSpread,
  testsOf,
  trialsOf,
  validationOf,
} from './errors.ts'
import { isRare } from './intermittent.ts'
import { score, type Scores } from './metrics.ts'
import type { ModelName } from './model.ts'

/** One line of the leaderboard: scores on the test origins; `validation_mase` is what the choice was made by. */
export interface Standing extends Scores {
  readonly model: ModelName
  readonly coverage_80: number | null
  readonly coverage_95: number | null
  readonly validation_mase: number | null
  readonly seconds: number
  /** It was dropped after the first validation origins; its scores are those of the last test origin. */
  readonly dropped: boolean
  /** How many test origins its scores rest on. */
  readonly origins: number
  /** Its error over that of the simple rule at the same origins; null where that one made none. */
  readonly ratio: number | null
}

/**
 * What models are chosen by on the validation origins: MASE, and where demand has gaps the scaled root of squared
 * errors, because nothing sold is the most frequent value there and the right amount is the mean.
 */
const validationError = (plan: Plan, run: Run, baseline: Run | undefined): number =>
  comparable(plan, run, baseline, validationOf(plan), isRare(plan.demand) ? scaledSpread : scaledError)

/** Share of the test steps inside intervals that were calibrated on the validation origins alone; null without steps. */
function coverage(plan: Plan, run: Run, level: number): number | null {
  const misses = missesOf(plan, run.guesses)
  const first = plan.origins.validation.length
  const widths = intervalWidths(misses.slice(0, first), level, plan.origins.horizon)
  let inside = 0
  let count = 0
  for (const row of misses.slice(first))
    row.forEach((miss, step) => {
      if (Number.isNaN(miss)) return
      count += 1
      if (Math.abs(miss) <= widths[step]! * (1 + 1e-12)) inside += 1
    })
  return count ? inside / count : null
}

function againstSimple(plan: Plan, run: Run, baseline: Run | undefined): number | null {
  const own = testsOf(plan).filter((index) => run.guesses[index] && baseline?.guesses[index])
  const simple = baseline && own.length > 0 ? scaledError(plan, baseline, own) : 0
  return simple > 0 ? scaledError(plan, run, own) / simple : null
}

/** The line of a run on the leaderboard. */
export function standing(plan: Plan, run: Run, baseline: Run | undefined): Standing {
  const first = plan.origins.validation.length
  return {
    model: run.name,
    ...score(trialsOf(plan, run.guesses, first, plan.cuts.length)),
    coverage_80: coverage(plan, run, 0.8),
    coverage_95: coverage(plan, run, 0.95),
    validation_mase: score(trialsOf(plan, run.guesses, 0, first)).mase,
    seconds: run.seconds,
    dropped: run.final === null,
    origins: run.guesses.slice(first).filter((guess) => guess).length,
    ratio: againstSimple(plan, run, baseline),
  }
}

/** Why a model was taken, as data: numbers are validation errors (MASE, or MAE where no MASE exists). */
export interface Reason {
  readonly code: 'BEST_ON_VALIDATION' | 'SIMPLE_RULE_WINS' | 'ASKED_FOR' | 'TOO_LITTLE_DATA' | 'CONSTANT'
  readonly error?: number
  readonly simple_error?: number
  /** Only with TOO_LITTLE_DATA: steps there are, and steps with which models can be compared. */
  readonly steps?: number
  readonly needed?: number
}

/** A single model is taken instead of the ensemble when its error is so much smaller, and smaller at so many origins. */
const CLEARLY = 0.9
const MOSTLY = 0.75
/** With fewer origins than these one model looks best by chance. */
const ENOUGH = 5

/** A candidate of the choice with its error on the validation origins. */
interface Ranked<R> {
  readonly run: R
  readonly error: number
}

const clearlyBetter = (plan: Plan, one: Ranked<Run>, other: Ranked<Run>): boolean => {
  const origins = validationOf(plan).filter((i) => one.run.guesses[i] && other.run.guesses[i])
  const error = (run: Run, i: number): number => score(trialsOf(plan, run.guesses, i, i + 1)).mae
  const wins = origins.filter((i) => error(one.run, i) < error(other.run, i)).length
  return origins.length >= ENOUGH && one.error < CLEARLY * other.error && wins >= MOSTLY * origins.length
}

/**
 * The run for the forecast, by the validation origins alone: the simple rule when nothing beats it, else the ensemble
 * unless one model is clearly better. (The limits were set on training parts of M4, Walmart, Superstore and Maven series.)
 */
export function chooseRun<R extends Run>(plan: Plan, runs: readonly R[]): { run: R; reason: Reason } {
  const baseline = baselineOf(runs)
  const ranked: Ranked<R>[] = runs
    .filter(({ final }) => final)
    .map((run) => ({ run, error: validationError(plan, run, baseline) }))
    .sort((a, b) => a.error - b.error)
  const first = ranked[0]!
  const simple = ranked.find(({ run }) => run.name === 'seasonal_naive')
  const ensemble = ranked.find(({ run }) => run.name === 'ensemble')
  if (simple && simple.error <= first.error)
    return {
      run: simple.run,
      reason: { code: 'SIMPLE_RULE_WINS', error: simple.error, simple_error: simple.error },
    }
  const { run, error } = ensemble && !clearlyBetter(plan, first, ensemble) ? ensemble : first
  const compared = simple ? { simple_error: simple.error } : {}
  return { run, reason: { code: 'BEST_ON_VALIDATION', error, ...compared } }
}
