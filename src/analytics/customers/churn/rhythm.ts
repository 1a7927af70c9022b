import { type CustomerDays, indexCustomers } from '../customer-days.ts'
import { customerFacts, type CustomerFacts, visitGaps } from '../facts.ts'
import { median } from '../../forecast/statistics.ts'

/** A date with the ends of its 80 % interval, as day numbers. */
interface Due {
  readonly day: number
  readonly from: number
  readonly to: number
}

/** The shop's rhythm as learned up to a day. */
export interface Rhythm {
  /** Median gap between visits; NaN when nobody came back. */
  readonly shopGap: number
  /** Gaps over what was usual for the customer before them, ascending: after one visit, and after more. */
  readonly ratios: readonly [Float64Array, Float64Array]
  /** Customers still without a next visit, likewise. */
  readonly open: readonly [number, number]
}

/** What is usual after `visits` visits over `span` days: the mean of the own gaps and one gap of the shop. */
export const usualOf = (span: number, visits: number, shopGap: number): number =>
  Math.max(1, (span + shopGap) / visits)

/** Calls back for every gap between visits up to `asOf`, with what had been before it. */
function eachGap(
  days: CustomerDays,
  asOf: number,
  tell: (gap: number, span: number, visits: number) => void,
): void {
  const { id, start } = indexCustomers(days)
  for (let who = 0; who < id.length; who++) {
    let [first, last, visits] = [0, 0, 0]
    for (let at = start[who]!; at < start[who + 1]! && days.day[at]! <= asOf; at++) {
      if (days.orders[at] === 0) continue
      const day = days.day[at]!
      if (visits > 0) tell(day - last, last - first, visits)
      else first = day
      last = day
      visits += 1
    }
  }
}

/** Median gap between visits up to a day; NaN when nobody came back. */
export const shopGapOf = (days: CustomerDays, asOf: number): number => median(visitGaps(days, asOf))

/** Learns the shop's rhythm from all gaps up to a day. */
export function learnRhythm(days: CustomerDays, asOf: number): Rhythm {
  const shopGap = shopGapOf(days, asOf)
  const ratios: [number[], number[]] = [[], []]
  eachGap(days, asOf, (gap, span, visits) => {
    ratios[visits > 1 ? 1 : 0].push(gap / usualOf(span, visits, shopGap))
  })
  const open: [number, number] = [0, 0]
  const { visits } = customerFacts(days, asOf)
  for (const seen of visits) open[seen > 1 ? 1 : 0] += 1
  return { shopGap, open, ratios: [Float64Array.from(ratios[0]).sort(), Float64Array.from(ratios[1]).sort()] }
}

/** How many of the ascending values are at most `limit`. */
function rankOf(values: Float64Array, limit: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! <= limit) low = middle + 1
    else high = middle
  }
  return low
}

/** Chance not to come back within `within` days, from how long those had been silent who did come back. */
export function leaveChance(facts: CustomerFacts, at: number, rhythm: Rhythm, within: number): number {
  const visits = facts.visits[at]!
  const usual = usualOf(
    facts.last[at]! - facts.first[at]!,
    visits,
    Number.isNaN(rhythm.shopGap) ? 60 : rhythm.shopGap,
  )
  const silence = facts.asOf - facts.last[at]!
  const ratios = rhythm.ratios[visits > 1 ? 1 : 0]
  const before = rankOf(ratios, silence / usual)
  const back = rankOf(ratios, (silence + within) / usual) - before
  // Those who never came back have no gap in the list: they weigh as many as there are visits without a next one.
  return 1 - (back + 0.5) / (ratios.length - before + rhythm.open[visits > 1 ? 1 : 0] + 1)
}

/** Fewer gaps than this that were so long say nothing. */
const FEWEST = 20

/**
 * When the next order is due, if it comes within `within` days: quantiles of the shop's own gaps, each over what was
 * usual for its customer, of those longer than this customer's silence. Null where hardly anybody came back so late.
 */
function dueOf(facts: CustomerFacts, at: number, rhythm: Rhythm, within: number): Due | null {
  const visits = facts.visits[at]!
  const usual = usualOf(facts.last[at]! - facts.first[at]!, visits, rhythm.shopGap)
  const silence = facts.asOf - facts.last[at]!
  const ratios = rhythm.ratios[visits > 1 ? 1 : 0]
  const [low, high] = [rankOf(ratios, silence / usual), rankOf(ratios, (silence + within) / usual)]
  if (high - low < FEWEST) return null
  const after = (share: number): number => {
    const ratio = ratios[low + Math.floor(share * (high - low - 1))]!
    return facts.last[at]! + Math.min(silence + within, Math.max(silence + 1, Math.round(ratio * usual)))
  }
  return { day: after(0.5), from: after(0.1), to: after(0.9) }
}

/** Share of the real next orders within `within` days after `before.asOf` that fell into the interval said before. */
export function measureDue(
  before: CustomerFacts,
  rhythm: Rhythm,
  within: number,
  nextVisit: (at: number) => number,
): { coverage: number | null; measured: number } {
  let [measured, inside] = [0, 0]
  for (let at = 0; at < before.count; at++) {
    const next = nextVisit(at)
    const due = next <= before.asOf + within ? dueOf(before, at, rhythm, within) : null
    if (!due) continue
    measured += 1
    if (next >= due.from && next <= due.to) inside += 1
  }
  return { coverage: measured > 0 ? inside / measured : null, measured }
}

/** Day numbers by customer, NaN where no next order is to be expected within the time asked for. */
export interface DueColumns {
  readonly day: Float64Array
  readonly from: Float64Array
  readonly to: Float64Array
}

/** When everybody's next order is due (`dueOf`). */
export function dueColumns(facts: CustomerFacts, rhythm: Rhythm, within: number): DueColumns {
  const column = () => new Float64Array(facts.count).fill(Number.NaN)
  const columns = { day: column(), from: column(), to: column() }
  for (let at = 0; at < facts.count; at++) {
    const due = dueOf(facts, at, rhythm, within)
    if (!due) continue
    columns.day[at] = due.day
    columns.from[at] = due.from
    columns.to[at] = due.to
  }
  return columns
}
