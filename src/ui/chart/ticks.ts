import type { Formats } from '../text/format.ts'
import type { ChartGrain } from './series.ts'

/** Smallest of 1, 2, 2.5, 5 times a power of ten that is not below the wish. */
function niceStep(wish: number): number {
  const power = 10 ** Math.floor(Math.log10(wish))
  const lead = wish / power
  return power * ([1, 2, 2.5, 5].find((nice) => lead <= nice + 1e-9) ?? 10)
}

/** At most `most` round values that hold low and high between the first and the last; 0 is one of them when in reach. */
export function valueTicks(low: number, high: number, most = 5): readonly number[] {
  const bottom = Math.min(0, low)
  const top = Math.max(0, high)
  if (!Number.isFinite(bottom) || !Number.isFinite(top) || top === bottom) return [0, 1]
  let step = niceStep((top - bottom) / (most - 1))
  const count = () => Math.ceil(top / step - 1e-9) - Math.floor(bottom / step + 1e-9) + 1
  while (count() > most) step = niceStep(step * 1.01)
  const first = Math.floor(bottom / step + 1e-9)
  return Array.from({ length: count() }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}

const startsMonth = (date: string, index: number, dates: readonly string[]) =>
  index > 0 && date.slice(0, 7) !== dates[index - 1]?.slice(0, 7)

/** At most `most` places for dates: starts of months when there are several, else evenly spaced. */
export function dateTicks(dates: readonly string[], grain: ChartGrain, most = 5): readonly number[] {
  const all = dates.map((_, index) => index)
  const months = all.filter((index) => startsMonth(dates[index] ?? '', index, dates))
  const byMonth = (grain === 'day' || grain === 'week') && months.length > 2
  const places = byMonth ? months : all
  const step = Math.ceil(places.length / most)
  return places.filter((_, index) => index % step === 0)
}

/** A date as short as its grain allows; in full with `whole`. */
export function writeDate(date: string, grain: ChartGrain, format: Formats, whole = false): string {
  if (grain === 'hour') return `${whole ? `${format.day(date)}, ` : ''}${date.slice(11, 13)}:00`
  if (grain === 'year') return date.slice(0, 4)
  if (grain === 'quarter') return format.quarter(date)
  if (grain === 'month') return whole ? format.month(date) : format.shortMonth(date)
  return whole ? format.day(date) : format.shortDay(date)
}

const DAY_MS = 86_400_000
const MORE_THAN_A_YEAR = 366 * DAY_MS

/** A date of the axis: over more than a year, days and weeks are told by month and year. */
export function writeTick(
  dates: readonly string[],
  index: number,
  grain: ChartGrain,
  format: Formats,
): string {
  const date = dates[index] ?? ''
  const span = Date.parse(dates.at(-1) ?? '') - Date.parse(dates[0] ?? '')
  const long = (grain === 'day' || grain === 'week') && span > MORE_THAN_A_YEAR
  return long ? format.shortMonth(date) : writeDate(date, grain, format)
}
