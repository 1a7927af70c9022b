import { designRows, planDesign, type Design } from './harmonic-design.ts'
import { asModel, type Ahead, type FitContext, type Model, type Series } from './model.ts'
import { normalEquations, ridge } from './solve.ts'
import { autocorrelation } from './statistics.ts'

interface Choice {
  readonly trend: 'none' | 'line' | 'knots'
  readonly log: boolean
  readonly penalty: number
  /** Open steps after which an observation counts half; 0: all count alike. */
  readonly halfLife: number
  /** What of the latest errors goes on: nothing, their mean over two seasons, or the last one as it fades by its autocorrelation. */
  readonly carry: 'none' | 'level' | 'last'
}

interface State {
  readonly choice: Choice
  readonly design: Design
  readonly weights: Float64Array
  /** Latest error on the scale of the fit, and the share of it that is left one step later. */
  readonly drift: number
  readonly fade: number
  /** Value that stands for 1 before the logarithm is taken. */
  readonly unit: number
}

const KEPT = 3000
const LEVEL_FADE = 0.98

const cut = (series: Series, from: number, to: number): Series => ({
  ...series,
  values: series.values.slice(from, to),
  raw: series.raw.slice(from, to),
  positions: series.positions.slice(from, to),
  regressors: series.regressors.map((column) => column.slice(from, to)),
})

const unitOf = (series: Series): number => {
  const size = series.values.reduce((sum, value) => sum + Math.abs(value), 0) / series.values.length
  return size > 0 ? size / 100 : 1
}

const solveFor = (series: Series, choice: Choice): State => {
  const design = planDesign(series, choice)
  const unit = unitOf(series)
  const target = choice.log
    ? series.values.map((value) => Math.log1p(Math.max(0, value) / unit))
    : series.values
  const rows = designRows(design, series, 0)
  const n = target.length
  const weight = choice.halfLife ? (row: number) => 0.5 ** ((n - 1 - row) / choice.halfLife) : () => 1
  const normal = normalEquations(rows, design.columns, target, weight)
  const weights = ridge(
    normal,
    design.penalty.map((share) => share * choice.penalty + 1e-9),
  )
  const rest = target.map((value, row) => value - dot(rows, row, weights))
  return { choice, design, weights, unit, ...carried(rest, choice.carry, Math.max(2 * series.season, 7)) }
}

/** What is carried on of the errors of a fit. */
function carried(rest: Float64Array, carry: Choice['carry'], span: number): { drift: number; fade: number } {
  const n = rest.length
  if (carry === 'none') return { drift: 0, fade: 0 }
  if (carry === 'last') {
    const recent = rest.slice(-Math.max(50, 4 * span))
    const fade = Math.min(0.999, Math.max(0, autocorrelation(recent, 1)[0]!))
    return { drift: rest[n - 1]! * fade, fade }
  }
  let drift = 0
  let total = 0
  for (let row = Math.max(0, n - 3 * span); row < n; row++) {
    const share = 0.5 ** ((n - 1 - row) / span)
    drift += share * rest[row]!
    total += share
  }
  return { drift: drift / total, fade: LEVEL_FADE }
}

const dot = (rows: Float64Array, row: number, weights: Float64Array): number => {
  let sum = 0
  const at = row * weights.length
  for (let i = 0; i < weights.length; i++) sum += rows[at + i]! * weights[i]!
  return sum
}

const predictFrom = (state: State, ahead: Ahead): Float64Array => {
  const { choice, design, weights, drift, fade, unit } = state
  const rows = designRows(design, ahead, design.count)
  return Float64Array.from(ahead.positions, (_, row) => {
    const value = dot(rows, row, weights) + drift * fade ** row
    return choice.log ? Math.expm1(Math.min(value, 50)) * unit : value
  })
}

const grid = (series: Series): Choice[] => {
  const n = series.values.length
  const season = Math.max(series.season, 4)
  const short = Math.min(n, 8 * season)
  const choices: Choice[] = []
  for (const log of series.nonNegative ? [false, true] : [false])
    for (const trend of ['none', 'line', 'knots'] as const)
      for (const halfLife of short < n ? [0, n / 3, short] : [0])
        for (const penalty of [0.3, 3, 30])
          for (const carry of ['none', 'level', 'last'] as const)
            choices.push({ trend, log, penalty, halfLife, carry })
  return choices
}

/** Absolute error of a choice over the last third of the series, forecast from three origins inside it. */
const validate = (series: Series, choice: Choice): number => {
  const n = series.values.length
  const length = Math.max(1, Math.min(Math.floor(n / 8), 3 * Math.max(series.season, 4)))
  let error = 0
  for (let fold = 3; fold >= 1; fold--) {
    const origin = n - fold * length
    const state = solveFor(cut(series, 0, origin), choice)
    const part = cut(series, origin, origin + length)
    const guess = predictFrom(state, part)
    for (let i = 0; i < length; i++) error += Math.abs(guess[i]! - part.values[i]!)
  }
  return Number.isFinite(error) ? error : Infinity
}

/** Coordinate search over the choices: a full grid would take a hundred fits. */
async function choose(series: Series, context: FitContext): Promise<Choice> {
  const all = grid(series)
  let best = all.find((choice) => choice.trend === 'line' && choice.penalty === 3)!
  let error = validate(series, best)
  for (const part of ['halfLife', 'carry', 'log', 'trend', 'penalty'] as const) {
    const options = all.filter((option) =>
      Object.entries(option).every(([key, value]) => key === part || value === best[key as keyof Choice]),
    )
    for (const option of options) {
      if (option[part] === best[part]) continue
      const tried = validate(series, option)
      if (tried < error * 0.995) {
        best = option
        error = tried
      }
    }
    if (await context.pause()) return best
  }
  return best
}

/**
 * Ridge regression on phases of the season (and hours of the week), yearly waves, a trend that may bend and that
 * fades after the history, and known regressors; with recency weights and the latest error level carried on.
 * With regressors the values are taken as observed: what looks like a spike may be what a regressor explains.
 * Penalty, trend, logarithm, weights and carry are chosen on origins inside the series that `fit` is given.
 */
const model: Model<State> = {
  name: 'harmonic',
  cost: { whole: 80, update: 2 },
  minimum: (series) => Math.max(8, 2 * series.season),
  async fit(series, context, previous) {
    const from = Math.max(0, series.values.length - KEPT)
    const seen = series.regressors.length > 0 ? { ...series, values: series.raw } : series
    const recent = cut(seen, from, series.values.length)
    const keep = context.effort === 'update' && previous
    const choice = keep ? previous.choice : await choose(recent, context)
    return solveFor(recent, choice.log && !series.nonNegative ? { ...choice, log: false } : choice)
  },
  predict: predictFrom,
  explain: ({ choice, design }) => ({ ...choice, waves: design.waves, regressors: design.regressors }),
}

export const harmonic = asModel(model)
