/** How often a series is observed: hourly, daily, weekly, monthly, quarterly, yearly. */
export const FREQUENCIES = ['H', 'D', 'W', 'M', 'Q', 'Y'] as const
export type Frequency = (typeof FREQUENCIES)[number]

/** Season that counts first, in steps: hours of a day, days of a week, weeks, months and quarters of a year. */
export const SEASON: Readonly<Record<Frequency, number>> = { H: 24, D: 7, W: 52, M: 12, Q: 4, Y: 1 }

/** Steps of a mean year; used for the yearly waves. */
export const YEAR: Readonly<Record<Frequency, number>> = {
  H: 8766,
  D: 365.25,
  W: 365.25 / 7,
  M: 12,
  Q: 4,
  Y: 1,
}

/** A series as it was observed: one value per step, none missing (a day without sales is 0). */
export interface History {
  readonly values: ArrayLike<number>
  /** First step, 'YYYY-MM-DD' or, for hours, 'YYYY-MM-DDTHH:MM'. Names the steps; no model depends on it. */
  readonly start?: string | undefined
  readonly frequency: Frequency
  /** Known influences by name, each with history and horizon in one array (length n + horizon). */
  readonly regressors?: Readonly<Record<string, ArrayLike<number>>> | undefined
}

const addMonths = (start: Date, months: number): Date => {
  const first = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(start.getUTCDate(), last))
  return first
}

const HOURS: Partial<Record<Frequency, number>> = { H: 1, D: 24, W: 168 }
const MONTHS: Partial<Record<Frequency, number>> = { M: 1, Q: 3, Y: 12 }

/** Names of `count` steps from `first` steps after the start: days 'YYYY-MM-DD', hours 'YYYY-MM-DDTHH:00'; [] without a start. */
export function stepNames(history: History, first: number, count: number): string[] {
  if (history.start === undefined) return []
  const text = history.start.length === 10 ? `${history.start}T00:00Z` : `${history.start.slice(0, 16)}Z`
  const start = new Date(text)
  const { frequency } = history
  return Array.from({ length: count }, (_, index) => {
    const step = first + index
    const months = MONTHS[frequency]
    const at = months
      ? addMonths(start, months * step)
      : new Date(start.getTime() + (HOURS[frequency] ?? 24) * step * 3_600_000)
    return at.toISOString().slice(0, frequency === 'H' ? 16 : 10)
  })
}
