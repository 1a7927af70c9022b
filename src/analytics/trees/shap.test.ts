import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { seeded } from '../forecast/statistics.ts'
import { boostTrees, predictBoosted } from './boost.ts'
import { growForest, predictForest } from './forest.ts'
import { explainAnswer, importance } from './shap.ts'
import type { Tree } from './tree.ts'

const PATH = '../shared/fixtures/trees_shap.json'
interface Fixture {
  tree: Record<'left' | 'right' | 'feature' | 'threshold' | 'value' | 'n', number[]>
  shap_cases: { x: number[]; phi: number[]; base: number; pred: number }[]
}

describe.skipIf(!existsSync(PATH))('exact Shapley values of a stored tree (fixtures/trees_shap.json)', () => {
  const { tree, shap_cases } = existsSync(PATH)
    ? (JSON.parse(readFileSync(PATH, 'utf8')) as Fixture)
    : ({ shap_cases: [] } as unknown as Fixture)
  it.each(shap_cases)('$x', ({ x, phi, base, pred }) => {
    const own: Tree = {
      feature: Int32Array.from(tree.feature),
      threshold: Float64Array.from(tree.threshold),
      left: Int32Array.from(tree.left),
      right: Int32Array.from(tree.right),
      value: Float64Array.from(tree.value),
      cover: Float64Array.from(tree.n),
      gain: new Float64Array(tree.n.length),
    }
    const told = explainAnswer({ trees: [own], features: 3, outOfBag: null }, x)
    expect(told.base).toBeCloseTo(base, 9)
    phi.forEach((value, i) => expect(told.effects[i]).toBeCloseTo(value, 9))
    expect(told.base + told.effects.reduce((sum, value) => sum + value, 0)).toBeCloseTo(pred, 9)
  })
})

const random = seeded(8)
const columns = Array.from({ length: 4 }, () => Float64Array.from({ length: 300 }, () => random()))
const target = columns[0]!.map((value, i) => 3 * value + (columns[1]![i]! > 0.5 ? 2 : 0) + 0.1 * random())
const rowOf = (row: number): number[] => columns.map((column) => column[row]!)

it('effects of boosted trees and of a forest add up to the answer', () => {
  const boosted = boostTrees(columns, target, { trees: 40, depth: 5, leastRows: 5 })
  const forest = growForest(columns, target, { trees: 15 })
  for (const row of [0, 7, 120]) {
    const one = explainAnswer(boosted, rowOf(row))
    const two = explainAnswer(forest, rowOf(row))
    const sum = (effects: Float64Array): number => effects.reduce((total, value) => total + value, 0)
    expect(one.base + sum(one.effects)).toBeCloseTo(predictBoosted(boosted, columns)[row]!, 8)
    expect(two.base + sum(two.effects)).toBeCloseTo(predictForest(forest, columns)[row]!, 8)
  }
})

it('a feature that plays no part has next to no effect', () => {
  const boosted = boostTrees(columns, target, { trees: 40, depth: 3 })
  const [first, second, third, fourth] = importance(boosted.trees, 4)
  expect(first! + second!).toBeGreaterThan(0.98)
  expect(third! + fourth!).toBeLessThan(0.02)
})
