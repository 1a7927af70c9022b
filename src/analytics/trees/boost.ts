import { seeded } from '../forecast/statistics.ts'
import { binColumns, type Column } from './bins.ts'
import { draw, growTree, type GrowRules } from './grow.ts'
import { addTree, type Tree } from './tree.ts'

/** `squared`: a number is learned. `logistic`: the chance of 1 against 0; answers are log odds (see `chanceOf`). */
export type Loss = 'squared' | 'logistic'

export interface BoostOptions {
  readonly loss?: Loss
  /** Most trees; fewer when early stopping ends sooner. Default 200. */
  readonly trees?: number
  readonly depth?: number
  readonly leaves?: number
  /** Bins per feature, 2 … 254. Default 64. */
  readonly bins?: number
  readonly learningRate?: number
  readonly leastRows?: number
  readonly l2?: number
  /** Share of the rows, and of the features, drawn for each tree. Default 1. */
  readonly rowShare?: number
  readonly featureShare?: number
  /** Weight of each row in the loss. */
  readonly weights?: ArrayLike<number>
  /** Rows (numbers) that are not learned from: training ends when their loss has not fallen for `patience` trees. */
  readonly held?: readonly number[]
  readonly patience?: number
  readonly seed?: number
}

/** Boosted trees as plain data: `base` plus the sum of all trees (the learning rate is in their values). */
export interface Boosted {
  readonly loss: Loss
  readonly base: number
  readonly trees: readonly Tree[]
  readonly features: number
  /** Loss of the held rows after the last tree kept; null without held rows. */
  readonly heldLoss: number | null
}

/** Chance from log odds. */
export const chanceOf = (odds: number): number => 1 / (1 + Math.exp(-odds))

const baseOf = (loss: Loss, target: ArrayLike<number>, weight: (row: number) => number, rows: Int32Array) => {
  let sum = 0
  let total = 0
  for (const row of rows) {
    sum += weight(row) * target[row]!
    total += weight(row)
  }
  const mean = total > 0 ? sum / total : 0
  if (loss === 'squared') return mean
  const chance = Math.min(1 - 1e-6, Math.max(1e-6, mean))
  return Math.log(chance / (1 - chance))
}

const lossOf = (
  loss: Loss,
  target: ArrayLike<number>,
  said: Float64Array,
  rows: readonly number[],
): number => {
  let sum = 0
  for (const row of rows)
    sum +=
      loss === 'squared'
        ? (target[row]! - said[row]!) ** 2
        : Math.log1p(Math.exp(-Math.abs(said[row]!))) + Math.max(said[row]!, 0) - target[row]! * said[row]!
  return sum / (rows.length || 1)
}

const settle = (options: BoostOptions, features: number) => ({
  loss: options.loss ?? 'squared',
  trees: options.trees ?? 200,
  rate: options.learningRate ?? 0.1,
  rowShare: options.rowShare ?? 1,
  featureCount: Math.max(1, Math.round((options.featureShare ?? 1) * features)),
  patience: options.patience ?? 20,
  rules: {
    depth: options.depth ?? 6,
    leaves: options.leaves ?? 31,
    leastRows: options.leastRows ?? 20,
    l2: options.l2 ?? 1,
    leastGain: 1e-12,
  },
})

const scaledBy = (tree: Tree, rate: number): Tree => ({
  ...tree,
  value: tree.value.map((value) => value * rate),
})

/** Gradients of the loss at what is said so far. */
function differentiate(
  loss: Loss,
  target: ArrayLike<number>,
  said: Float64Array,
  weight: (row: number) => number,
  into: { first: Float64Array; second: Float64Array },
): void {
  for (let row = 0; row < said.length; row++) {
    const w = weight(row)
    const guess = loss === 'squared' ? said[row]! : chanceOf(said[row]!)
    into.first[row] = w * (guess - target[row]!)
    into.second[row] = loss === 'squared' ? w : w * Math.max(guess * (1 - guess), 1e-12)
  }
}

/**
 * Gradient boosting on histograms (Friedman 2001; Ke et al. 2017). `columns`: one array per feature, NaN where a value
 * is not known; `target`: a number per row (0 or 1 for `logistic`). The same data and seed give the same trees.
 */
export function boostTrees(
  columns: readonly Column[],
  target: ArrayLike<number>,
  options: BoostOptions = {},
): Boosted {
  const { loss, trees, rate, rowShare, featureCount, patience, rules } = settle(options, columns.length)
  const random = seeded(options.seed ?? 42)
  const held = options.held ?? []
  const apart = new Set(held)
  const learning = Int32Array.from(
    Array.from({ length: target.length }, (_, row) => row).filter((row) => !apart.has(row)),
  )
  const weight = options.weights ? (row: number) => options.weights![row]! : () => 1
  const base = baseOf(loss, target, weight, learning)
  if (learning.length === 0 || columns.length === 0)
    return { loss, base, trees: [], features: columns.length, heldLoss: null }
  const binned = binColumns(columns, options.bins ?? 64)
  const all = columns.map((_, feature) => feature)
  const said = new Float64Array(target.length).fill(base)
  const gradients = { first: new Float64Array(target.length), second: new Float64Array(target.length) }
  const grown: Tree[] = []
  let best = { loss: held.length ? lossOf(loss, target, said, held) : Infinity, count: 0 }
  while (grown.length < trees && (held.length === 0 || grown.length - best.count < patience)) {
    differentiate(loss, target, said, weight, gradients)
    const rows =
      rowShare < 1
        ? Int32Array.from(draw(Array.from(learning), Math.ceil(rowShare * learning.length), random))
        : learning.slice()
    const features = featureCount < all.length ? draw(all, featureCount, random) : all
    const growing: GrowRules = { ...rules, features, random }
    const tree = scaledBy(growTree(binned, rows, gradients, growing), rate)
    if (tree.value.length === 1 && featureCount === all.length && rowShare === 1) break
    addTree(tree, columns, 1, said)
    grown.push(tree)
    const now = held.length ? lossOf(loss, target, said, held) : -grown.length
    if (now < best.loss) best = { loss: now, count: grown.length }
  }
  return {
    loss,
    base,
    trees: grown.slice(0, best.count),
    features: columns.length,
    heldLoss: held.length ? best.loss : null,
  }
}

/** What the model says of each row of the columns: numbers, or log odds for `logistic`. */
export function predictBoosted(model: Boosted, columns: readonly Column[]): Float64Array {
  const said = new Float64Array(columns[0]?.length ?? 0).fill(model.base)
  for (const tree of model.trees) addTree(tree, columns, 1, said)
  return said
}
