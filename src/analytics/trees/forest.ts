import { seeded } from '../forecast/statistics.ts'
import { binColumns, type Column } from './bins.ts'
import { growTree } from './grow.ts'
import { addTree, type Tree } from './tree.ts'

export interface ForestOptions {
  /** Default 100. */
  readonly trees?: number
  readonly depth?: number
  readonly leastRows?: number
  /** Share of the features looked at in each node; default a third (Breiman's for regression). */
  readonly featureShare?: number
  readonly bins?: number
  readonly seed?: number
}

/** A random forest as plain data: its answer is the mean of its trees. */
export interface Forest {
  readonly trees: readonly Tree[]
  readonly features: number
  /** R² on the rows that each tree had not drawn; null when there are none, or the target does not vary. */
  readonly outOfBag: number | null
}

/** A bootstrap sample of rows, and which rows it has left out. */
const sample = (rows: number, random: () => number): { drawn: Int32Array; missed: Uint8Array } => {
  const missed = new Uint8Array(rows).fill(1)
  const drawn = Int32Array.from({ length: rows }, () => Math.floor(random() * rows))
  for (const row of drawn) missed[row] = 0
  return { drawn, missed }
}

const explained = (target: ArrayLike<number>, sums: Float64Array, counts: Float64Array): number | null => {
  const rows = Array.from(sums.keys()).filter((row) => counts[row]! > 0)
  const centre = rows.reduce((sum, row) => sum + target[row]!, 0) / (rows.length || 1)
  const around = rows.reduce((sum, row) => sum + (target[row]! - centre) ** 2, 0)
  const off = rows.reduce((sum, row) => sum + (target[row]! - sums[row]! / counts[row]!) ** 2, 0)
  return around > 0 ? 1 - off / around : null
}

/**
 * Random forest (Breiman 2001) for a number, or for the chance of 1 when the target is 0 or 1. Columns as for
 * `boostTrees`. The same data and seed give the same forest.
 */
export function growForest(
  columns: readonly Column[],
  target: ArrayLike<number>,
  options: ForestOptions = {},
): Forest {
  const rows = target.length
  const random = seeded(options.seed ?? 42)
  const binned = binColumns(columns, options.bins ?? 64)
  const features = columns.map((_, feature) => feature)
  const gradients = {
    first: Float64Array.from(target, (value) => -value),
    second: new Float64Array(rows).fill(1),
  }
  const rules = {
    depth: options.depth ?? 24,
    leaves: Infinity,
    leastRows: options.leastRows ?? 3,
    l2: 0,
    leastGain: 1e-12,
    features,
    featuresPerNode: Math.max(1, Math.round((options.featureShare ?? 1 / 3) * features.length)),
    random,
  }
  const sums = new Float64Array(rows)
  const counts = new Float64Array(rows)
  const trees = Array.from({ length: rows && features.length ? (options.trees ?? 100) : 0 }, () => {
    const { drawn, missed } = sample(rows, random)
    const tree = growTree(binned, drawn, gradients, rules)
    const said = new Float64Array(rows)
    addTree(tree, columns, 1, said)
    missed.forEach((out, row) => {
      sums[row]! += out * said[row]!
      counts[row]! += out
    })
    return tree
  })
  return { trees, features: features.length, outOfBag: explained(target, sums, counts) }
}

/** What the forest says of each row of the columns. */
export function predictForest(forest: Forest, columns: readonly Column[]): Float64Array {
  const said = new Float64Array(columns[0]?.length ?? 0)
  for (const tree of forest.trees) addTree(tree, columns, 1 / forest.trees.length, said)
  return said
}
