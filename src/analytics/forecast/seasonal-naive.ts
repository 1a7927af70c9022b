import { asModel, type Model, type Series } from './model.ts'

interface State {
  readonly last: Float64Array
}

/** The last season again and again (the last value, where there is no season): the rule that others must beat. */
const model: Model<State> = {
  name: 'seasonal_naive',
  cost: { whole: 1, update: 1 },
  minimum: () => 1,
  fit: (series: Series) => ({ last: series.raw.slice(-Math.min(series.season, series.raw.length)) }),
  predict: ({ last }, ahead) => Float64Array.from(ahead.positions, (_, step) => last[step % last.length]!),
  explain: ({ last }) => ({ season: last.length }),
}

export const seasonalNaive = asModel(model)
