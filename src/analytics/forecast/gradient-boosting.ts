import { boostTrees, predictBoosted, type Boosted } from '../trees/boost.ts'
import { explainAnswer } from '../trees/shap.ts'
import { asModel } from './model.ts'
import { tableModel } from './table-model.ts'

const ROWS_EXPLAINED = 20

/** Mean absolute Shapley value of each column over some rows, in shares of the level. */
function effectsOf(fitted: Boosted, columns: readonly Float64Array[]): number[] {
  const rows = Math.min(ROWS_EXPLAINED, columns[0]?.length ?? 0)
  const sums = new Float64Array(columns.length)
  for (let row = 0; row < rows; row++)
    explainAnswer(
      fitted,
      columns.map((column) => column[row]!),
    ).effects.forEach((effect, i) => (sums[i]! += Math.abs(effect) / rows))
  return Array.from(sums)
}

/** Gradient boosting on lag, rolling, calendar and regressor features; own histogram trees. */
export const gradientBoosting = asModel(
  tableModel<Boosted>({
    name: 'gradient_boosting',
    cost: { whole: 400, update: 2 },
    learn(columns, target, seed) {
      const rows = target.length
      return boostTrees(columns, target, {
        trees: 120,
        learningRate: 0.06,
        depth: 5,
        leaves: 16,
        leastRows: Math.max(5, Math.min(20, Math.floor(rows / 40))),
        bins: 48,
        rowShare: 0.8,
        featureShare: 0.8,
        seed,
      })
    },
    say: predictBoosted,
    explain: (fitted, names, columns) => ({
      trees: fitted.trees.length,
      ...Object.fromEntries(effectsOf(fitted, columns).map((effect, i) => [`effect_${names[i]}`, effect])),
    }),
  }),
)
