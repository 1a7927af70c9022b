import type { Column } from './bins.ts'

/**
 * A binary tree as plain numbers, node 0 being the root. A row goes left when its value is at most `threshold` or
 * not known (NaN). Leaves have `left` −1.
 */
export interface Tree {
  readonly feature: Int32Array
  readonly threshold: Float64Array
  readonly left: Int32Array
  readonly right: Int32Array
  readonly value: Float64Array
  /** How many training rows came by. */
  readonly cover: Float64Array
  /** How much each split lowered the loss; 0 at leaves. */
  readonly gain: Float64Array
}

/** The leaf that row `row` of the columns ends in. */
function leafOf(tree: Tree, columns: readonly Column[], row: number): number {
  let node = 0
  while (tree.left[node]! >= 0) {
    const value = columns[tree.feature[node]!]![row]!
    node = value > tree.threshold[node]! ? tree.right[node]! : tree.left[node]!
  }
  return node
}

/** Adds `factor` times what the tree says of each row to `into`. */
export function addTree(tree: Tree, columns: readonly Column[], factor: number, into: Float64Array): void {
  for (let row = 0; row < into.length; row++) into[row]! += factor * tree.value[leafOf(tree, columns, row)]!
}

/** Mean of what the tree says of its training rows. */
export function expectedValue(tree: Tree): number {
  let sum = 0
  for (let node = 0; node < tree.value.length; node++)
    if (tree.left[node]! < 0) sum += tree.value[node]! * tree.cover[node]!
  return sum / tree.cover[0]!
}
