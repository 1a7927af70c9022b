import { trialsOf, type Plan, type Run } from './backtest.ts'
import type { ModelName } from './model.ts'
import { weightedMedian } from './statistics.ts'

/** Weights fall with this power of a model's error. */
const POWER = 4
/** Members below this share of the whole weight play no part. */
const LEAST_SHARE = 0.01

/** The combination of all models that went the whole way, as a run of its own. */
export interface Ensemble extends Run {
  readonly members: readonly ModelName[]
  /** Share of each member, by name. */
  readonly weights: Readonly<Partial<Record<ModelName, number>>>
}

/** Root of the mean squared error over the validation origins, each counted on its own scale. */
export function validationSpread(plan: Plan, run: Run): number {
  const trials = trialsOf(plan, run.guesses, 0, plan.origins.validation.length)
  let sum = 0
  let count = 0
  for (const { guess, truth, scale } of trials)
    for (let step = 0; step < truth.length; step++) {
      sum += ((guess[step]! - truth[step]!) / (scale || 1)) ** 2
      count += 1
    }
  return count > 0 ? Math.sqrt(sum / count) : Infinity
}

const combine = (rows: readonly (Float64Array | null)[], weights: readonly number[]): Float64Array | null => {
  const there = rows.map((_, i) => i).filter((i) => rows[i])
  const first = rows[there[0] ?? -1]
  if (!first) return null
  const own = there.map((i) => weights[i]!)
  return first.map((_, step) =>
    weightedMedian(
      there.map((i) => rows[i]![step]!),
      own,
    ),
  )
}

/**
 * Weighted median of the models, step by step; weights are the errors on the validation origins to the power −4
 * (inverse squared variance). Compared with means, medians of best and single models on training parts of M4, NN5,
 * M3 and Walmart series, this lost least.
 */
export function ensembleOf(plan: Plan, runs: readonly Run[]): Ensemble {
  const whole = runs.filter(({ final }) => final)
  const errors = whole.map((run) => validationSpread(plan, run))
  const best = Math.min(...errors)
  const raw = errors.map((error) => (best > 0 ? (best / error) ** POWER : error > 0 ? 0 : 1))
  const total = raw.reduce((sum, weight) => sum + weight, 0)
  const members = whole.filter((_, i) => raw[i]! >= LEAST_SHARE * total)
  const weights = raw.filter((weight) => weight >= LEAST_SHARE * total)
  const shares = weights.map((weight) => weight / weights.reduce((sum, one) => sum + one, 0))
  return {
    name: 'ensemble',
    members: members.map((run) => run.name),
    weights: Object.fromEntries(members.map((run, i) => [run.name, shares[i]!])),
    guesses: plan.cuts.map((_, i) =>
      combine(
        members.map((run) => run.guesses[i]!),
        shares,
      ),
    ),
    final: combine(
      members.map((run) => run.final),
      shares,
    ),
    state: null,
    seconds: runs.reduce((sum, run) => sum + run.seconds, 0),
  }
}
