import type { History } from './history.ts'
import { demandClass, type DemandClass } from './intermittent.ts'
import { naiveScale } from './metrics.ts'
import type { FitContext, Model, ModelName, Series } from './model.ts'
import type { Origins } from './origins.ts'
import { prepare, stepsAhead, type Prepared } from './prepare.ts'

/** What a forecast needs from where it runs. */
export interface Work {
  /** Called between pieces of work; answers true when it shall stop. */
  pause(phase: string): Promise<boolean>
  /** Milliseconds from any start, for the times on the leaderboard. */
  now(): number
}

/** The history as it stood at one origin. */
export interface Cut extends Prepared {
  readonly origin: number
  readonly truth: Float64Array
  readonly scale: number
  /** Usual size of change at each of the next steps; 0 on closed steps. */
  readonly spread: Float64Array
}

/** The forecasts of one model from the origins, and from the end of the history. */
export interface Run {
  readonly name: ModelName
  /** By origin; null where it was left out: too far behind the others, or too slow for the time there is. */
  readonly guesses: readonly (Float64Array | null)[]
  /** Null: it was dropped after the first validation origins. */
  readonly final: Float64Array | null
  readonly state: unknown
  readonly seconds: number
}

/**
 * Usual change of each of the next `horizon` steps: mean absolute seasonal difference at its phase over the last
 * 12 seasons, drawn towards that of all phases; 0 on closed steps.
 */
function usualChange(prepared: Prepared, length: number, horizon: number): Float64Array {
  const { series, closed } = prepared
  const { raw, season } = series
  const lag = raw.length > season ? season : 1
  const from = Math.max(lag, raw.length - 12 * Math.max(season, 4))
  const sums = new Float64Array(season)
  const counts = new Float64Array(season)
  let all = 0
  for (let i = from; i < raw.length; i++) {
    const change = Math.abs(raw[i]! - raw[i - lag]!)
    sums[i % season]! += change
    counts[i % season]! += 1
    all += change
  }
  const overall = raw.length > from ? all / (raw.length - from) : Math.abs(raw[0] ?? 0)
  let open = raw.length
  return Float64Array.from({ length: horizon }, (_, step) => {
    if (closed[(length + step) % closed.length]) return 0
    const phase = open++ % season
    return (sums[phase]! + 6 * overall) / (counts[phase]! + 6)
  })
}

function cutAt(history: History, origin: number, horizon: number, season: number): Cut {
  const prepared = prepare(history, origin)
  const end = Math.min(history.values.length, origin + horizon)
  const truth = Float64Array.from({ length: end - origin }, (_, i) => history.values[origin + i]!)
  return {
    ...prepared,
    origin,
    truth,
    scale: naiveScale(history.values, origin, season),
    spread: usualChange(prepared, origin, horizon),
  }
}

/** Forecast of all steps: closed ones are 0, and nothing is negative where the history never is. */
async function forecastFrom(model: Model, state: unknown, history: History, cut: Cut, horizon: number) {
  const ahead = stepsAhead(history, cut.closed, cut.origin, horizon)
  const open = await model.predict(state, ahead)
  const result = new Float64Array(horizon)
  ahead.positions.forEach((position, i) => {
    const value = Number.isFinite(open[i]!) ? open[i]! : (cut.series.raw.at(-1) ?? 0)
    result[position - cut.origin] = cut.series.nonNegative ? Math.max(0, value) : value
  })
  return bounded(result, cut.series)
}

/** Forecasts that leave the range of the history by more than three times its width are runaways of a model: they are held there. */
const bounded = (values: Float64Array, series: Series): Float64Array => {
  const low = series.raw.reduce((a, b) => Math.min(a, b), Infinity)
  const high = series.raw.reduce((a, b) => Math.max(a, b), -Infinity)
  const margin = 3 * (high - low)
  return values.map((value) => (value === 0 ? 0 : Math.min(high + margin, Math.max(low - margin, value))))
}

export interface Plan {
  readonly history: History
  readonly demand: DemandClass
  readonly origins: Origins
  readonly cuts: readonly Cut[]
  readonly whole: Cut
  readonly horizon: number
  /** Season in observed steps. */
  readonly season: number
  readonly seed: number
}

