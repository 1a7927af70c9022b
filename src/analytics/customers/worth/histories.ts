import type { CustomerFacts } from '../facts.ts'
import type { History } from './buying-model.ts'

/** Equal histories once, with how many customers have them; `of` gives each customer's. Days divided by `unit`. */
export interface Histories {
  readonly distinct: readonly History[]
  readonly weight: Float64Array
  readonly of: Int32Array
  /** All repeat visits, and all time seen, of all customers. */
  readonly visits: number
  readonly time: number
}

const positions = (facts: CustomerFacts, sample?: Int32Array): Int32Array =>
  sample ?? Int32Array.from({ length: facts.count }, (_, at) => at)

/** Histories of all customers, or of a sample, in units of `unit` days (7: weeks). */
export function historiesOf(facts: CustomerFacts, unit: number, sample?: Int32Array): Histories {
  const index = new Map<string, number>()
  const distinct: History[] = []
  const weights: number[] = []
  let [visits, time] = [0, 0]
  const of = positions(facts, sample).map((at) => {
    const x = facts.visits[at]! - 1
    const [tx, T] = [facts.last[at]! - facts.first[at]!, facts.asOf - facts.first[at]!]
    visits += x
    time += T / unit
    const key = `${x} ${tx} ${T}`
    const known = index.get(key)
    if (known !== undefined) {
      weights[known]! += 1
      return known
    }
    index.set(key, distinct.length)
    weights.push(1)
    return distinct.push({ x, tx: tx / unit, T: T / unit }) - 1
  })
  return { distinct, weight: Float64Array.from(weights), of, visits, time }
}
