import type { CustomerFacts } from '../facts.ts'
import { samplePositions } from '../sample.ts'
import { maximise } from './maximise.ts'
import { logGamma } from './special.ts'

/** What a customer's visits are worth: mean of all visits to come, from those seen. Amounts in the unit given. */
export interface Spend {
  /** p, q, v; empty for the simple mean. */
  readonly parameters: Float64Array
  readonly logLikelihood: number | null
  readonly customers: number
  /** Correlation of count and mean value: the model takes it for none. */
  readonly correlation: number | null
  /** Expected value of a visit of a customer with `x` repeat visits of mean value `z`. */
  expected(x: number, z: number): number
}

interface Seen {
  readonly x: Float64Array
  readonly z: Float64Array
}

/** At most so many customers are fitted on. */
const FIT_MOST = 10_000

const repeats = (facts: CustomerFacts, scale: number): Seen => {
  const all: number[] = []
  for (let i = 0; i < facts.count; i++) if (facts.visits[i]! > 1 && facts.repeatNet[i]! > 0) all.push(i)
  const at = Array.from(samplePositions(all.length, FIT_MOST, 42), (i) => all[i]!)
  const x = Float64Array.from(at, (i) => facts.visits[i]! - 1)
  return { x, z: Float64Array.from(at, (i, k) => facts.repeatNet[i]! / scale / x[k]!) }
}

function correlationOf({ x, z }: Seen): number | null {
  const n = x.length
  if (n < 3) return null
  const mean = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0) / n
  const [mx, mz] = [mean(x), mean(z)]
  let [xx, zz, xz] = [0, 0, 0]
  for (let i = 0; i < n; i++) {
    xx += (x[i]! - mx) ** 2
    zz += (z[i]! - mz) ** 2
    xz += (x[i]! - mx) * (z[i]! - mz)
  }
  return xx > 0 && zz > 0 ? xz / Math.sqrt(xx * zz) : null
}

/**
 * ln L(p, q, v). Of a customer only x·z depends on v, and the gamma functions only on x: they are made once for each
 * count of visits, so that one logarithm a customer remains.
 */
function likelihoodOf({ x, z }: Seen): (p: number, q: number, v: number) => number {
  const counts = new Map<number, number>()
  const sums = x.map((visits, i) => visits * z[i]!)
  let [logs, weighted] = [0, 0]
  for (let i = 0; i < x.length; i++) {
    counts.set(x[i]!, (counts.get(x[i]!) ?? 0) + 1)
    logs += Math.log(z[i]!)
    weighted += x[i]! * Math.log(sums[i]!)
  }
  return (p, q, v) => {
    const fixed = logGamma(q)
    let sum = p * weighted - logs
    for (const [visits, customers] of counts)
      sum += customers * (logGamma(p * visits + q) - fixed - logGamma(p * visits))
    for (let i = 0; i < x.length; i++)
      sum -= p * x[i]! * Math.log(v + sums[i]!) + q * Math.log1p(sums[i]! / v)
    return Number.isFinite(sum) ? sum : -Infinity
  }
}

/** From so many customers with a repeat visit on, the model is fitted; below, means are drawn to the shop's. */
const ENOUGH = 30
/** How many visits at the shop's mean stand against a customer's own, in the simple mean. */
const PSEUDO_VISITS = 2

function simpleSpend(facts: CustomerFacts, seen: Seen, scale: number): Spend {
  let [net, visits] = [0, 0]
  for (let i = 0; i < facts.count; i++) {
    net += Math.max(0, facts.net[i]!) / scale
    visits += facts.visits[i]!
  }
  const mean = visits > 0 ? net / visits : 0
  return {
    parameters: new Float64Array(0),
    logLikelihood: null,
    customers: seen.x.length,
    correlation: correlationOf(seen),
    expected: (x, z) => (PSEUDO_VISITS * mean + x * Math.max(0, z)) / (PSEUDO_VISITS + x),
  }
}

/**
 * Gamma-Gamma model of the value of visits (Fader and Hardie, "The Gamma-Gamma model of monetary value", 2013) on the
 * repeat visits of positive value, q kept above 1 so that means exist. With fewer than 30 such customers: the mean
 * of a customer's own repeat visits and two visits at the shop's mean. `scale`: minor units per unit of the answer.
 */
export function fitSpend(facts: CustomerFacts, scale: number): Spend {
  const seen = repeats(facts, scale)
  if (seen.x.length < ENOUGH) return simpleSpend(facts, seen, scale)
  const mean = seen.z.reduce((sum, value) => sum + value, 0) / seen.z.length
  const unpack = (at: Float64Array) =>
    [Math.exp(at[0]!), 1 + Math.exp(at[1]!), mean * Math.exp(at[2]!)] as const
  const likelihood = likelihoodOf(seen)
  const target = (at: Float64Array): number =>
    at.every((value) => Math.abs(value) < 12) ? likelihood(...unpack(at)) : -Infinity
  const best = maximise(target, Float64Array.of(1, 1, 0))
  const [p, q, v] = unpack(best.at)
  return {
    parameters: Float64Array.of(p, q, v),
    logLikelihood: best.value,
    customers: seen.x.length,
    correlation: correlationOf(seen),
    expected: (x, z) => (p * (v + x * Math.max(0, z))) / (p * x + q - 1),
  }
}
