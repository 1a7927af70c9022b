import { boostTrees, chanceOf, predictBoosted } from '../../src/analytics/trees/boost.ts'
import { growForest, predictForest } from '../../src/analytics/trees/forest.ts'
import { explainAnswer } from '../../src/analytics/trees/shap.ts'
import { seeded } from '../../src/analytics/forecast/statistics.ts'
import type { Bench, Figure } from './bench.ts'

/** Friedman's first function (1991), 20 features of which 5 matter, noise of deviation 1: the best RMSE is 1. */
function friedman(rows: number, seed: number) {
  const random = seeded(seed)
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const columns = Array.from({ length: 20 }, () => Float64Array.from({ length: rows }, () => random()))
  const at = (column: number, row: number): number => columns[column]![row]!
  const target = Float64Array.from(
    { length: rows },
    (_, i) =>
      10 * Math.sin(Math.PI * at(0, i) * at(1, i)) +
      20 * (at(2, i) - 0.5) ** 2 +
      10 * at(3, i) +
      5 * at(4, i) +
      normal(),
  )
  return { columns, target }
}

const rmse = (said: Float64Array, truth: Float64Array): number =>
  Math.sqrt(said.reduce((sum, value, i) => sum + (value - truth[i]!) ** 2, 0) / said.length)

const timed = <Value>(make: () => Value): { value: Value; seconds: number } => {
  const begin = performance.now()
  const value = make()
  return { value, seconds: (performance.now() - begin) / 1000 }
}

function figuresFor(rows: number, reference: string): Figure[] {
  const train = friedman(rows, 1)
  const test = friedman(2000, 2)
  const boosted = timed(() => boostTrees(train.columns, train.target, { trees: 300 }))
  const forest = timed(() => growForest(train.columns, train.target, { trees: 50 }))
  const wrong = (said: Float64Array): number => rmse(said, test.target)
  return [
    {
      what: `boosting, 300 trees, ${rows} rows: RMSE`,
      value: wrong(predictBoosted(boosted.value, test.columns)),
      unit: '',
      note: `${boosted.seconds.toFixed(1)} s; ${reference}`,
    },
    {
      what: `forest, 50 trees, ${rows} rows: RMSE`,
      value: wrong(predictForest(forest.value, test.columns)),
      unit: '',
      note: `${forest.seconds.toFixed(1)} s, out-of-bag R² ${forest.value.outOfBag?.toFixed(3)}`,
    },
    {
      what: `one explanation of the forest, ${rows} rows`,
      value:
        1000 *
        timed(() =>
          explainAnswer(
            forest.value,
            test.columns.map((column) => column[0]!),
          ),
        ).seconds,
      unit: 'ms',
    },
  ]
}

function chances(): Figure {
  const random = seeded(3)
  const x = Float64Array.from({ length: 5000 }, () => 4 * random() - 2)
  const label = x.map((value) => (random() < chanceOf(2 * value) ? 1 : 0))
  const { value, seconds } = timed(() => boostTrees([x], label, { loss: 'logistic', trees: 60 }))
  const off = predictBoosted(value, [x]).map((odds, i) => Math.abs(chanceOf(odds) - chanceOf(2 * x[i]!)))
  return {
    what: 'logistic, 5,000 rows: mean error of the chance',
    value: off.reduce((a, b) => a + b, 0) / off.length,
    unit: '',
    note: `${seconds.toFixed(1)} s`,
  }
}

export const bench: Bench = {
  name: 'Trees (Friedman 1)',
  async run() {
    return [...figuresFor(1000, 'scikit-learn 1.505'), ...figuresFor(10_000, 'scikit-learn 1.156'), chances()]
  },
}
