import {
  firstRound,
  runFirstRound,
  runRest,
  tryModel,
  trialsOf,
  type Plan,
  type Rest,
  type Run,
  type Trying,
  type Work,
} from './backtest.ts'
import { score } from './metrics.ts'
import type { Model, ModelName } from './model.ts'

/** Simple rules that always go the whole way: others are held against them. */
export const BASELINES: readonly ModelName[] = ['seasonal_naive', 'weekday_median']

/** Share of the models that go on after the first round, and how many at least. */
const GOES_ON = 0.6
const AT_LEAST = 5
/** Models this near to the best one go on whatever their rank. */
const NEAR = 1.15
/** Seconds that a backtest may take before slow models are cut short. */
const BUDGET_SECONDS = 14

const errorOf = (plan: Plan, trying: Trying): number => {
  const trials = firstRound(plan).flatMap((index) => trialsOf(plan, trying.guesses, index, index + 1))
  const { mase, mae } = score(trials)
  return mase ?? mae
}

/** How far each model goes after the first round, best ones first. */
function schedule(plan: Plan, tried: readonly Trying[], spent: number): Map<Trying, Rest> {
  const ranked = tried
    .map((trying) => ({ trying, error: errorOf(plan, trying) }))
    .sort((a, b) => a.error - b.error)
  const places = Math.max(AT_LEAST, Math.ceil(GOES_ON * tried.length))
  const limit = NEAR * (ranked[0]?.error ?? 0)
  let left = BUDGET_SECONDS - spent
  const origins = plan.cuts.length + 1
  return new Map(
    ranked.map(({ trying, error }, rank): [Trying, Rest] => {
      const each = trying.seconds / trying.fits
      const stays = BASELINES.includes(trying.model.name) || rank < places || error <= limit
      if (!stays) return [trying, 'dropped']
      const whole = each * (origins - trying.fits)
      const rest: Rest = whole <= left / 2 || whole < 0.2 ? 'all' : 'quick'
      left -= rest === 'all' ? whole : 2 * each
      return [trying, rest]
    }),
  )
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
): Promise<Run[] | null> {
  const begin = work.now()
  const tried: Trying[] = []
  for (const model of models) {
    const trying = tryModel(model, plan)
    if (!(await runFirstRound(trying, plan, work))) return null
    tried.push(trying)
  }
  const plans = schedule(plan, tried, (work.now() - begin) / 1000)
  const runs: Run[] = []
  for (const trying of tried) {
    const run = await runRest(trying, plan, work, halving ? plans.get(trying)! : 'all')
    if (!run) return null
    runs.push(run)
  }
  return runs
}
