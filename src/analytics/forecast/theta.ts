import { asModel, type Model, type Series } from './model.ts'
import { fitTheta, predictTheta, type ThetaState } from './theta-fit.ts'

/** Steps that are looked at. */
const KEPT = 1500

/**
 * The Theta method (Assimakopoulos and Nikolopoulos, 2000) as R's `thetaf` computes it: classical decomposition
 * where the season shows, multiplicative for positive values and additive otherwise.
 */
const model: Model<ThetaState> = {
  name: 'theta',
  cost: { whole: 5, update: 4 },
  minimum: () => 4,
  fit: (series: Series) => fitTheta(series.values.slice(-KEPT), series.longSeason || series.season),
  predict: (state, ahead) => predictTheta(state, ahead.positions.length),
  explain: ({ alpha, slope, kind, effects }) => ({ alpha, slope, kind, season: effects.length }),
}

export const theta = asModel(model)
