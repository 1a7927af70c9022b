import type { Histories } from './histories.ts'
import type { Fitted } from './fit.ts'

/** What is expected of each distinct history within a horizon. */
export interface Outlook {
  readonly alive: Float64Array
  readonly orders: Float64Array
  /** Probability of at least one order. */
  readonly buys: Float64Array
  /** Ends of the 80 % interval of the number of orders. */
  readonly low: Float64Array
  readonly high: Float64Array
  /** Variance of the number of orders of one customer. */
  readonly variance: Float64Array
  /** Variance of `orders` that comes from not knowing the parameters. */
  readonly blur: Float64Array
  readonly slopes: Slopes | null
}

const STEP = 1e-4

/** On so many histories at most it is measured what the parameters leave open. */
const MOST = 4_000

/** How much each expectation changes with each log parameter, on evenly drawn histories, each standing for `stride`. */
interface Slopes {
  readonly stride: number
  readonly columns: readonly Float64Array[]
}

function slopesOf(fitted: Fitted, { distinct }: Histories, t: number): Slopes {
  const logs = fitted.parameters.map(Math.log)
  const stride = Math.max(1, Math.ceil(distinct.length / MOST))
  const drawn = distinct.filter((_, at) => at % stride === 0)
  const expected = (i: number, by: number): Float64Array => {
    const moved = Float64Array.from(logs)
    moved[i]! += by
    const buying = fitted.model.with(moved.map(Math.exp))
    return Float64Array.from(drawn, (history) => buying.expected(history, t))
  }
  const columns = Array.from(logs, (_, i) => {
    const [up, down] = [expected(i, STEP), expected(i, -STEP)]
    return up.map((value, at) => (value - down[at]!) / (2 * STEP))
  })
  return { stride, columns }
}

/** gᵀ Σ g by the delta method. */
const spread = (covariance: Float64Array, slope: (i: number) => number, size: number): number => {
  let sum = 0
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) sum += slope(i) * covariance[i * size + j]! * slope(j)
  return Math.max(0, sum)
}

/** Least n at which 1 − alive + alive · P(negative binomial of mean m and shape k ≤ n) reaches `level`. */
function quantile(level: number, alive: number, m: number, k: number): number {
  const inside = (level - (1 - alive)) / alive
  if (!(inside > 0)) return 0
  if (m > 200) return Math.max(0, Math.round(m + (inside - 0.5) * 3.2 * Math.sqrt(m + (m * m) / k)))
  let chance = (k / (k + m)) ** k
  let total = chance
  let n = 0
  while (total < inside && n < 10_000) {
    chance *= ((k + n) / (n + 1)) * (m / (k + m))
    total += chance
    n += 1
  }
  return n
}

/**
 * Expectations of every distinct history with 80 % intervals. A customer who is alive with probability P orders a
 * negative binomial number of times (shape r + x, as the posterior of the rate has it) of mean E / P, else none;
 * the variance that the parameters leave open (delta method on their asymptotic covariance) widens it where there are few
 * histories; where there are thousands it is nothing beside a customer's own spread. This takes dropouts
 * within the horizon as fewer orders, which is an approximation: the measured coverage stands beside it.
 */
export function outlook(fitted: Fitted, histories: Histories, t: number): Outlook {
  const size = histories.distinct.length
  const slopes = fitted.covariance ? slopesOf(fitted, histories, t) : null
  const open = (at: number): number =>
    fitted.covariance && slopes?.stride === 1
      ? spread(fitted.covariance, (i) => slopes.columns[i]![at]!, slopes.columns.length)
      : 0
  const columns = () => new Float64Array(size)
  const made = {
    alive: columns(),
    orders: columns(),
    buys: columns(),
    low: columns(),
    high: columns(),
    variance: columns(),
    blur: columns(),
    slopes,
  }
  for (const [at, history] of histories.distinct.entries()) {
    const alive = Math.min(1, Math.max(1e-9, fitted.buying.alive(history)))
    const orders = Math.max(0, fitted.buying.expected(history, t))
    const blur = open(at)
    const mean = orders / alive
    const shape = fitted.parameters[0]! + history.x
    const within = (mean * mean) / shape + Math.min(blur / (alive * alive), 4 * mean * mean)
    made.alive[at] = alive
    made.orders[at] = orders
    made.blur[at] = blur
    made.variance[at] = alive * (mean + within) + alive * (1 - alive) * mean * mean
    const k = mean > 0 ? (mean * mean) / within : 1
    made.buys[at] = mean > 0 ? alive * (1 - (k / (k + mean)) ** k) : 0
    made.low[at] = mean > 0 ? quantile(0.1, alive, mean, k) : 0
    made.high[at] = mean > 0 ? quantile(0.9, alive, mean, k) : 0
  }
  return made
}

/**
 * Sum over customers of factor · orders, with its variance: the spread of customers who buy apart from each other and
 * what the parameters leave open. What strikes all customers alike is not in it (`commonFactor`).
 */
export function totalOutlook(
  fitted: Fitted,
  histories: Histories,
  seen: Outlook,
  factor: (customer: number) => number,
): { total: number; variance: number } {
  const weights = new Float64Array(histories.distinct.length)
  let [total, variance] = [0, 0]
  for (const [customer, at] of histories.of.entries()) {
    const f = factor(customer)
    weights[at]! += f
    total += f * seen.orders[at]!
    variance += f * f * (seen.variance[at]! - seen.blur[at]!)
  }
  if (fitted.covariance && seen.slopes) {
    const { stride, columns } = seen.slopes
    const slopes = columns.map((column) =>
      column.reduce((sum, value, at) => sum + value * stride * weights[at * stride]!, 0),
    )
    variance += spread(fitted.covariance, (i) => slopes[i]!, slopes.length)
  }
  return { total, variance: Math.max(0, variance) }
}
