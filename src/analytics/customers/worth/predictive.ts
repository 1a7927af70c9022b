import type { Histories } from './histories.ts'
import type { Fitted } from './fit.ts'

/** What is expected of each distinct history within a horizon. */
export interface Outlook {
  readonly alive: Float64Array
  readonly orders: Float64Array
  /** Ends of the 80 % interval of the number of orders. */
  readonly low: Float64Array
  readonly high: Float64Array
  /** Variance of the number of orders of one customer. */
  readonly variance: Float64Array
  /** Variance of `orders` that comes from not knowing the parameters. */
  readonly blur: Float64Array
}

type Gradient = readonly Float64Array[]

const STEP = 1e-4

const expectedAll = (fitted: Fitted, logs: Float64Array, histories: Histories, t: number): Float64Array => {
  const buying = fitted.model.with(logs.map(Math.exp))
  return Float64Array.from(histories.distinct, (history) => buying.expected(history, t))
}

/** How each expectation changes with each log parameter. */
function gradientOf(fitted: Fitted, histories: Histories, t: number): Gradient {
  const logs = fitted.parameters.map(Math.log)
  return Array.from(logs, (_, i) => {
    const side = (sign: number) => {
      const moved = Float64Array.from(logs)
      moved[i]! += sign * STEP
      return expectedAll(fitted, moved, histories, t)
    }
    const [up, down] = [side(1), side(-1)]
    return up.map((value, at) => (value - down[at]!) / (2 * STEP))
  })
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
 * the variance that the parameters leave (delta method on their asymptotic covariance) widens it. This takes dropouts
 * within the horizon as fewer orders, which is an approximation: the measured coverage stands beside it.
 */
export function outlook(fitted: Fitted, histories: Histories, t: number): Outlook {
  const size = histories.distinct.length
  const gradient = fitted.covariance ? gradientOf(fitted, histories, t) : []
  const columns = () => new Float64Array(size)
  const made = {
    alive: columns(),
    orders: columns(),
    low: columns(),
    high: columns(),
    variance: columns(),
    blur: columns(),
  }
  for (const [at, history] of histories.distinct.entries()) {
    const alive = Math.min(1, Math.max(1e-9, fitted.buying.alive(history)))
    const orders = Math.max(0, fitted.buying.expected(history, t))
    const blur = fitted.covariance ? spread(fitted.covariance, (i) => gradient[i]![at]!, gradient.length) : 0
    const mean = orders / alive
    const shape = fitted.parameters[0]! + history.x
    const within = (mean * mean) / shape + Math.min(blur / (alive * alive), 4 * mean * mean)
    made.alive[at] = alive
    made.orders[at] = orders
    made.blur[at] = blur
    made.variance[at] = alive * (mean + within) + alive * (1 - alive) * mean * mean
    const k = mean > 0 ? (mean * mean) / within : 1
    made.low[at] = mean > 0 ? quantile(0.1, alive, mean, k) : 0
    made.high[at] = mean > 0 ? quantile(0.9, alive, mean, k) : 0
  }
  return made
}

/** Sum over customers of factor · orders, with the 80 % interval of what will really be (normal approximation). */
export function totalOutlook(
  fitted: Fitted,
  histories: Histories,
  seen: Outlook,
  t: number,
  factor: (customer: number) => number,
): { total: number; low: number; high: number } {
  const weights = new Float64Array(histories.distinct.length)
  let [total, variance] = [0, 0]
  for (const [customer, at] of histories.of.entries()) {
    const f = factor(customer)
    weights[at]! += f
    total += f * seen.orders[at]!
    variance += f * f * (seen.variance[at]! - seen.blur[at]!)
  }
  if (fitted.covariance) {
    const gradient = gradientOf(fitted, histories, t)
    const slopes = gradient.map((column) => column.reduce((sum, value, at) => sum + value * weights[at]!, 0))
    variance += spread(fitted.covariance, (i) => slopes[i]!, slopes.length)
  }
  const half = 1.2815515655446004 * Math.sqrt(Math.max(0, variance))
  return { total, low: Math.max(0, total - half), high: total + half }
}
