import type { Binned } from './bins.ts'
import {
  bestSplit,
  histogramOf,
  siblingOf,
  type Gradients,
  type Histogram,
  type Span,
  type Split,
  type SplitRules,
  type Total,
} from './histogram.ts'
import type { Tree } from './tree.ts'

export interface GrowRules extends SplitRules {
  readonly depth: number
  readonly leaves: number
  /** Features that may be looked at for the tree. */
  readonly features: readonly number[]
  /** How many of them, drawn anew at each node; undefined: all. */
  readonly featuresPerNode?: number | undefined
  readonly random: () => number
}

interface Open {
  readonly node: number
  readonly depth: number
  readonly span: Span
  readonly total: Total
  readonly histogram: Histogram | null
  readonly split: Split
}

/** `count` of the items, without repetition, in the order of the items. */
export function draw<Item>(items: readonly Item[], count: number, random: () => number): Item[] {
  let left = items.length
  let wanted = Math.min(count, left)
  return items.filter(() => {
    const taken = random() * left < wanted
    left -= 1
    if (taken) wanted -= 1
    return taken
  })
}

/** Puts the rows that go left before the others, and says where the right ones begin. */
function partition(bins: Uint8Array, order: Int32Array, { from, to }: Span, bin: number): number {
  const right: number[] = []
  let at = from
  for (let i = from; i < to; i++) {
    const row = order[i]!
    if (bins[row]! <= bin) order[at++] = row
    else right.push(row)
  }
  order.set(right, at)
  return at
}

const totalOf = (order: Int32Array, { from, to }: Span, { first, second }: Gradients): Total => {
  const total = { first: 0, second: 0, count: to - from }
  for (let i = from; i < to; i++) {
    total.first += first[order[i]!]!
    total.second += second[order[i]!]!
  }
  return total
}

/** The tree while it grows. */
class Growing {
  private readonly tree = {
    feature: [] as number[],
    threshold: [] as number[],
    left: [] as number[],
    right: [] as number[],
    value: [] as number[],
    cover: [] as number[],
    gain: [] as number[],
  }

  addLeaf(total: Total, l2: number): number {
    const { feature, threshold, left, right, value, cover, gain } = this.tree
    feature.push(-1)
    threshold.push(0)
    left.push(-1)
    right.push(-1)
    value.push(total.second + l2 > 0 ? -total.first / (total.second + l2) : 0)
    cover.push(total.count)
    gain.push(0)
    return value.length - 1
  }

  split(node: number, split: Split, threshold: number, left: number, right: number): void {
    this.tree.feature[node] = split.feature
    this.tree.threshold[node] = threshold
    this.tree.left[node] = left
    this.tree.right[node] = right
    this.tree.gain[node] = split.gain
  }

  done(): Tree {
    return {
      feature: Int32Array.from(this.tree.feature),
      threshold: Float64Array.from(this.tree.threshold),
      left: Int32Array.from(this.tree.left),
      right: Int32Array.from(this.tree.right),
      value: Float64Array.from(this.tree.value),
      cover: Float64Array.from(this.tree.cover),
      gain: Float64Array.from(this.tree.gain),
    }
  }
}

/** The value that parts bin `bin` from the next; nothing but "not known" is below −∞. */
const thresholdOf = (binned: Binned, { feature, bin }: Split): number =>
  bin === 0 ? -Infinity : binned.edges[feature]![bin - 1]!

/**
 * Grows one tree on the rows of `order` (which is sorted anew), best split first (Ke et al., LightGBM, 2017): the
 * leaf whose split lowers the loss most is split next, until there are enough leaves. Leaf values are Newton steps.
 */
export function growTree(binned: Binned, order: Int32Array, gradients: Gradients, rules: GrowRules): Tree {
  const tree = new Growing()
  const open: Open[] = []
  const perNode = rules.featuresPerNode
  const look = (node: number, depth: number, span: Span, total: Total, known: Histogram | null): void => {
    if (depth >= rules.depth || total.count < 2 * rules.leastRows) return
    const features = perNode ? draw(rules.features, perNode, rules.random) : rules.features
    const histogram = known ?? histogramOf(binned, order, span, gradients, features)
    const split = bestSplit(binned, histogram, total, features, rules)
    if (split) open.push({ node, depth, span, total, histogram: perNode ? null : histogram, split })
  }
  const whole = { from: 0, to: order.length }
  const total = totalOf(order, whole, gradients)
  look(tree.addLeaf(total, rules.l2), 0, whole, total, null)
  for (let leaves = 1; leaves < rules.leaves && open.length > 0; leaves++) {
    const next = open.reduce((best, one, i) => (one.split.gain > open[best]!.split.gain ? i : best), 0)
    const [chosen] = open.splice(next, 1)
    const { node, depth, span, histogram, split } = chosen!
    const middle = partition(binned.bins[split.feature]!, order, span, split.bin)
    const spans = [
      { from: span.from, to: middle },
      { from: middle, to: span.to },
    ] as const
    const totals = spans.map((part) => totalOf(order, part, gradients))
    const [left, right] = totals.map((part) => tree.addLeaf(part, rules.l2))
    tree.split(node, split, thresholdOf(binned, split), left!, right!)
    const small = totals[0]!.count <= totals[1]!.count ? 0 : 1
    const smaller = histogram && histogramOf(binned, order, spans[small], gradients, rules.features)
    const larger = histogram && smaller ? siblingOf(histogram, smaller) : null
    look(left!, depth + 1, spans[0], totals[0]!, small === 0 ? smaller : larger)
    look(right!, depth + 1, spans[1], totals[1]!, small === 0 ? larger : smaller)
  }
  return tree.done()
}