/** Cuts the history at every origin and at its end. */
export function makePlan(
  history: History,
  origins: Origins,
  horizon: number,
  season: number,
  seed: number,
): Plan {
  const at = [...origins.validation, ...origins.test]
  const cuts = at.map((origin) => cutAt(history, origin, origins.horizon, season))
  const seen = Array.from(history.values).slice(0, origins.test[0])
  return {
    history,
    demand: demandClass(seen),
    origins,
    cuts,
    whole: cutAt(history, history.values.length, horizon, season),
    horizon,
    season,
    seed,
  }
}

/** The validation origins of the first round: the first, the middle and the last. */
export function firstRound({ origins }: Plan): number[] {
  const last = origins.validation.length - 1
  return [...new Set([0, last >> 1, last])]
}

/** The latest origin at which a model may begin: the middle one of the first round. */
const latestStart = (plan: Plan): number => firstRound(plan).at(-2) ?? 0

/** The first origin at which there is enough for a model, of the first and the middle one; null: at neither. */
export function firstIndex(model: Model, plan: Plan): number | null {
  const enough = (index: number): boolean => {
    const { series } = plan.cuts[index]!
    return series.values.length >= model.minimum(series)
  }
  return [0, latestStart(plan)].find(enough) ?? null
}

/** A model on its way through the origins. */
export interface Trying {
  readonly model: Model
  /** The origin at which it begins. */
  readonly from: number
  readonly guesses: (Float64Array | null)[]
  /** Its state at the earliest origin, from which any later one is reached. */
  first: unknown
  state: unknown
  seconds: number
  fits: number
}

export const tryModel = (model: Model, plan: Plan): Trying => ({
  model,
  from: firstIndex(model, plan) ?? 0,
  guesses: plan.cuts.map(() => null),
  first: undefined,
  state: undefined,
  seconds: 0,
  fits: 0,
})

/** Fits a model at one origin (`cuts.length`: at the end) and keeps what it says. False: stopped. */
async function advance(
  trying: Trying,
  plan: Plan,
  work: Work,
  index: number,
  full: boolean,
): Promise<boolean> {
  const { model } = trying
  const { cuts, origins, history, horizon, seed } = plan
  const begin = work.now()
  const last = index === cuts.length
  const cut = last ? plan.whole : cuts[index]!
  const pause = (): Promise<boolean> => work.pause(model.name)
  const context: FitContext = { seed, origin: cut.origin, horizon, effort: full ? 'full' : 'update', pause }
  trying.state = await model.fit(cut.series, context, trying.state)
  if (await pause()) return false
  const guess = await forecastFrom(model, trying.state, history, cut, last ? horizon : origins.horizon)
  trying.guesses[index] = guess
  trying.seconds += (work.now() - begin) / 1000
  trying.fits += 1
  return true
}

/** Lets a model forecast from the origins of the first round. False: stopped. */
export async function runFirstRound(trying: Trying, plan: Plan, work: Work): Promise<boolean> {
  const { from } = trying
  for (const index of firstRound(plan).filter((one) => one >= from)) {
    if (!(await advance(trying, plan, work, index, index === from))) return false
    if (index === from) trying.first = trying.state
  }
  return true
}

/** How far the rest of the backtest goes. */
export type Rest = 'all' | 'quick' | 'dropped'

const finished = (trying: Trying, plan: Plan, final: boolean): Run => ({
  name: trying.model.name,
  guesses: trying.guesses.slice(0, plan.cuts.length),
  final: final ? trying.guesses[plan.cuts.length]! : null,
  state: trying.state,
  seconds: trying.seconds,
})

/**
 * The other origins. Choices of a model are made anew at the first test origin and at the end; in between they are
 * kept and only brought up to date. `quick` leaves out the rest of the validation origins and all test origins but the
 * last; `dropped` the end as well. Null: stopped.
 */
export async function runRest(trying: Trying, plan: Plan, work: Work, rest: Rest): Promise<Run | null> {
  const { cuts, origins } = plan
  const validations = origins.validation.length
  const indices =
    rest === 'all'
      ? cuts.map((_, index) => index).filter((index) => index >= trying.from && !trying.guesses[index])
      : [cuts.length - 1]
  const latest = trying.state
  trying.state = trying.first
  for (const index of indices) {
    if (index >= validations && trying.state === trying.first) trying.state = latest
    const full = rest === 'all' && index === validations
    if (!(await advance(trying, plan, work, index, full))) return null
  }
  if (rest === 'dropped') return finished(trying, plan, false)
  return (await advance(trying, plan, work, cuts.length, true)) ? finished(trying, plan, true) : null
}
