import type { Plan, Run } from './backtest.ts'
import { scaledSpread, validationOf } from './errors.ts'
import type { ModelName } from './model.ts'
import { weightedMedian } from './statistics.ts'
import { isYoungWeeks } from './young-weeks.ts'
import { inverseErrorWeights, stackedWeights } from './weights.ts'

/** How the forecasts of the members become one, step by step. */
export type Combination = 'median' | 'mean' | 'stacked'

/** The combination of all models that went the whole way, as a run of its own. */
export interface Ensemble extends Run {
  readonly combination: Combination
  readonly members: readonly ModelName[]
  /** Share of each member, by name. */
  readonly weights: Readonly<Partial<Record<ModelName, number>>>
}

type Rows = readonly (Float64Array | null)[]

function combine(rows: Rows, weights: readonly number[], how: Combination): Float64Array | null {
  const there = rows.map((_, i) => i).filter((i) => rows[i] && weights[i]! > 0)
  const first = rows[there[0] ?? -1]
  if (!first) return null
  const own = there.map((i) => weights[i]!)
  if (how === 'median')
    return first.map((_, step) =>
      weightedMedian(
        there.map((i) => rows[i]![step]!),
        own,
      ),
    )
  const total = own.reduce((sum, weight) => sum + weight, 0)
  return first.map((_, step) => there.reduce((sum, i, k) => sum + own[k]! * rows[i]![step]!, 0) / total)
}

/** One way to combine, with its weights from all validation origins, and what it said of each from the others alone. */
interface Candidate {
  readonly combination: Combination
  readonly weights: readonly number[]
  readonly guesses: Rows
}

function candidate(plan: Plan, runs: readonly Run[], combination: Combination): Candidate {
  const weigh = combination === 'stacked' ? stackedWeights : inverseErrorWeights
  const validation = validationOf(plan)
  const weights = weigh(plan, runs, validation)
  const guesses = plan.cuts.map((_, i) => {
    const others = validation.filter((index) => index !== i)
    const own = i < validation.length && others.length > 0 ? weigh(plan, runs, others) : weights
    return combine(
      runs.map((run) => run.guesses[i]!),
      own,
      combination,
    )
  })
  return { combination, weights, guesses }
}

/** Another combination than the median is taken when its error is smaller by this share. */
const CLEARLY = 0.97

/**
 * The models together. Three ways are held against each other on the validation origins, each forecast with weights
 * from the other ones: median and mean weighed by inverse errors, and stacked weights; the median (which loses least
 * when one member runs away) stays unless another is clearly better. Compared on training parts of M4, NN5, Walmart,
 * Superstore and Maven series, this choice lost less than any of the three alone, the best few, or the best one.
 */
export function ensembleOf(plan: Plan, runs: readonly Run[]): Ensemble {
  const whole = runs.filter(({ final }) => final)
  const validation = validationOf(plan)
  const errorOf = ({ guesses }: Candidate): number => scaledSpread(plan, { guesses }, validation)
  const ways = (['median', 'mean', 'stacked'] as const).map((how) => candidate(plan, whole, how))
  const usual = ways[0]!
  const limit = validation.length > 1 && !isYoungWeeks(plan) ? CLEARLY * errorOf(usual) : -Infinity
  const best = ways.slice(1).reduce((a, b) => (errorOf(b) < errorOf(a) ? b : a))
  const { combination, weights, guesses } = errorOf(best) < limit ? best : usual
  const members = whole
    .map((run, i) => ({ name: run.name, weight: weights[i]! }))
    .filter(({ weight }) => weight > 0)
  return {
    name: 'ensemble',
    combination,
    members: members.map(({ name }) => name),
    weights: Object.fromEntries(members.map(({ name, weight }) => [name, weight])),
    guesses,
    final: combine(
      whole.map((run) => run.final),
      weights,
      combination,
    ),
    state: null,
    seconds: runs.reduce((sum, run) => sum + run.seconds, 0),
  }
}
