import type { CustomerFacts } from './facts.ts'
import { quantileOf } from './quantile.ts'

/** Scores 1 (worst) to 5 (best). */
export interface Scores {
  readonly r: number
  readonly f: number
  readonly m: number
}

/** Upper bounds of the lower four fifths, ascending: days since the last order, orders, net sales in minor units. */
export interface CutPoints {
  readonly recency: readonly number[]
  readonly orders: readonly number[]
  readonly net: readonly number[]
}

export interface Rfm {
  readonly cuts: CutPoints
  readonly r: Uint8Array
  readonly f: Uint8Array
  readonly m: Uint8Array
}

const cutPoints = (values: Float64Array): number[] => {
  const sorted = Float64Array.from(values).sort()
  return values.length === 0 ? [] : [0.2, 0.4, 0.6, 0.8].map((share) => quantileOf(sorted, share))
}

const above = (value: number, cuts: readonly number[]): number => {
  let passed = 0
  for (const cut of cuts) if (value > cut) passed += 1
  return passed
}

/**
 * Recency, frequency and monetary scores by quintiles of the shop's own customers. A value equal to a cut point falls
 * into the lower fifth, so equal values always have equal scores and fifths may be of unequal size (with many
 * one-time buyers no customer may have F 2 or 3).
 */
export function scoreRfm(facts: CustomerFacts): Rfm {
  const recency = facts.last.map((day) => facts.asOf - day)
  const cuts = { recency: cutPoints(recency), orders: cutPoints(facts.orders), net: cutPoints(facts.net) }
  return {
    cuts,
    r: Uint8Array.from(recency, (days) => 5 - above(days, cuts.recency)),
    f: Uint8Array.from(facts.orders, (orders) => 1 + above(orders, cuts.orders)),
    m: Uint8Array.from(facts.net, (net) => 1 + above(net, cuts.net)),
  }
}
