import type { SeriesForecast } from './forecast-series.ts'
import {
  METHODS,
  reconcile,
  shareOut,
  type Branch,
  type Reconciled,
  type Reconciliation,
} from './hierarchy.ts'
import { mean } from './statistics.ts'

/** What is asked of the forecast of one of many series; what only one series' page shows stays behind. */
export type ToldDemand = Omit<SeriesForecast, 'components' | 'seasonality' | 'dates'>

/** The part of a forecast that crosses from worker to page for each of hundreds of products. */
export const told = (made: SeriesForecast): ToldDemand => ({
  model: made.model,
  reason: made.reason,
  point: made.point,
  intervals: made.intervals,
  total: made.total,
  leaderboard: made.leaderboard,
  backtest: made.backtest,
  latest: made.latest,
  rehearsals: made.rehearsals,
  findings: made.findings,
  explanations: made.explanations,
  calendar: made.calendar,
  cut_short: made.cut_short,
})

/** A product, a category or the shop with its own forecast; all histories end on the same day. */
export interface DemandNode {
  readonly name: string
  readonly values: Float64Array
  readonly forecast: ToldDemand
  readonly parts: readonly DemandNode[]
}

/** How much nearer to the truth the reconciled forecasts were on the last test window, by level of the tree. */
export interface Gain {
  readonly level: 'shop' | 'category' | 'product'
  /** Mean absolute error of the nodes' own forecasts, and after reconciliation. */
  readonly before: number
  readonly after: number
}

/** Sum of series that end together. */
export const added = (rows: readonly ArrayLike<number>[]): Float64Array => {
  const length = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const sum = new Float64Array(length)
  for (const row of rows) for (let i = 0; i < row.length; i++) sum[length - row.length + i]! += row[i]!
  return sum
}

/** Steps of the past that were forecast before they came: `steps` of them, from `fromEnd` steps before the end on. */
interface Window {
  readonly fromEnd: number
  readonly steps: number
}

type Say = (node: DemandNode) => ArrayLike<number>

const truthIn = ({ values }: DemandNode, { fromEnd, steps }: Window): Float64Array =>
  Float64Array.from({ length: steps }, (_, i) => values[values.length - fromEnd + i] ?? 0)

const meanBefore = ({ values }: DemandNode, { fromEnd, steps }: Window): Float64Array => {
  const before = values.subarray(0, Math.max(0, values.length - fromEnd))
  return new Float64Array(steps).fill(before.length > 0 ? mean(before) : 0)
}

/** What a node said of a validation window; where it was not asked at that time its mean before it stands in. */
const saidIn =
  (window: Window): Say =>
  (node) => {
    const { fromEnd, steps } = window
    const said = node.forecast.rehearsals.find((one) => one.fromEnd === fromEnd && one.guess.length >= steps)
    return said ? Float64Array.from(said.guess.slice(0, steps)) : meanBefore(node, window)
  }

/** What a node said of the last test window. */
const saidLast =
  (window: Window): Say =>
  (node) => {
    const guess = node.forecast.latest?.guess
    return guess && guess.length >= window.steps
      ? Float64Array.from(guess.slice(0, window.steps))
      : meanBefore(node, window)
  }

const windowsOf = ({ forecast }: DemandNode): Window[] =>
  forecast.rehearsals.map(({ fromEnd, guess }) => ({ fromEnd, steps: guess.length }))

const squaredIn = (
  node: DemandNode,
  windows: readonly Window[],
  say: (window: Window) => Float64Array,
): number =>
  mean(
    windows.map((window) => {
      const truth = truthIn(node, window)
      return mean(say(window).map((value, i) => (value - truth[i]!) ** 2))
    }),
  )

const variance = (values: Float64Array): number => {
  const centre = mean(values)
  return mean(values.map((value) => (value - centre) ** 2))
}

/**
 * A node for reconciliation: what it says now, and the squared errors of its own forecasts and of its parts' added up on
 * some windows of the past (without any: the variance of its values).
 */
