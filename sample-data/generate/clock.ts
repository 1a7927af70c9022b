/** Days are counted from 1 November 2024 in the shop's zone (Europe/Madrid): day 0; day 729 is 31 October 2026. */
export const DAYS = 730
const FIRST = Date.UTC(2024, 10, 1)
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** The moment at which the merchant made the exports: 1 November 2026, 08:00 in Madrid, as UTC milliseconds. */
export const EXPORTED_AT = Date.UTC(2026, 10, 1, 7)

const pad = (value: number) => String(value).padStart(2, '0')

/** '2025-03-30' of a day number. */
export const dateOf = (day: number): string => new Date(FIRST + day * DAY_MS).toISOString().slice(0, 10)

/** Day number of '2025-03-30'. */
export const dayOf = (date: string): number => Math.round((Date.parse(`${date}T00:00:00Z`) - FIRST) / DAY_MS)

/** 0 Monday … 6 Sunday. */
export const weekdayOf = (day: number): number => (new Date(FIRST + day * DAY_MS).getUTCDay() + 6) % 7

/** Month 0–11 and day of the month 1–31. */
export const monthDay = (day: number): { month: number; date: number } => {
  const at = new Date(FIRST + day * DAY_MS)
  return { month: at.getUTCMonth(), date: at.getUTCDate() }
}

const lastSunday = (year: number, month: number): number => {
  const end = new Date(Date.UTC(year, month + 1, 0))
  return Date.UTC(year, month, end.getUTCDate() - end.getUTCDay(), 1)
}

/** Start and end of summer time, by year. */
const SUMMERS = new Map(
  [2024, 2025, 2026].map((year) => [year, [lastSunday(year, 2), lastSunday(year, 9)] as const]),
)

/** Hours that Madrid is ahead of UTC: 2 from the last Sunday of March to that of October, 01:00 UTC (2000/84/EC). */
export const madridOffset = (instant: number): 1 | 2 => {
  const [from, to] = SUMMERS.get(new Date(instant).getUTCFullYear()) ?? [0, 0]
  return instant >= from && instant < to ? 2 : 1
}

/** UTC milliseconds of a local second of a day; the hour that spring skips becomes the one after it. */
export const instantOf = (day: number, second: number): number => {
  const local = FIRST + day * DAY_MS + second * 1000
  const summer = local - 2 * HOUR_MS
  return madridOffset(summer) === 2 ? summer : local - HOUR_MS
}

/** Day number, in the shop's zone, of an instant. */
export const localDay = (instant: number): number =>
  Math.floor((instant + madridOffset(instant) * HOUR_MS - FIRST) / DAY_MS)

/** Shopify's own style: '2025-10-02 17:09:34 +0200'. */
export const stamp = (instant: number): string => {
  const offset = madridOffset(instant)
  const text = new Date(instant + offset * HOUR_MS).toISOString()
  return `${text.slice(0, 10)} ${text.slice(11, 19)} +${pad(offset)}00`
}
