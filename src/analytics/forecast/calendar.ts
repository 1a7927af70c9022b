import { stepNames, type History } from './history.ts'

/** A day that is not like others. The same name every year, whatever its date. */
export interface Holiday {
  /** YYYY-MM-DD. */
  readonly date: string
  readonly name: string
}

const DAY = 86_400_000
const MOST_COLUMNS = 30

const shifted = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** Days of trade that are on no public calendar: the week of Black Friday (the day after the fourth Thursday of November). */
export function tradeDays(first: number, last: number): Holiday[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i).flatMap((year) => {
    const weekday = new Date(Date.UTC(year, 10, 1)).getUTCDay()
    const friday = `${year}-11-${String(((4 - weekday + 7) % 7) + 23).padStart(2, '0')}`
    return [
      ...[-4, -3, -2, -1].map((days) => ({ date: shifted(friday, days), name: 'Black Friday week' })),
      { date: friday, name: 'Black Friday' },
      { date: shifted(friday, 1), name: 'Black Friday weekend' },
      { date: shifted(friday, 2), name: 'Black Friday weekend' },
      { date: shifted(friday, 3), name: 'Cyber Monday' },
    ]
  })
}

const withNeighbours = (holidays: readonly Holiday[]): Holiday[] =>
  holidays.flatMap((holiday) => [
    holiday,
    { date: shifted(holiday.date, -1), name: 'day before a holiday' },
    { date: shifted(holiday.date, 1), name: 'day after a holiday' },
  ])

/** Where among the steps a day stands; -1 outside of them. */
function locator(history: History, count: number): (date: string) => number {
  const [start] = stepNames(history, 0, 1)
  const first = Date.parse(`${start!.slice(0, 10)}T00:00Z`)
  const length = history.frequency === 'W' ? 7 * DAY : DAY
  return (date) => {
    const at = Math.floor((Date.parse(`${date}T00:00Z`) - first) / length)
    return at >= 0 && at < count ? at : -1
  }
}

/**
 * One column of 0 and 1 per holiday (for weeks: the share of the week's days) over history and horizon, for holidays
 * that can be learned: seen twice, or seen once and due again. {} without a start, or for other frequencies.
 */
export function calendarColumns(
  history: History,
  horizon: number,
  holidays: readonly Holiday[],
): Record<string, Float64Array> {
  const { frequency, values, start } = history
  if (start === undefined || (frequency !== 'D' && frequency !== 'W')) return {}
  const n = values.length
  const locate = locator(history, n + horizon)
  const names = stepNames(history, 0, 1)
  const first = Number(names[0]!.slice(0, 4))
  const last = first + Math.ceil((n + horizon) / (frequency === 'D' ? 365 : 52)) + 1
  const columns = new Map<string, Float64Array>()
  for (const { date, name } of [...tradeDays(first, last), ...withNeighbours(holidays)]) {
    const at = locate(date)
    if (at < 0) continue
    const column = columns.get(name) ?? new Float64Array(n + horizon)
    column[at] = frequency === 'D' ? 1 : Math.min(1, column[at]! + 1 / 7)
    columns.set(name, column)
  }
  const learnable = [...columns].filter(([, column]) => {
    const seen = column.subarray(0, n).filter((value) => value > 0).length
    const due = column.subarray(n).some((value) => value > 0)
    return seen >= 2 || (seen === 1 && due)
  })
  return Object.fromEntries(learnable.slice(0, MOST_COLUMNS))
}
