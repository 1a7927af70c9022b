/** The chain whose product is net sales: orders × units per order × net sales per unit. */
export interface SalesChain {
  readonly orders: number
  readonly units: number
  readonly net: number
}

/** How much of the change of net sales each factor makes; the three add up to `change` exactly (up to rounding of floats). */
export interface ChangeParts {
  readonly change: number
  readonly orders: number
  readonly basket: number
  readonly price: number
  readonly method: 'lmdi' | 'shapley' | 'whole'
}

type Factors = readonly [orders: number, basket: number, price: number]

const factors = ({ orders, units, net }: SalesChain): Factors => [orders, units / orders, net / units]

/** Logarithmic mean of two positive numbers. */
const logMean = (a: number, b: number): number => (a === b ? a : (a - b) / Math.log(a / b))

/** Log-mean Divisia index, additive form (Ang 2004, Energy Policy 32:1131): no residual, symmetric in time. */
function lmdi(now: SalesChain, before: SalesChain): Factors {
  const weight = logMean(now.net, before.net)
  const [a, b] = [factors(now), factors(before)]
  return [weight * Math.log(a[0] / b[0]), weight * Math.log(a[1] / b[1]), weight * Math.log(a[2] / b[2])]
}

/** Shapley value of three factors: the mean over all orders of changing one after the other; takes any sign. */
function shapley(now: SalesChain, before: SalesChain): Factors {
  const [a, b] = [factors(now), factors(before)]
  const part = (i: 0 | 1 | 2, j: 0 | 1 | 2, k: 0 | 1 | 2) =>
    ((a[i] - b[i]) * (2 * a[j] * a[k] + a[j] * b[k] + b[j] * a[k] + 2 * b[j] * b[k])) / 6
  return [part(0, 1, 2), part(1, 0, 2), part(2, 0, 1)]
}

const countable = (chain: SalesChain): boolean => chain.orders > 0 && chain.units > 0

/**
 * Splits the change of net sales into orders × basket × price. Log-mean where net sales are positive on both sides;
 * Shapley where they are zero or negative (returns outweigh sales); and when a side has no orders or units, the ratios
 * do not exist and the whole change is the orders'.
 */
export function decomposeChange(now: SalesChain, before: SalesChain): ChangeParts {
  const change = now.net - before.net
  if (!countable(now) || !countable(before))
    return { change, orders: change, basket: 0, price: 0, method: 'whole' }
  const method = now.net > 0 && before.net > 0 ? 'lmdi' : 'shapley'
  const [orders, basket, price] = (method === 'lmdi' ? lmdi : shapley)(now, before)
  return { change, orders, basket, price, method }
}
