import { failure, invalidFields, success, type Outcome } from '../../model/outcome.ts'
import { firstIndex, makePlan, type Plan, type Run, type Work } from './backtest.ts'
import { chooseRun, standing, type Reason, type Standing } from './choose.ts'
import { takeApart, type Components, type Seasonality } from './components.ts'
import { withCalendar } from './with-calendar.ts'
import { intervalWidths } from './conformal.ts'
import { ensembleOf } from './ensemble.ts'
import { baselineOf, comparable, missesOf, scaledError, testsOf, validationOf } from './errors.ts'
import { findingsOf, type Finding } from './findings.ts'
import { stepNames, type History } from './history.ts'
import { isRare } from './intermittent.ts'
import type { Explanation, Model, ModelName } from './model.ts'
import { planOrigins } from './origins.ts'
import { fewestSteps, fromFirstSale, workingSeason } from './prepare.ts'
import { type ForecastRequest, invalid } from './request.ts'
import { simpleForecast } from './simple-rule.ts'
import { totalWidth } from './totals.ts'
import { BASELINES, runTournament } from './tournament.ts'

export interface Interval {
  readonly lower: readonly number[]
  readonly upper: readonly number[]
}

export interface Rehearsal {
  readonly guess: readonly number[]
  readonly fromEnd: number
}

export interface SeriesForecast {
  readonly model: ModelName
  readonly reason: Reason
  readonly point: readonly number[]
  /** Names of the steps ahead; [] when the history has no start. */
  readonly dates: readonly string[]
  /** By level in percent: "80", "95". */
  readonly intervals: Readonly<Record<string, Interval>>
  /** The sum of all steps ahead with its own intervals (lower, upper), which are narrower than the sums of the edges. */
  readonly total: {
    readonly value: number
    readonly intervals: Readonly<Record<string, readonly [number, number]>>
  }
  /** Scores on test origins, best first; [] when there is too little data to compare. */
  readonly leaderboard: readonly Standing[]
  readonly seasonality: Seasonality
  readonly components: Components
  readonly backtest: { readonly validation: number; readonly test: number; readonly horizon: number } | null
  /** What was said from the last test origin, and what came: the end of the history. Null without a backtest. */
  readonly latest: { readonly guess: readonly number[]; readonly truth: readonly number[] } | null
  /** What was said from the validation origins, oldest first; each begins `fromEnd` steps before the end. */
  readonly rehearsals: readonly Rehearsal[]
  /** What is odd in the history, and handled; steps are counted from its first. */
  readonly findings: readonly Finding[]
  /** What the models used say of themselves. */
  readonly explanations: Readonly<Partial<Record<ModelName, Explanation>>>
  /** Names of the holidays that took part as regressors. */
  readonly calendar: readonly string[]
  /** The machine was so slow that models were left out of part of the backtest: a quicker one might answer otherwise. */
  readonly cut_short: boolean
}

/** Point and width to an interval; nothing below 0 where the history has nothing below 0. */
const around = (point: ArrayLike<number>, width: ArrayLike<number>, nonNegative: boolean): Interval => ({
  lower: Array.from(point, (value, i) => {
    const low = value - width[i]!
    return nonNegative ? Math.max(0, low) : low
  }),
  upper: Array.from(point, (value, i) => value + width[i]!),
})

interface Made {
  readonly model: ModelName
  readonly reason: Reason
  readonly point: ArrayLike<number>
  readonly width: (level: number) => Float64Array
  /** Half-width around the sum; by default the half-widths of the steps added up. */
  readonly totalWidth?: (level: number) => number
  readonly leaderboard?: readonly Standing[]
  readonly backtest?: SeriesForecast['backtest']
  readonly latest?: SeriesForecast['latest']
  readonly rehearsals?: readonly Rehearsal[]
  readonly explanations?: SeriesForecast['explanations']
  readonly calendar?: readonly string[]
  readonly cutShort?: boolean
}

