import type { CustomerDays } from '../customer-days.ts'
import { customerFacts, type CustomerFacts } from '../facts.ts'

/** Days set apart: what was known before them, and what came. */
export interface Split {
  readonly from: number
  readonly to: number
  readonly before: CustomerFacts
  /** Position in the later facts of each customer known before. */
  readonly later: Int32Array
  readonly after: CustomerFacts
}

/** Sets the last `length` days up to `after.asOf` apart. */
export function splitAt(days: CustomerDays, after: CustomerFacts, length: number): Split {
  const before = customerFacts(days, after.asOf - length)
  let at = 0
  const later = Int32Array.from(before.id, (id) => {
    while (after.id[at] !== id) at += 1
    return at
  })
  return { from: before.asOf + 1, to: after.asOf, before, later, after }
}

/** Days set apart. */
export const lengthOf = ({ from, to }: Split): number => to - from + 1

/** Real visits of each of these customers within the days set apart. */
export const realVisits = ({ before, later, after }: Split, sample: ArrayLike<number>): Float64Array =>
  Float64Array.from(sample, (at) => after.visits[later[at]!]! - before.visits[at]!)

/** What these customers brought in within the days set apart, in the unit of `scale`. */
export function realValue({ before, later, after }: Split, sample: ArrayLike<number>, scale: number): number {
  let sum = 0
  for (let i = 0; i < sample.length; i++) sum += after.net[later[sample[i]!]!]! - before.net[sample[i]!]!
  return sum / scale
}

/** Visits within the days set apart if everybody went on at the own rate so far, x / T. */
export const naiveVisits = (split: Split, sample: ArrayLike<number>): Float64Array =>
  Float64Array.from(sample, (at) => {
    const seen = split.before.asOf - split.before.first[at]!
    return seen > 0 ? ((split.before.visits[at]! - 1) * lengthOf(split)) / seen : 0
  })

/** How far what was said is from what came. */
export interface Scores {
  readonly mae: number
  readonly rmse: number
  readonly predicted: number
}

export function scored(said: ArrayLike<number>, real: Float64Array): Scores {
  let [absolute, squared, predicted] = [0, 0, 0]
  for (let at = 0; at < real.length; at++) {
    const miss = said[at]! - real[at]!
    absolute += Math.abs(miss)
    squared += miss * miss
    predicted += said[at]!
  }
  const n = real.length || 1
  return { mae: absolute / n, rmse: Math.sqrt(squared / n), predicted }
}
