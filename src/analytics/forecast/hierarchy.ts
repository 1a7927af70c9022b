/** A tree of series: the shop, its categories, their products. Leaves have no children. */
export interface Branch {
  readonly name: string
  /** What this node's own model says, by step. */
  readonly forecast: ArrayLike<number>
  /** Variance of its errors on origins that the choice did not see; the larger, the less its own forecast counts. */
  readonly variance: number
  readonly children: readonly Branch[]
  /**
   * Variance of the errors of the children's forecasts added up, where it was measured: they are often all too low or
   * too high together. By default the children's variances added up, as if their errors had nothing to do with another.
   */
  readonly below?: number | undefined
}

export const METHODS = ['bottom_up', 'top_down', 'mint'] as const
export type Reconciliation = (typeof METHODS)[number]

/** Forecasts by name in which each parent is the sum of its children. */
export type Reconciled = ReadonlyMap<string, Float64Array>

/** A node with its best estimate from below: its own forecast and the sum of its children, weighed by their variances. */
interface Fused {
  readonly branch: Branch
  readonly estimate: Float64Array
  readonly variance: number
  readonly children: readonly Fused[]
}

const SMALLEST = 1e-12

const sumOf = (rows: readonly ArrayLike<number>[], length: number): Float64Array => {
  const sum = new Float64Array(length)
  for (const row of rows) for (let step = 0; step < length; step++) sum[step]! += row[step]!
  return sum
}

/** How much the node's own forecast counts beside the sum of its children. */
const ownShare = (method: Reconciliation, own: number, below: number): number => {
  if (method === 'bottom_up') return 0
  return method === 'top_down' ? 1 : below / (own + below)
}

function fuse(branch: Branch, method: Reconciliation): Fused {
  const { forecast, children } = branch
  const own = Math.max(branch.variance, SMALLEST)
  if (children.length === 0)
    return { branch, estimate: Float64Array.from(forecast), variance: own, children: [] }
  const fused = children.map((child) => fuse(child, method))
  const sum = sumOf(
    fused.map(({ estimate }) => estimate),
    forecast.length,
  )
  const apart = fused.reduce((total, { variance }) => total + variance, 0)
  const below = Math.max(branch.below ?? apart, SMALLEST)
  const share = ownShare(method, own, below)
  return {
    branch,
    estimate: sum.map((value, step) => value + share * (forecast[step]! - value)),
    variance: (own * below) / (own + below),
    children: fused,
  }
}

/** Shares of the children in a difference: by variance, or by size where the parent rules (`top_down`). */
const sharesOf = (node: Fused, method: Reconciliation, step: number): number[] => {
  const weights =
    method === 'top_down'
      ? node.children.map(({ estimate }) => Math.abs(estimate[step]!))
      : node.children.map(({ variance }) => variance)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => (total > 0 ? weight / total : 1 / weights.length))
}

function spread(
  node: Fused,
  method: Reconciliation,
  final: Float64Array,
  into: Map<string, Float64Array>,
): void {
  into.set(node.branch.name, final)
  const finals = node.children.map(({ estimate }) => Float64Array.from(estimate))
  for (let step = 0; step < final.length && finals.length > 0; step++) {
    const rest = final[step]! - finals.reduce((sum, row) => sum + row[step]!, 0)
    sharesOf(node, method, step).forEach((share, i) => (finals[i]![step]! += share * rest))
  }
  node.children.forEach((child, i) => spread(child, method, finals[i]!, into))
}

/**
 * Makes forecasts of a tree agree. `bottom_up`: parents are sums; `top_down`: the top rules and is shared out in
 * proportion; `mint`: least squares weighed by error variances (Wickramasuriya, Athanasopoulos and Hyndman, 2019, with
 * a diagonal matrix), solved exactly along the tree. Names are unique.
 */
export function reconcile(tree: Branch, method: Reconciliation): Reconciled {
  const into = new Map<string, Float64Array>()
  const fused = fuse(tree, method)
  spread(fused, method, fused.estimate, into)
  return into
}

/**
 * Leaves brought to a sum that rules, each step by itself, in proportion to their size; where all of them are 0, in
 * proportion to their size over all steps. Nothing is negative.
 */
export function shareOut(rows: readonly ArrayLike<number>[], total: ArrayLike<number>): Float64Array[] {
  const sizes = rows.map((row) => Float64Array.from(row, (value) => Math.max(0, value)))
  const sums = sumOf(sizes, total.length)
  const whole = sizes.map((row) => row.reduce((sum, value) => sum + value, 0))
  const all = whole.reduce((sum, value) => sum + value, 0)
  const usual = (at: number): number => (all > 0 ? whole[at]! / all : 1 / rows.length)
  return sizes.map((row, at) =>
    row.map((value, step) => Math.max(0, total[step]!) * (sums[step]! > 0 ? value / sums[step]! : usual(at))),
  )
}
