import type { Boosted } from './boost.ts'
import type { Forest } from './forest.ts'
import { expectedValue, type Tree } from './tree.ts'

/** What each feature adds to one answer: `base` + the sum of `effects` is the answer. */
export interface Shapley {
  readonly base: number
  readonly effects: Float64Array
}

/** The features met on the way from the root, with the shares of subsets in which they are in or out. */
interface Path {
  readonly feature: number[]
  /** Share of rows that go this way when the feature is not known, and 1 or 0 when it is. */
  readonly zero: number[]
  readonly one: number[]
  readonly weight: number[]
}

const extend = (path: Path, zero: number, one: number, feature: number): Path => {
  const size = path.feature.length
  const next: Path = {
    feature: [...path.feature, feature],
    zero: [...path.zero, zero],
    one: [...path.one, one],
    weight: [...path.weight, size === 0 ? 1 : 0],
  }
  for (let i = size - 1; i >= 0; i--) {
    next.weight[i + 1]! += (one * next.weight[i]! * (i + 1)) / (size + 1)
    next.weight[i] = (zero * next.weight[i]! * (size - i)) / (size + 1)
  }
  return next
}

/** The path as if the feature at `index` had not been met. */
const unwind = (path: Path, index: number): Path => {
  const last = path.feature.length - 1
  const one = path.one[index]!
  const zero = path.zero[index]!
  const weight = path.weight.slice(0, last)
  let next = path.weight[last]!
  for (let i = last - 1; i >= 0; i--) {
    if (one !== 0) {
      const kept = weight[i]!
      weight[i] = (next * (last + 1)) / ((i + 1) * one)
      next = kept - (weight[i]! * zero * (last - i)) / (last + 1)
    } else weight[i] = (path.weight[i]! * (last + 1)) / (zero * (last - i))
  }
  const without = (values: readonly number[]): number[] => values.filter((_, i) => i !== index)
  return { feature: without(path.feature), zero: without(path.zero), one: without(path.one), weight }
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** Adds the exact Shapley values of one tree for one row (Lundberg et al. 2020, algorithm 2: path-dependent). */
function addShapley(tree: Tree, row: ArrayLike<number>, effects: Float64Array): void {
  const visit = (node: number, above: Path, zero: number, one: number, feature: number): void => {
    const path = extend(above, zero, one, feature)
    if (tree.left[node]! < 0) {
      for (let i = 1; i < path.feature.length; i++) {
        const share = sumOf(unwind(path, i).weight) * (path.one[i]! - path.zero[i]!)
        effects[path.feature[i]!]! += share * tree.value[node]!
      }
      return
    }
    const split = tree.feature[node]!
    const right = row[split]! > tree.threshold[node]!
    const met = path.feature.indexOf(split)
    const rest = met > 0 ? unwind(path, met) : path
    const [zeroBefore, oneBefore] = met > 0 ? [path.zero[met]!, path.one[met]!] : [1, 1]
    for (const child of [tree.left[node]!, tree.right[node]!]) {
      const hot = child === (right ? tree.right[node]! : tree.left[node]!)
      const share = tree.cover[child]! / tree.cover[node]!
      visit(child, rest, zeroBefore * share, hot ? oneBefore : 0, split)
    }
  }
  visit(0, { feature: [], zero: [], one: [], weight: [] }, 1, 1, -1)
}

/**
 * Why boosted trees or a forest say what they say of a row (one value per feature): exact path-dependent Shapley
 * values. Effects of a `logistic` model are log odds.
 */
export function explainAnswer(model: Boosted | Forest, row: ArrayLike<number>): Shapley {
  const effects = new Float64Array(model.features)
  for (const tree of model.trees) addShapley(tree, row, effects)
  const expected = sumOf(model.trees.map(expectedValue))
  if ('base' in model) return { base: model.base + expected, effects }
  const count = model.trees.length || 1
  return { base: expected / count, effects: effects.map((effect) => effect / count) }
}

/** Share of the whole gain that each feature's splits brought, 0 … 1; zeros when nothing was split. */
export function importance(trees: readonly Tree[], features: number): Float64Array {
  const gains = new Float64Array(features)
  for (const tree of trees)
    tree.feature.forEach((feature, node) => {
      if (feature >= 0) gains[feature]! += tree.gain[node]!
    })
  const whole = sumOf(Array.from(gains))
  return whole > 0 ? gains.map((gain) => gain / whole) : gains
}
