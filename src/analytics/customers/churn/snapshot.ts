import { type CustomerDays, indexCustomers } from '../customer-days.ts'
import { customerFacts, type CustomerFacts } from '../facts.ts'
import { usualOf } from './rhythm.ts'

/** What a model of leaving looks at; every one is known on the day itself. */
export const CHURN_FEATURES = [
  'days_since_order',
  'orders',
  'tenure_days',
  'usual_gap_days',
  'overdue',
  'last_gap_ratio',
  'irregularity',
  'net_per_order',
  'recent_orders',
  'older_orders',
  'discount_share',
  'return_share',
] as const
export type ChurnFeature = (typeof CHURN_FEATURES)[number]

/** The customers of a day with their features, one column each, NaN where there is none yet. */
export interface Snapshot {
  readonly facts: CustomerFacts
  readonly columns: readonly Float64Array[]
  /** First visit after the day; Infinity when there is none in the table. */
  readonly next: Float64Array
}

interface Around {
  readonly recent: Float64Array
  readonly older: Float64Array
  readonly next: Float64Array
}

/** Visits within 90 days before the day and within the 275 before those, and the first visit after it. */
function around(days: CustomerDays, facts: CustomerFacts): Around {
  const { id, start } = indexCustomers(days)
  const columns = () => new Float64Array(facts.count)
  const found = { recent: columns(), older: columns(), next: columns().fill(Infinity) }
  let at = 0
  for (let who = 0; who < id.length && at < facts.count; who++) {
    if (id[who] !== facts.id[at]) continue
    for (let row = start[who]!; row < start[who + 1]!; row++) {
      if (days.orders[row] === 0) continue
      const ago = facts.asOf - days.day[row]!
      if (ago < 0) {
        found.next[at] = days.day[row]!
        break
      }
      if (ago < 90) found.recent[at]! += 1
      else if (ago < 365) found.older[at]! += 1
    }
    at += 1
  }
  return found
}

type Read = (facts: CustomerFacts, at: number, usual: number, seen: Around) => number

const over = (part: number, whole: number): number => (whole > 0 ? part / whole : Number.NaN)

const READS: Readonly<Record<ChurnFeature, Read>> = {
  days_since_order: (facts, at) => facts.asOf - facts.last[at]!,
  orders: (facts, at) => facts.orders[at]!,
  tenure_days: (facts, at) => facts.asOf - facts.first[at]!,
  usual_gap_days: (_facts, _at, usual) => usual,
  overdue: (facts, at, usual) => (facts.asOf - facts.last[at]!) / usual,
  last_gap_ratio: (facts, at, usual) => (facts.visits[at]! > 1 ? facts.lastGap[at]! / usual : Number.NaN),
  irregularity(facts, at) {
    const gaps = facts.visits[at]! - 1
    if (gaps < 2) return Number.NaN
    const mean = (facts.last[at]! - facts.first[at]!) / gaps
    return Math.sqrt(Math.max(0, facts.gapSquares[at]! / gaps - mean * mean)) / Math.max(1, mean)
  },
  net_per_order: (facts, at) => over(facts.net[at]!, facts.orders[at]! * 100),
  recent_orders: (_facts, at, _usual, seen) => seen.recent[at]!,
  older_orders: (_facts, at, _usual, seen) => seen.older[at]!,
  discount_share: (facts, at) => over(facts.discount[at]!, facts.gross[at]!),
  return_share: (facts, at) => over(facts.returned[at]!, facts.gross[at]!),
}

/** Everybody who had ordered by a day, as they were then. `shopGap`: the usual gap as known by that day. */
export function takeSnapshot(days: CustomerDays, asOf: number, shopGap: number): Snapshot {
  const facts = customerFacts(days, asOf)
  const seen = around(days, facts)
  const gap = Number.isNaN(shopGap) ? 60 : shopGap
  const usual = Float64Array.from({ length: facts.count }, (_, at) =>
    usualOf(facts.last[at]! - facts.first[at]!, facts.visits[at]!, gap),
  )
  const columns = CHURN_FEATURES.map((name) =>
    Float64Array.from({ length: facts.count }, (_, at) => READS[name](facts, at, usual[at]!, seen)),
  )
  return { facts, columns, next: seen.next }
}

/** 1 for those who did not come back within `within` days. */
export const leftWithin = ({ facts, next }: Snapshot, within: number): Uint8Array =>
  Uint8Array.from(next, (day) => (day > facts.asOf + within ? 1 : 0))
