import type { RateEntry } from '../model/rates.ts'
import type { StoredRecord } from '../store/records.ts'
import type { WorkspaceDatabase } from '../store/workspace-database.ts'

/** Rates that were pasted or imported together; later lists (by `n`) stand before earlier ones for the same pair and day. */
export interface RateList {
  readonly id: string
  readonly at: string
  readonly n: number
  readonly label: string
  readonly entries: readonly RateEntry[]
}

type Packed = readonly [day: string, base: string, quote: string, rate: number]

const listOf = ({ id, at, data }: StoredRecord): RateList => ({
  id,
  at,
  n: Number(data['n'] ?? 0),
  label: String(data['label'] ?? ''),
  entries: ((data['rates'] ?? []) as Packed[]).map(([day, base, quote, rate]) => ({
    day,
    base,
    quote,
    rate,
  })),
})

/** The record of a list of rates; four values a rate, for there may be many. */
export const rateRecord = (entries: readonly RateEntry[], label: string, n: number): StoredRecord => ({
  id: crypto.randomUUID(),
  at: new Date().toISOString(),
  data: { n, label, rates: entries.map(({ day, base, quote, rate }): Packed => [day, base, quote, rate]) },
})

/** All lists of rates, oldest first. */
export const readRateLists = async (database: WorkspaceDatabase): Promise<RateList[]> =>
  (await database.records('rates').toArray())
    .map(listOf)
    .toSorted((a, b) => a.n - b.n || a.at.localeCompare(b.at))

/** All rates in the order in which they were given. */
export const readRateEntries = async (database: WorkspaceDatabase): Promise<RateEntry[]> =>
  (await readRateLists(database)).flatMap(({ entries }) => entries)
