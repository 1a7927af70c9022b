import { growForest, predictForest, type Forest } from '../trees/forest.ts'
import { importance } from '../trees/shap.ts'
import { asModel } from './model.ts'
import { tableModel } from './table-model.ts'

/** Random forest on lag, rolling, calendar and regressor features; own trees. */
export const randomForest = asModel(
  tableModel<Forest>({
    name: 'random_forest',
    cost: { whole: 450, update: 6 },
    learn: (columns, target, seed) =>
      growForest(columns, target, { trees: 40, leastRows: 6, depth: 12, bins: 32, featureShare: 0.4, seed }),
    say: predictForest,
    explain: (fitted, names) => ({
      trees: fitted.trees.length,
      out_of_bag_r2: fitted.outOfBag ?? 0,
      ...Object.fromEntries(
        Array.from(importance(fitted.trees, fitted.features), (share, i) => [`gain_${names[i]}`, share]),
      ),
    }),
  }),
)
