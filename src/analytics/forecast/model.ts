import type { Frequency } from './history.ts'

/** Names under which models are asked for and shown; `auto` chooses among them. */
export const MODEL_NAMES = [
  'seasonal_naive',
  'weekday_median',
  'last_year',
  'ets',
  'theta',
  'autoregression',
  'harmonic',
  'mstl',
  'prophet',
  'linear_regression',
  'random_forest',
  'gradient_boosting',
  'croston',
  'sba',
  'tsb',
  'adida',
  'neural',
  'global_network',
  'ensemble',
] as const
export type ModelName = (typeof MODEL_NAMES)[number]

/** Those that one series alone can ask for: the network of all products needs the others. */
export const SERIES_MODELS = MODEL_NAMES.filter((name) => name !== 'global_network')

/** A series made ready for models (see `prepare`): steps on which the shop is always closed are taken out. */
export interface Series {
  /** One value per open step; spikes and one-off closures are evened out. */
  readonly values: Float64Array
  /** The same steps as they were observed. */
  readonly raw: Float64Array
  /** Where each open step stands in the observed series, counted from its start. */
  readonly positions: Int32Array
  /** Season in open steps (a week without its closed Saturday is 6); 1: none. */
  readonly season: number
  /** A longer season in open steps that has been seen at least three times (hours of a week: 168); 0: none. */
  readonly longSeason: number
  readonly frequency: Frequency
  /** No observed value is negative: then no forecast is. */
  readonly nonNegative: boolean
  /** One array per regressor, one value per open step. */
  readonly regressors: readonly Float64Array[]
}

/** The open steps that are asked for. */
export interface Ahead {
  readonly positions: Int32Array
  readonly regressors: readonly Float64Array[]
}

export interface FitContext {
  readonly seed: number
  /** Observed steps before the first one that is asked for; closed ones count. */
  readonly origin: number
  /** Steps that will be asked for: models that learn to look several steps ahead learn for these. */
  readonly horizon: number
  /** 'update': the series grew by some steps since `previous` was fitted; choices may be kept. */
  readonly effort: 'full' | 'update'
  /** Awaited between costly steps; answers true when the work shall stop (what is returned then is not used). */
  readonly pause: () => Promise<boolean>
}

/** What a fitted model can say of itself, as plain data. */
export type Explanation = Readonly<Record<string, number | string | boolean | readonly number[]>>

/**
 * Work of one fit and forecast per 1000 steps, anew and as an update: milliseconds, once measured with the bench of 730
 * days (Node 20, one core). Backtests are planned by these numbers and never by the clock.
 */
export interface Cost {
  readonly whole: number
  readonly update: number
}

/**
 * A way to forecast, as a plain object. `fit` sees only the series given; `predict` answers one value per
 * step of `ahead`, which begins right after the series. States are plain data: they can be stored and cloned.
 */
export interface Model<State = unknown> {
  readonly name: ModelName
  readonly cost: Cost
  /** Least number of steps from which it can learn anything. */
  minimum(series: Series): number
  fit(series: Series, context: FitContext, previous?: State): State | Promise<State>
  predict(state: State, ahead: Ahead): Float64Array | Promise<Float64Array>
  explain(state: State): Explanation
}

/** Forgets the type of a model's state, so that models fit in one table. */
export const asModel = <State>(model: Model<State>): Model => model as unknown as Model
