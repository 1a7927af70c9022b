import { describe, expect, it } from 'vitest'
import { seeded } from '../forecast/statistics.ts'
import { binColumns } from './bins.ts'
import { boostTrees, chanceOf, predictBoosted } from './boost.ts'
import { growForest, predictForest } from './forest.ts'

/** Friedman's first function (1991) with noise of deviation 1; `count` features of which five matter. */
function friedman(rows: number, count: number, seed: number) {
  const random = seeded(seed)
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const columns = Array.from({ length: count }, () => Float64Array.from({ length: rows }, () => random()))
  const [a, b, c, d, e] = columns
  const target = a!.map(
    (value, i) =>
      10 * Math.sin(Math.PI * value * b![i]!) +
      20 * (c![i]! - 0.5) ** 2 +
      10 * d![i]! +
      5 * e![i]! +
      normal(),
  )
  return { columns, target }
}
const rmse = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.sqrt(Array.from(a, (value, i) => (value - b[i]!) ** 2).reduce((sum, x) => sum + x, 0) / a.length)

describe('bins', () => {
  it('parts distinct values at their midpoints and keeps the unknown apart', () => {
    const { bins, edges } = binColumns([[3, 1, NaN, 3, 2]])
    expect(Array.from(edges[0]!)).toEqual([1.5, 2.5])
    expect(Array.from(bins[0]!)).toEqual([3, 1, 0, 3, 2])
  })

  it('holds about equally many rows each when values are many', () => {
    const { bins, edges } = binColumns([Float64Array.from({ length: 1000 }, (_, i) => i ** 3)], 10)
    expect(edges[0]).toHaveLength(9)
    for (let bin = 1; bin <= 10; bin++)
      expect(bins[0]!.filter((one) => one === bin).length).toBeGreaterThanOrEqual(99)
  })
})

it('boosting is as good on Friedman 1 as scikit-learn on 1,000 rows (1.51 … 1.52)', () => {
  const train = friedman(1000, 20, 1)
  const test = friedman(2000, 20, 2)
  const model = boostTrees(train.columns, train.target, { trees: 100, leastRows: 20, l2: 0 })
  expect(rmse(predictBoosted(model, test.columns), test.target)).toBeLessThan(1.6)
})

it('a forest is worse there, as it should be, but far better than the mean', () => {
  const train = friedman(1000, 20, 1)
  const test = friedman(2000, 20, 2)
  const forest = growForest(train.columns, train.target, { trees: 50 })
  expect(rmse(predictForest(forest, test.columns), test.target)).toBeLessThan(2.4)
  expect(forest.outOfBag!).toBeGreaterThan(0.7)
})

it('learns chances that are calibrated', () => {
  const random = seeded(4)
  const x = Float64Array.from({ length: 4000 }, () => 4 * random() - 2)
  const label = x.map((value) => (random() < chanceOf(2 * value) ? 1 : 0))
  const held = Array.from({ length: 800 }, (_, i) => 5 * i)
  const model = boostTrees([x], label, { loss: 'logistic', trees: 300, held, patience: 10 })
  expect(model.trees.length).toBeLessThan(300)
  const said = predictBoosted(model, [[-1.5, -0.5, 0.5, 1.5]]).map(chanceOf)
  ;[-1.5, -0.5, 0.5, 1.5].forEach((value, i) =>
    expect(Math.abs(said[i]! - chanceOf(2 * value))).toBeLessThan(0.1),
  )
})

it('early stopping looks at the held rows only to stop', () => {
  const { columns, target } = friedman(400, 6, 3)
  const held = [1, 50, 99, 200, 301]
  const wild = target.map((value, row) => (held.includes(row) ? 1.5 * value : value))
  const one = boostTrees(columns, target, { trees: 5, held, patience: 50 })
  const two = boostTrees(columns, wild, { trees: 5, held, patience: 50 })
  expect(two.trees[0]).toEqual(one.trees[0])
})

it('repeats exactly with a seed and differs with another', () => {
  const { columns, target } = friedman(300, 8, 5)
  const options = { trees: 10, rowShare: 0.7, featureShare: 0.5 }
  const [one, two, three] = [42, 42, 43].map((seed) => boostTrees(columns, target, { ...options, seed }))
  expect(two).toEqual(one)
  expect(three).not.toEqual(one)
  expect(growForest(columns, target, { trees: 4 })).toEqual(growForest(columns, target, { trees: 4 }))
})

it('what is not known goes its own way', () => {
  const x = Float64Array.from({ length: 200 }, (_, i) => (i % 4 === 0 ? NaN : i % 4))
  const target = x.map((value) => (Number.isNaN(value) ? 9 : value))
  const model = boostTrees([x], target, { trees: 80, leastRows: 5, learningRate: 0.3, l2: 0 })
  const said = predictBoosted(model, [[NaN, 1, 2, 3]])
  ;[9, 1, 2, 3].forEach((value, i) => expect(said[i]!).toBeCloseTo(value, 3))
})

it('scaling the target by 1,000 scales the answers; weights of 0 leave rows out', () => {
  const { columns, target } = friedman(300, 6, 6)
  const one = predictBoosted(boostTrees(columns, target, { trees: 20 }), columns)
  const many = predictBoosted(
    boostTrees(
      columns,
      target.map((value) => value * 1000),
      { trees: 20 },
    ),
    columns,
  )
  one.forEach((value, i) => expect(many[i]! / value).toBeCloseTo(1000, 3))
  const wild = target.map((value, i) => (i < 50 ? 1e6 : value))
  const weights = target.map((_, i) => (i < 50 ? 0 : 1))
  const spared = predictBoosted(boostTrees(columns, wild, { trees: 20, weights }), columns)
  expect(Math.max(...spared)).toBeLessThan(40)
})

it.each([[0], [1], [3]])('%d rows: a number, never NaN', (rows) => {
  const columns = [Float64Array.from({ length: rows }, (_, i) => i)]
  const target = columns[0]!.map((value) => value * 2)
  expect(boostTrees(columns, target).trees).toEqual([])
  expect(Number.isFinite(predictBoosted(boostTrees(columns, target), [[5]])[0]!)).toBe(true)
  expect(predictForest(growForest(columns, target), [[5]])).toHaveLength(1)
  expect(Number.isNaN(predictForest(growForest(columns, target), [[5]])[0]!)).toBe(false)
})
