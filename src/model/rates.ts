import { currencyExponent } from './currency.ts'

/** One `base` is `rate` of `quote` from `day` ('YYYY-MM-DD') until the next rate of the pair. */
export interface RateEntry {
  readonly day: string
  readonly base: string
  readonly quote: string
  readonly rate: number
}

/**
 * From `day` on, an integer of minor units of `currency` times `factor` is minor units of the reporting currency.
 * `rate` is the same between major units.
 */
export interface RateStep {
  readonly currency: string
  readonly day: string
  readonly rate: number
  /** Decimal text with FACTOR_SCALE places, so that SQL multiplies exactly. */
  readonly factor: string
}

/** Decimal places of a factor: with those of a BIGINT it fits DuckDB's widest DECIMAL. */
export const FACTOR_SCALE = 11
/** Factors of this size and more do not fit; such a rate is not used. */
const FACTOR_LIMIT = 1e8

/** A leg's rate on a day: the last known on or before it, whichever way round it was given. */
type Leg = (day: string) => number | null

const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** The entries of each pair of currencies, by day; of several for one day the last given stands. */
function byPair(entries: readonly RateEntry[]): ReadonlyMap<string, readonly RateEntry[]> {
  const pairs = new Map<string, Map<string, RateEntry>>()
  for (const entry of entries) {
    const key = pairKey(entry.base, entry.quote)
    const days = pairs.get(key) ?? new Map<string, RateEntry>()
    days.set(entry.day, entry)
    pairs.set(key, days)
  }
  return new Map(
    [...pairs].map(([key, days]) => [key, [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1))]),
  )
}

/** The last of sorted entries on or before a day. */
function lastBy(entries: readonly RateEntry[], day: string): RateEntry | null {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle]?.day ?? '') <= day) low = middle + 1
    else high = middle
  }
  return entries[low - 1] ?? null
}

const legOf =
  (entries: readonly RateEntry[], from: string): Leg =>
  (day) => {
    const found = lastBy(entries, day)
    if (!found) return null
    return found.base === from ? found.rate : 1 / found.rate
  }

const factorOf = (rate: number, from: string, to: string): number =>
  rate * 10 ** (currencyExponent(to) - currencyExponent(from))

/** Steps of one currency: a direct pair where there is one by that day, else over one currency that both have a pair with. */
function stepsOf(
  pairs: ReadonlyMap<string, readonly RateEntry[]>,
  currencies: readonly string[],
  from: string,
  to: string,
): RateStep[] {
  const pair = (a: string, b: string) => pairs.get(pairKey(a, b))
  const direct = pair(from, to) ?? []
  const ways = currencies.flatMap((over) => {
    const [first, second] = [pair(from, over), pair(over, to)]
    return first && second ? [{ over, first, second }] : []
  })
  const days = new Set(
    [...direct, ...ways.flatMap(({ first, second }) => [...first, ...second])].map(({ day }) => day),
  )
  const legs: Leg[] = [
    legOf(direct, from),
    ...ways.map(({ over, first, second }): Leg => {
      const [one, two] = [legOf(first, from), legOf(second, over)]
      return (day) => {
        const [a, b] = [one(day), two(day)]
        return a === null || b === null ? null : a * b
      }
    }),
  ]
  const steps: RateStep[] = []
  for (const day of [...days].toSorted()) {
    const rate = legs.map((leg) => leg(day)).find((found) => found !== null)
    if (rate === undefined || rate === null) continue
    const factor = factorOf(rate, from, to)
    if (!(factor > 0 && factor < FACTOR_LIMIT)) continue
    const text = factor.toFixed(FACTOR_SCALE)
    if (steps.at(-1)?.factor !== text && Number(text) > 0)
      steps.push({ currency: from, day, rate, factor: text })
  }
  return steps
}

/**
 * The factors into a reporting currency of every currency that the entries reach, each from the day on which it is first
 * known. Later entries of the same pair and day take the place of earlier ones. Days before a currency's first step, and
 * currencies without one, have no rate: nothing is guessed.
 */
export function rateSteps(entries: readonly RateEntry[], to: string): RateStep[] {
  const pairs = byPair(entries)
  const currencies = [...new Set(entries.flatMap(({ base, quote }) => [base, quote]))].toSorted()
  return currencies.filter((from) => from !== to).flatMap((from) => stepsOf(pairs, currencies, from, to))
}
