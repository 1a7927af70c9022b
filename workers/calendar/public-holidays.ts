import { bothNames } from '../../src/analytics/seasonality/holiday-name.ts'
import type { Holiday } from '../../src/analytics/forecast/calendar.ts'

const bare = (name: string): string => name.replace(/\s*\(.*\)$/, '')

/**
 * Public holidays of a country (two letters: 'ES') over whole years, moving ones too, with their local and their English
 * name; the tables are part of the app and are loaded at first need. [] for a country that is not in them.
 */
export async function publicHolidays(country: string, first: number, last: number): Promise<Holiday[]> {
  const { default: Holidays } = await import('date-holidays')
  const calendar = new Holidays()
  if (!(country in calendar.getCountries())) return []
  calendar.init(country)
  // A calendar keeps the language that it was last asked in.
  const other = new Holidays(country)
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const english = (year: number): Map<string, string> =>
    new Map(other.getHolidays(year, 'en').map(({ rule, name }) => [rule, bare(name)]))
  return years.flatMap((year) => {
    const translated = english(year)
    return calendar
      .getHolidays(year)
      .filter(({ type }) => type === 'public' || type === 'bank')
      .map(({ date, name, rule }) => ({
        date: date.slice(0, 10),
        name: bothNames(bare(name), translated.get(rule) ?? ''),
      }))
  })
}
