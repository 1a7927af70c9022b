const DAY_MS = 86_400_000

const time = (day: string) => Date.parse(`${day}T00:00:00Z`)
const written = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** Day so many days later: ('2026-02-28', 1) → '2026-03-01'. */
export const plusDays = (day: string, count: number): string => written(time(day) + count * DAY_MS)

/** ISO weekday, 1 Monday … 7 Sunday. */
const weekdayOf = (day: string): number => new Date(time(day)).getUTCDay() || 7

/** Same day of a later month, or that month's last day. */
export function plusMonths(day: string, count: number): string {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7)) - 1 + count
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return written(Date.UTC(year, month, Math.min(Number(day.slice(8, 10)), last)))
}

/** Days from first to last, both counted. */
export const countDays = (from: string, to: string): number =>
  Math.round((time(to) - time(from)) / DAY_MS) + 1

/** Weeks of a month as rows of seven days; days of the months beside it fill the ends. `weekStart` 1 Monday … 7 Sunday. */
export function monthWeeks(month: string, weekStart: number): readonly (readonly string[])[] {
  const first = `${month.slice(0, 7)}-01`
  const start = plusDays(first, -((weekdayOf(first) - weekStart + 7) % 7))
  const days = countDays(start, plusDays(plusMonths(first, 1), -1))
  return Array.from({ length: Math.ceil(days / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => plusDays(start, week * 7 + weekday)),
  )
}

/** A day as typed or chosen, when it is one. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time(text)) && written(time(text)) === text