const totalOf = (request: ForecastRequest, made: Made, nonNegative: boolean): SeriesForecast['total'] => {
  const value = Array.from(made.point).reduce((sum, one) => sum + one, 0)
  const half = (level: number): number =>
    made.totalWidth?.(level) ?? made.width(level).reduce((sum, one) => sum + one, 0)
  const intervals = request.levels.map((level) => {
    const low = value - half(level / 100)
    return [String(level), [nonNegative ? Math.max(0, low) : low, value + half(level / 100)]] as const
  })
  return { value, intervals: Object.fromEntries(intervals) }
}

const answer = (request: ForecastRequest, history: History, made: Made): SeriesForecast => {
  const point = Array.from(made.point)
  const nonNegative = Array.from(history.values).every((value) => value >= 0)
  const parts = takeApart(history, point)
  const before = request.values.length - history.values.length
  const intervals = request.levels.map((level) => [
    String(level),
    around(point, made.width(level / 100), nonNegative),
  ])
  return {
    model: made.model,
    reason: made.reason,
    point,
    dates: stepNames(history, history.values.length, request.horizon),
    intervals: Object.fromEntries(intervals) as Record<string, Interval>,
    total: totalOf(request, made, nonNegative),
    leaderboard: made.leaderboard ?? [],
    ...parts,
    findings: findingsOf(history, parts.seasonality.closed).map((one) => ({ ...one, at: one.at + before })),
    backtest: made.backtest ?? null,
    latest: made.latest ?? null,
    rehearsals: made.rehearsals ?? [],
    explanations: made.explanations ?? {},
    calendar: made.calendar ?? [],
    cut_short: made.cutShort ?? false,
  }
}

/** Methods for demand with gaps, and those that take no part there. */
const FOR_GAPS: readonly ModelName[] = ['croston', 'sba', 'tsb', 'adida']
const NOT_FOR_GAPS: readonly ModelName[] = ['harmonic', 'autoregression', 'mstl', 'prophet']

const suits = (plan: Plan, name: ModelName): boolean =>
  !(isRare(plan.demand) ? NOT_FOR_GAPS : FOR_GAPS).includes(name)

/** The models that a request needs: all for a choice or the ensemble, else the one asked for beside the simple rules. */
const modelsFor = (request: ForecastRequest, plan: Plan, models: readonly Model[]): Model[] => {
  const all = request.model === 'auto' || request.model === 'ensemble'
  return models
    .filter(({ name }) => (all && suits(plan, name)) || name === request.model || BASELINES.includes(name))
    .filter((model) => firstIndex(model, plan) !== null)
}

const tooShortFor = (request: ForecastRequest, plan: Plan, models: readonly Model[]): Outcome<never> => {
  const model = models.find((candidate) => candidate.name === request.model)
  if (!model) return invalidFields({ model: `the model ${request.model} is not available here` })
  const { series } = plan.cuts[0]!
  const needed = request.values.length + model.minimum(series) - series.values.length
  return failure('TOO_LITTLE_DATA', `${request.model} needs about ${needed} values`, {
    steps: request.values.length,
    needed,
  })
}

const explain = (models: readonly Model[], runs: readonly Run[]): SeriesForecast['explanations'] => {
  const told = runs.map((run) => [run.name, models.find(({ name }) => name === run.name)!.explain(run.state)])
  return Object.fromEntries(told) as SeriesForecast['explanations']
}

const latestOf = ({ cuts }: Plan, run: Run): SeriesForecast['latest'] => {
  const guess = run.guesses.at(-1)
  return guess ? { guess: Array.from(guess), truth: Array.from(cuts.at(-1)!.truth) } : null
}

const rehearsalsOf = (plan: Plan, run: Run): Rehearsal[] =>
  validationOf(plan).flatMap((index) => {
    const guess = run.guesses[index]
    const fromEnd = plan.history.values.length - plan.cuts[index]!.origin
    return guess ? [{ guess: Array.from(guess), fromEnd }] : []
  })

