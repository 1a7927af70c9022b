import type { Binned } from './bins.ts'

/** Per feature and bin: sum of gradients, of second derivatives, and rows, one after the other. */
export type Histogram = Float64Array

/** The rows of a node are `order[from … to)`. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface Gradients {
  readonly first: Float64Array
  readonly second: Float64Array
}

/** Sums over the rows of a node, for the features named; the others stay 0. */
export function histogramOf(
  binned: Binned,
  order: Int32Array,
  { from, to }: Span,
  { first, second }: Gradients,
  features: readonly number[],
): Histogram {
  const stride = 3 * binned.width
  const result = new Float64Array(binned.bins.length * stride)
  for (const feature of features) {
    const bins = binned.bins[feature]!
    const base = feature * stride
    for (let i = from; i < to; i++) {
      const row = order[i]!
      const at = base + 3 * bins[row]!
      result[at]! += first[row]!
      result[at + 1]! += second[row]!
      result[at + 2]! += 1
    }
  }
  return result
}

/** The histogram of one child, from its parent's and its sibling's. */
export const siblingOf = (parent: Histogram, other: Histogram): Histogram =>
  parent.map((value, i) => value - other[i]!)

export interface Split {
  readonly feature: number
  /** Rows with a bin of at most this go left. */
  readonly bin: number
  readonly gain: number
}

export interface SplitRules {
  /** Least rows of a leaf. */
  readonly leastRows: number
  /** Penalty on the square of leaf values. */
  readonly l2: number
  readonly leastGain: number
}

/** Totals of a node: gradients, second derivatives, rows. */
export interface Total {
  readonly first: number
  readonly second: number
  readonly count: number
}

/** The split of a node that lowers the loss most; null when none is allowed. */
export function bestSplit(
  binned: Binned,
  histogram: Histogram,
  total: Total,
  features: readonly number[],
  rules: SplitRules,
): Split | null {
  const { leastRows, l2, leastGain } = rules
  const before = total.first ** 2 / (total.second + l2)
  let best: Split | null = null
  let limit = leastGain
  for (const feature of features) {
    const base = feature * 3 * binned.width
    const last = binned.edges[feature]!.length
    let first = 0
    let second = 0
    let count = 0
    for (let bin = 0; bin <= last; bin++) {
      const at = base + 3 * bin
      first += histogram[at]!
      second += histogram[at + 1]!
      count += histogram[at + 2]!
      if (count < leastRows) continue
      if (total.count - count < leastRows) break
      const rest = total.first - first
      const gain = first ** 2 / (second + l2) + rest ** 2 / (total.second - second + l2) - before
      if (gain > limit) {
        limit = gain
        best = { feature, bin, gain }
      }
    }
  }
  return best
}
