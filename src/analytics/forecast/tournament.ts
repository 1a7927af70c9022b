import {
  firstRound,
  runFirstRound,
  runRest,
  tryModel,
  type Plan,
  type Rest,
  type Run,
  type Trying,
  type Work,
} from './backtest.ts'
import { comparable, scaledError } from './errors.ts'
import type { Model, ModelName } from './model.ts'
import { isYoungWeeks, knowsTheYear } from './young-weeks.ts'

/** Simple rules that always go the whole way: others are held against them. */
export const BASELINES: readonly ModelName[] = ['seasonal_naive', 'weekday_median']

/** Share of the models that go on after the first round, and how many at least: a matter of time, fitted on nothing. */
const GOES_ON = 0.6
const AT_LEAST = 5
/** Models this near to the best one go on whatever their rank. By reason: three origins tell no smaller differences. */
const NEAR = 1.15
/**
 * Work that a backtest may take before slow models are cut short, in milliseconds of the machine on which `Model.cost`
 * was measured: counted, not timed, so that the same series gives the same forecast on every machine. Follows from the
 * budget of 20 seconds for 730 days.
 */
const BUDGET = 14_000
/** A model whose rest costs less than this always goes on. */
const CHEAP = 200
/** Steps above this add no work: models look at the latest ones. */
const MOST_STEPS = 2000
/** Seconds after which what is left is cut short, whatever it counts: the answer then says so. */
const TOO_LONG = 300

const errorOf = (plan: Plan, trying: Trying, baseline: Trying | undefined): number =>
  comparable(plan, trying, baseline, firstRound(plan), scaledError)

/** Work of some fits and forecasts of a model, the first `whole` of them anew. */
const workOf = (plan: Plan, { cost }: Model, fits: number, whole: number): number =>
  (Math.min(MOST_STEPS, plan.history.values.length) / 1000) *
  (whole * cost.whole + Math.max(0, fits - whole) * cost.update)

/** How far each model goes after the first round, best ones first. */
function schedule(plan: Plan, tried: readonly Trying[]): Map<Trying, Rest> {
  const baseline = tried.find(({ model }) => model.name === 'seasonal_naive')
  const ranked = tried
    .map((trying) => ({ trying, error: errorOf(plan, trying, baseline) }))
    .sort((a, b) => a.error - b.error)
  const places = Math.max(AT_LEAST, Math.ceil(GOES_ON * tried.length))
  const limit = NEAR * (ranked[0]?.error ?? 0)
  let left = BUDGET - tried.reduce((sum, { model, fits }) => sum + workOf(plan, model, fits, 1), 0)
  const origins = plan.cuts.length + 1
  const young = isYoungWeeks(plan)
  return new Map(
    ranked.map(({ trying, error }, rank): [Trying, Rest] => {
      const { name } = trying.model
      const stays =
        BASELINES.includes(name) || rank < places || error <= limit || (young && knowsTheYear(name))
      if (!stays) return [trying, 'dropped']
      const all = workOf(plan, trying.model, origins - trying.fits, 2)
      const rest: Rest = all <= left / 2 || all < CHEAP ? 'all' : 'quick'
      left -= rest === 'all' ? all : workOf(plan, trying.model, 2, 1)
      return [trying, rest]
    }),
  )
}

/** The runs of a tournament, and whether time ran out before the work that was planned was done. */
export interface Outcomes {
  readonly runs: readonly Run[]
  readonly cutShort: boolean
}

/**
 * Successive halving (Jamieson and Talwalkar, 2016) over models: all forecast from three validation origins; the
 * better part goes on to all origins, the others are scored once on the last test origin. Models that would use up
 * the time are cut short. Null: stopped.
 */
export async function runTournament(
  models: readonly Model[],
  plan: Plan,
  work: Work,
  halving: boolean,
): Promise<Outcomes | null> {
  const begin = work.now()
  const tried: Trying[] = []
  for (const model of models) {
    const trying = tryModel(model, plan)
    if (!(await runFirstRound(trying, plan, work))) return null
    tried.push(trying)
  }
  const plans = schedule(plan, tried)
  const runs: Run[] = []
  let cutShort = false
  for (const trying of tried) {
    const planned = halving ? plans.get(trying)! : 'all'
    const late = planned === 'all' && work.now() - begin > 1000 * TOO_LONG
    const run = await runRest(trying, plan, work, late ? 'quick' : planned)
    if (!run) return null
    cutShort ||= late
    runs.push(run)
  }
  return { runs, cutShort }
}
