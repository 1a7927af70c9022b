import { addDays, daysBetween } from '../../model/day.ts'
import { blackFriday, commerceDays, type CommerceDay } from '../seasonality/commerce-days.ts'
import { stepNames, type History } from './history.ts'

/** A day that is not like others. The same name every year, whatever its date. */
export interface Holiday {
  /** YYYY-MM-DD. */
  readonly date: string
  readonly name: string
}

const MOST_COLUMNS = 30

/** Commerce days that are no public holiday in most countries, and on which shops sell otherwise for that day alone. */
const TRADE: readonly CommerceDay[] = ['black_friday', 'cyber_monday']

/** Days of trade that are on no public calendar: Black Friday with its week and weekend, and Cyber Monday. */
export function tradeDays(first: number, last: number): Holiday[] {
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
  const around = years.flatMap((year) => [
    ...[-4, -3, -2, -1].map((days) => ({
      date: addDays(blackFriday(year), days),
      name: 'black_friday_week',
    })),
    ...[1, 2].map((days) => ({ date: addDays(blackFriday(year), days), name: 'black_friday_weekend' })),
  ])
  const days = commerceDays(`${first}-01-01`, `${last}-12-31`).filter(({ name }) => TRADE.includes(name))
  return [...around, ...days.map(({ day, name }) => ({ date: day, name }))]
}

const withNeighbours = (holidays: readonly Holiday[]): Holiday[] =>
  holidays.flatMap((holiday) => [
    holiday,
    { date: addDays(holiday.date, -1), name: 'day before a holiday' },
    { date: addDays(holiday.date, 1), name: 'day after a holiday' },
  ])

/** Where among the steps a day stands; -1 outside of them. */
function locator(history: History, count: number): (date: string) => number {
  const [start] = stepNames(history, 0, 1)
  const length = history.frequency === 'W' ? 7 : 1
  return (date) => {
    const at = Math.floor(daysBetween(start!.slice(0, 10), date) / length)
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