/** Best ones first; those that took part in fewer test origins are compared on these. */
function leaderboardOf(plan: Plan, runs: readonly Run[]): Standing[] {
  const baseline = baselineOf(runs)
  return runs
    .map((run) => ({ run, error: comparable(plan, run, baseline, testsOf(plan), scaledError) }))
    .sort((a, b) => a.error - b.error)
    .map(({ run }) => standing(plan, run, baseline))
}

/** Runs the models over the plan and picks one. Null: stopped. */
async function compare(
  request: ForecastRequest,
  plan: Plan,
  models: readonly Model[],
  work: Work,
): Promise<Made | null> {
  const combined = request.model === 'auto' || request.model === 'ensemble'
  const outcomes = await runTournament(models, plan, work, combined)
  if (!outcomes) return null
  const { runs, cutShort } = outcomes
  const ensemble = ensembleOf(plan, runs)
  const all: readonly Run[] = combined ? [...runs, ensemble] : runs
  const { run, reason } =
    request.model === 'auto'
      ? chooseRun(plan, all)
      : { run: all.find(({ name }) => name === request.model)!, reason: { code: 'ASKED_FOR' } as const }
  const misses = missesOf(plan, run.guesses)
  const spread = plan.whole.spread
  const { validation, test, horizon } = plan.origins
  return {
    model: run.name,
    reason,
    point: run.final!,
    width: (level) => intervalWidths(misses, level, plan.horizon).map((width, i) => width * spread[i]!),
    totalWidth: (level) => totalWidth(plan, run.guesses, level),
    leaderboard: leaderboardOf(plan, all),
    latest: latestOf(plan, run),
    rehearsals: rehearsalsOf(plan, run),
    backtest: { validation: validation.length, test: test.length, horizon },
    cutShort,
    explanations: {
      ...explain(models, runs),
      ...(run.name === 'ensemble'
        ? {
            ensemble: {
              members: ensemble.members.join(' '),
              combination: ensemble.combination,
              ...ensemble.weights,
            },
          }
        : {}),
    },
  }
}

const constant = (history: History, horizon: number): Made => ({
  model: 'seasonal_naive',
  reason: { code: 'CONSTANT' },
  point: new Float64Array(horizon).fill(history.values[0]!),
  width: () => new Float64Array(horizon),
})

/**
 * Forecast of one series with intervals, a leaderboard and the reason of the choice. Failures: VALIDATION,
 * TOO_LITTLE_DATA (fewer than 2 values, or fewer than the model that was asked for needs), CANCELLED.
 */
export async function forecastSeries(
  request: ForecastRequest,
  models: readonly Model[],
  work: Work,
): Promise<Outcome<SeriesForecast>> {
  const wrong = invalid(request)
  if (wrong) return wrong
  const { horizon, seed } = request
  const history = fromFirstSale(request)
  const steps = history.values.length
  const values = Array.from(request.values)
  if (values.every((value) => value === values[0]))
    return success(answer(request, request, constant(request, horizon)))
  const needed = fewestSteps(history)
  if (steps < needed) {
    const simple = await simpleForecast(steps < 2 ? request : history, horizon)
    const reason: Reason = { code: 'TOO_LITTLE_DATA', steps, needed }
    return success(answer(request, steps < 2 ? request : history, { ...simple, reason }))
  }
  const origins = planOrigins(steps, horizon, history.frequency)
  const season = workingSeason({ ...history, values: Array.from(history.values).slice(0, origins.test[0]) })
  const bare = makePlan(history, origins, horizon, season, seed)
  const { plan, calendar } = await withCalendar(bare, request.holidays, work)
  const usable = modelsFor(request, plan, models)
  const asked = request.model !== 'auto' && request.model !== 'ensemble'
  if (asked && !usable.some(({ name }) => name === request.model)) return tooShortFor(request, plan, models)
  const made = await compare(request, plan, usable, work)
  return made
    ? success(answer(request, history, { ...made, calendar }))
    : failure('CANCELLED', 'stopped while forecasting')
}