function branchOf(node: DemandNode, windows: readonly Window[], say: Say): Branch {
  const children = node.parts.map((part) => branchOf(part, windows, say))
  const alone = { name: node.name, forecast: say(node), children }
  if (windows.length === 0) return { ...alone, variance: variance(node.values) }
  const own = squaredIn(node, windows, (window) => Float64Array.from(saidIn(window)(node)))
  if (children.length === 0) return { ...alone, variance: own }
  const below = squaredIn(node, windows, (window) => added(node.parts.map((part) => saidIn(window)(part))))
  return { ...alone, variance: own, below }
}

/** The tree of what comes, weighed by all validation windows. */
export const branchAhead = (shop: DemandNode): Branch =>
  branchOf(shop, windowsOf(shop), ({ forecast }) => forecast.point)

/** How the levels are made to agree. `held`: what the shop says of itself rules, whatever the method makes of it. */
export interface Agreement {
  readonly method: Reconciliation
  readonly held: boolean
}

/** Forecasts of all nodes in which each is the sum of its parts. */
export function agree(tree: Branch, { method, held }: Agreement): Reconciled {
  const made = reconcile(tree, method)
  const products = tree.children.flatMap(({ children }) => children)
  if (!held || products.length === 0) return made
  const rows = shareOut(
    products.map(({ name }) => made.get(name)!),
    tree.forecast,
  )
  const final = new Map(products.map(({ name }, at) => [name, rows[at]!]))
  for (const { name, children } of tree.children)
    final.set(name, added(children.map((child) => final.get(child.name)!)))
  return final.set(tree.name, added(rows))
}

const levelsOf = (shop: DemandNode) =>
  [
    ['shop', [shop]],
    ['category', shop.parts],
    ['product', shop.parts.flatMap(({ parts }) => parts)],
  ] as const

/** Mean absolute error by level on a window. */
const errorsIn = (shop: DemandNode, window: Window, say: Say): number[] =>
  levelsOf(shop).map(([, nodes]) =>
    mean(
      nodes.map((node) => {
        const truth = truthIn(node, window)
        return mean(Float64Array.from(say(node), (value, i) => Math.abs(value - truth[i]!)))
      }),
    ),
  )

/**
 * The method whose reconciled forecasts came nearest on validation windows, weighed by windows that ended before these
 * began; all levels count alike, each in units of its own forecasts' error. With too few windows: bottom-up.
 */
export function chooseMethod(shop: DemandNode, held = false): Reconciliation {
  const windows = windowsOf(shop)
  const totals = new Map<Reconciliation, number>(METHODS.map((method) => [method, 0]))
  let judged = 0
  for (const window of windows) {
    const before = windows.filter(({ fromEnd, steps }) => fromEnd - steps >= window.fromEnd)
    if (before.length === 0) continue
    judged += 1
    const say = saidIn(window)
    const own = errorsIn(shop, window, say)
    const tree = branchOf(shop, before, say)
    for (const method of METHODS) {
      const made = agree(tree, { method, held })
      const after = errorsIn(shop, window, ({ name }) => made.get(name)!)
      const relative = mean(after.map((error, i) => (own[i]! > 0 ? error / own[i]! : 1)))
      totals.set(method, totals.get(method)! + relative)
    }
  }
  if (judged === 0) return 'bottom_up'
  return METHODS.reduce((best, method) => (totals.get(method)! < totals.get(best)! ? method : best))
}

/** The last test window is reconciled like the future, weighed by the validation windows alone, and held against what came. */
export function gainOf(shop: DemandNode, agreement: Agreement): Gain[] {
  const steps = shop.forecast.latest?.guess.length ?? 0
  if (steps === 0) return []
  const window = { fromEnd: steps, steps }
  const say = saidLast(window)
  const made = agree(branchOf(shop, windowsOf(shop), say), agreement)
  const before = errorsIn(shop, window, say)
  const after = errorsIn(shop, window, ({ name }) => made.get(name)!)
  return levelsOf(shop).map(([level], i) => ({ level, before: before[i]!, after: after[i]! }))
}
