import type { Calendar } from './calendar.ts'
import { DAYS } from './clock.ts'
import { BUYING, DEMAND } from './parameters.ts'
import type { Random } from './random.ts'

/** A customer's hidden traits and the days on which they buy. */
export type Buyer = {
  readonly id: number
  /** Purchases per week of shop time while active, and chance to leave after each repeat. */
  readonly rate: number
  readonly leaving: number
  /** Day numbers of purchases, first to last; several may fall on one day. */
  readonly days: readonly number[]
  /** Their times in weeks of shop time, for the truth of the BG/NBD model. */
  readonly times: readonly number[]
}

const DRAWS = 2000

/** Draws of the chance to leave, evenly weighted, to average over. */
const leavingGrid = (random: Random): number[] =>
  Array.from({ length: DRAWS }, () => random.beta(BUYING.a, BUYING.b))

/**
 * Expected repeat purchases a week by a customer of a given age in weeks: an active customer's chance to be still
 * active at t is exp(−λpt), so it is E[λ exp(−λpt)] = E_p[r αʳ / (α + pt)^(r+1)].
 */
const repeatRate = (grid: readonly number[], age: number): number => {
  const { r, alpha } = BUYING
  const total = grid.reduce((sum, p) => sum + (r * alpha ** r) / (alpha + p * age) ** (r + 1), 0)
  return total / grid.length
}

/** Start of each day in weeks of shop time; the entry past the last is its end. */
export const shopTime = (tempo: readonly number[]): number[] => {
  const starts = [0]
  for (const speed of tempo) starts.push((starts.at(-1) ?? 0) + speed / 7)
  return starts
}

/** New customers wanted by day: what demand asks for beyond the repeat orders to be expected of those before. */
const newcomers = (random: Random, { demand, tempo }: Calendar, starts: readonly number[]): number[] => {
  const grid = leavingGrid(random)
  const curve = Array.from({ length: 220 }, (_, halves) => repeatRate(grid, halves / 2))
  const fresh: number[] = []
  for (let day = 0; day < DAYS; day++) {
    const now = starts[day] ?? 0
    const weekly = fresh.reduce(
      (sum, count, past) => sum + count * (curve[Math.round(2 * (now - (starts[past] ?? 0)))] ?? 0),
      0,
    )
    const wanted = demand[day] ?? 0
    fresh.push(Math.max(DEMAND.leastNew * wanted, wanted - (weekly * (tempo[day] ?? 1)) / 7))
  }
  return fresh
}

/** Last day whose start is not after a moment of shop time. */
const dayAt = (starts: readonly number[], time: number): number => {
  let [low, high] = [0, DAYS - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= time) low = middle
    else high = middle - 1
  }
  return low
}

/** One customer's life from the first purchase: exponential gaps until they leave or the two years end. */
const live = (random: Random, id: number, first: number, starts: readonly number[]): Buyer => {
  const rate = random.gamma(BUYING.r, BUYING.alpha)
  const leaving = random.beta(BUYING.a, BUYING.b)
  const opening = starts[first] ?? 0
  const end = starts[DAYS] ?? 0
  const times = [opening + random.uniform() * ((starts[first + 1] ?? end) - opening)]
  for (;;) {
    const next = (times.at(-1) ?? 0) + random.exponential(rate)
    if (!(next < end)) break
    times.push(next)
    if (random.chance(leaving)) break
  }
  return { id, rate, leaving, times, days: times.map((time) => dayAt(starts, time)) }
}

/** Every customer that the two years bring, in order of their first purchase. */
export const makeBuyers = (random: Random, calendar: Calendar): Buyer[] => {
  const starts = shopTime(calendar.tempo)
  const buyers: Buyer[] = []
  newcomers(random, calendar, starts).forEach((wanted, day) => {
    const count = random.poisson(wanted)
    for (let i = 0; i < count; i++) buyers.push(live(random, buyers.length, day, starts))
  })
  return buyers
}
