import type { Holiday } from '../../src/analytics/forecast/calendar.ts'

/**
 * Public holidays of a country (two letters: 'ES') over whole years, moving ones too; the tables are part of the app and
 * are loaded at first need. [] for a country that is not in them.
 */
export async function publicHolidays(country: string, first: number, last: number): Promise<Holiday[]> {
  const { default: Holidays } = await import('date-holidays')
  const calendar = new Holidays()
  if (!(country in calendar.getCountries())) return []
  calendar.init(country)
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  return years.flatMap((year) =>
    calendar
      .getHolidays(year)
      .filter(({ type }) => type === 'public' || type === 'bank')
      .map(({ date, name }) => ({ date: date.slice(0, 10), name: name.replace(/\s*\(.*\)$/, '') })),
  )
}
