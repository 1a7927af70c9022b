import { addDays, weekday } from '../../model/day.ts'
import type { NamedDay } from './seasonality.ts'

/** Easter Sunday of a year in the Gregorian calendar (Meeus, Astronomical Algorithms, 1991). */
export function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The day after the fourth Thursday of November. */
export function blackFriday(year: number): string {
  const first = weekday(`${year}-11-01`)
  const thursday = 1 + ((4 - first + 7) % 7) + 21
  return addDays(`${year}-11-01`, thursday)
}

/** Days on which shops of most countries sell other than usual, by key; names are texts of the app. */
export const COMMERCE_DAYS = [
  'new_year',
  'epiphany_eve',
  'valentine',
  'good_friday',
  'easter',
  'halloween',
  'singles_day',
  'black_friday',
  'cyber_monday',
  'christmas_eve',
  'christmas',
  'new_year_eve',
] as const
export type CommerceDay = (typeof COMMERCE_DAYS)[number]

const dayOfYear: Readonly<Record<CommerceDay, (year: number) => string>> = {
  new_year: (year) => `${year}-01-01`,
  epiphany_eve: (year) => `${year}-01-05`,
  valentine: (year) => `${year}-02-14`,
  good_friday: (year) => addDays(easter(year), -2),
  easter,
  halloween: (year) => `${year}-10-31`,
  singles_day: (year) => `${year}-11-11`,
  black_friday: blackFriday,
  cyber_monday: (year) => addDays(blackFriday(year), 3),
  christmas_eve: (year) => `${year}-12-24`,
  christmas: (year) => `${year}-12-25`,
  new_year_eve: (year) => `${year}-12-31`,
}

/** All commerce days from one day to another, both included, in order. */
export function commerceDays(from: string, to: string): (NamedDay & { readonly name: CommerceDay })[] {
  const years = Array.from(
    { length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 },
    (_, at) => Number(from.slice(0, 4)) + at,
  )
  return years
    .flatMap((year) => COMMERCE_DAYS.map((name) => ({ day: dayOfYear[name](year), name })))
    .filter(({ day }) => day >= from && day <= to)
    .sort((a, b) => a.day.localeCompare(b.day))
}

/**
 * The days from one to another on which a shop may sell otherwise, each once: the commerce days, and the public holidays
 * that are none of them. It is the list that forecasts learn from, too.
 */
export function specialDays(
  from: string,
  to: string,
  holidays: readonly { readonly date: string; readonly name: string }[],
): NamedDay[] {
  const days = new Map<string, string>(
    holidays.filter(({ date }) => date >= from && date <= to).map(({ date, name }) => [date, name]),
  )
  for (const { day, name } of commerceDays(from, to)) days.set(day, name)
  return [...days].map(([day, name]) => ({ day, name })).sort((a, b) => a.day.localeCompare(b.day))
}
