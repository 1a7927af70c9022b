import type { History } from './history.ts'
import { naiveScale, type Trial } from './metrics.ts'
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

/** The forecasts of one model from all origins, and from the end of the history (last). */
export interface Run {
  readonly name: ModelName
  readonly guesses: readonly Float64Array[]
  readonly final: Float64Array
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
  readonly origins: Origins
  readonly cuts: readonly Cut[]
  readonly whole: Cut
  readonly horizon: number
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
  return {
    history,
    origins,
    cuts,
    whole: cutAt(history, history.values.length, horizon, season),
    horizon,
    seed,
  }
}

/**
 * Fits a model at every origin and at the end. Its own choices are made anew at the first validation origin, at the
 * first test origin and at the end; in between they are kept and only brought up to date. Null: stopped.
 */
export async function runModel(model: Model, plan: Plan, work: Work): Promise<Run | null> {
  const begin = work.now()
  const guesses: Float64Array[] = []
  let state: unknown
  const { cuts, origins, history, horizon, seed } = plan
  const pause = (): Promise<boolean> => work.pause(model.name)
  for (const [index, cut] of [...cuts, plan.whole].entries()) {
    const last = index === cuts.length
    const full = last || index === 0 || index === origins.validation.length
    const context: FitContext = { seed, horizon, effort: full ? 'full' : 'update', pause }
    state = await model.fit(cut.series, context, state)
    if (await pause()) return null
    guesses.push(await forecastFrom(model, state, history, cut, last ? horizon : origins.horizon))
  }
  const final = guesses.pop()!
  return { name: model.name, guesses, final, state, seconds: (work.now() - begin) / 1000 }
}

/** The trials of a run at the origins from index `from` to `to`. */
export const trialsOf = (plan: Plan, guesses: readonly Float64Array[], from: number, to: number): Trial[] =>
  plan.cuts
    .slice(from, to)
    .map((cut, i) => ({ guess: guesses[from + i]!, truth: cut.truth, scale: cut.scale }))

/** Errors by step and origin in units of the usual change: what intervals are calibrated on. */
export const missesOf = (plan: Plan, guesses: readonly Float64Array[]): Float64Array[] =>
  plan.cuts.map((cut, i) =>
    cut.truth.map((truth, step) =>
      cut.spread[step]! > 0 ? Math.abs(truth - guesses[i]![step]!) / cut.spread[step]! : NaN,
    ),
  )
