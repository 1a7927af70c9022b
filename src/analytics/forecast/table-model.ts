import {
  aheadTable,
  featureNames,
  firstOrigin,
  planFeatures,
  trainingTable,
  type FeatureShape,
} from './features.ts'
import type { Cost, Explanation, FitContext, Model, ModelName, Series } from './model.ts'

/** A way to learn a number from columns (see `features.ts`): the core of a model on lag and calendar features. */
export interface TableLearner<Fitted> {
  readonly name: ModelName
  readonly cost: Cost
  learn(columns: readonly Float64Array[], target: Float64Array, seed: number): Fitted
  say(fitted: Fitted, columns: readonly Float64Array[]): Float64Array
  explain(fitted: Fitted, names: readonly string[], columns: readonly Float64Array[]): Explanation
}

export interface TableState<Fitted> {
  readonly shape: FeatureShape
  readonly fitted: Fitted
  readonly values: Float64Array
  /** What the learner says of its latest rows: the weight of each feature. */
  readonly told: Explanation
}

const MOST_ROWS = 3000
/** Steps of the past that are kept for the lags. */
const KEPT = 2000
const ROWS_LEAST = 24

const recent = (series: Series): Float64Array => {
  const values = series.regressors.length > 0 ? series.raw : series.values
  const season = series.longSeason || series.season
  const spare = Math.max(0, values.length - KEPT)
  return values.slice(Math.ceil(spare / season) * season)
}

const same = (a: FeatureShape, b: FeatureShape): boolean =>
  a.season === b.season && a.year === b.year && a.calendar === b.calendar && a.regressors === b.regressors

/**
 * Makes a forecasting model of a learner. Each row is a step seen from an origin up to the whole horizon before it,
 * so that all steps are said at once and no error feeds the next one. Between origins what was learned is kept.
 */
export const tableModel = <Fitted>(learner: TableLearner<Fitted>): Model<TableState<Fitted>> => ({
  name: learner.name,
  cost: learner.cost,
  minimum: (series) => firstOrigin(planFeatures(series)) + ROWS_LEAST,
  fit(series: Series, { effort, seed, horizon }: FitContext, previous?: TableState<Fitted>) {
    const values = recent(series)
    const shape = planFeatures(series)
    if (effort === 'update' && previous && same(previous.shape, shape)) return { ...previous, values }
    const cut = series.values.length - values.length
    const seen = {
      ...series,
      values,
      positions: series.positions.slice(cut),
      regressors: series.regressors.map((column) => column.slice(cut)),
    }
    const table = trainingTable(seen, shape, { horizon, most: MOST_ROWS, seed })
    const fitted = learner.learn(table.columns, table.target, seed)
    const last = table.columns.map((column) => column.slice(0, 200))
    return { shape, fitted, values, told: learner.explain(fitted, featureNames(shape), last) }
  },
  predict({ shape, fitted, values }, ahead) {
    const { columns, levels } = aheadTable(values, shape, ahead)
    return learner.say(fitted, columns).map((share, row) => share * levels[row]!)
  },
  explain: ({ told }) => told,
})
