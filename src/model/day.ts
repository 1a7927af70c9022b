const PATTERN = /^\d{4}-\d{2}-\d{2}$/
const DAY_MS = 86_400_000

const fromMs = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** Days since 1970-01-01 of a day 'YYYY-MM-DD'; NaN for what is no day. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS

/** The day of a day number: 0 → '1970-01-01'. */
export const dayOf = (number: number): string => fromMs(number * DAY_MS)

/** True for a day of the calendar written 'YYYY-MM-DD' ('2023-02-29' is none). */
export const isDay = (text: string): boolean => {
  if (!PATTERN.test(text)) return false
  const number = dayNumber(text)
  return Number.isFinite(number) && dayOf(number) === text
}

/** The day `days` after (before, when negative). */
export const addDays = (day: string, days: number): string => dayOf(dayNumber(day) + days)

/** How many days lie between: ('2024-02-28', '2024-03-01') → 2. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

/** Days of a month 1…12 of a year. */
const monthLength = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

const parts = (day: string): [number, number, number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
]

const pad = (number: number, width: number): string => String(number).padStart(width, '0')

/** The same day of the month `months` later, or the month's last day when it is shorter: ('2024-01-31', 1) → '2024-02-29'. */
export const addMonths = (day: string, months: number): string => {
  const [year, month, date] = parts(day)
  const index = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return `${pad(y, 4)}-${pad(m, 2)}-${pad(Math.min(date, monthLength(y, m)), 2)}`
}

/** First day of the day's month. */
export const monthStart = (day: string): string => `${day.slice(0, 8)}01`

/** Last day of the day's month. */
export const monthEnd = (day: string): string => {
  const [year, month] = parts(day)
  return `${day.slice(0, 8)}${pad(monthLength(year, month), 2)}`
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export const weekday = (day: string): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
