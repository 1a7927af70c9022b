import { addDays, addMonths } from '../../model/day.ts'
import { alignment, periodDays, wholeMonths } from '../../analytics/period.ts'
import type { Grain, Period } from '../../model/metric.ts'
import type { Formats } from '../../ui/text/format.ts'
import type { Translate } from '../../ui/text/translate.ts'

export type Unit = 'money' | 'count' | 'ratio'

interface Compared extends Period {
  readonly mode: 'previous' | 'year' | 'none'
}

/** A figure in full: an amount, a count, a share. */
export function writeFigure(
  format: Formats,
  unit: Unit,
  value: number | null,
  currency: string | null,
): string {
  if (unit === 'money') return format.money(value, currency ?? 'XXX')
  return unit === 'ratio' ? format.percent(value) : format.number(value)
}

/** A figure for a tile or an axis. */
export function writeShort(
  format: Formats,
  unit: Unit,
  value: number | null,
  currency: string | null,
): string {
  if (unit === 'money') return format.compactMoney(value, currency ?? 'XXX')
  return unit === 'ratio' ? format.percent(value) : format.compact(value)
}

/** "March 2026" where the days are one, "3 Mar – 9 Apr 2026" else. */
export function writePeriod(format: Formats, period: Period): string {
  const months = wholeMonths(period)
  if (months === 1) return format.month(period.from)
  if (months === 3 && [1, 4, 7, 10].includes(Number(period.from.slice(5, 7))))
    return format.quarter(period.from)
  if (months === 12 && period.from.endsWith('-01-01')) return period.from.slice(0, 4)
  return format.dayRange(period.from, period.to)
}

const sameYear = ({ from, to }: Period) => from.slice(0, 4) === to.slice(0, 4)

/** Name of a comparison as a tile has room for: "Feb 2026", "prior 30 d", "2025". */
export function writeComparison(t: Translate, format: Formats, compared: Compared): string {
  const months = wholeMonths(compared)
  if (months === 1) return format.shortMonth(compared.from)
  if (months === 3 || months === 12) return writePeriod(format, compared)
  if (compared.mode === 'year')
    return sameYear(compared) ? compared.from.slice(0, 4) : t('dashboard.yearBefore')
  return t('dashboard.daysBefore', { n: periodDays(compared) })
}

/** Days of the comparison that stand behind each step of a series. */
export function comparedDates(
  dates: readonly string[],
  period: Period,
  compared: Period,
  grain: Grain,
): readonly string[] {
  const { unit, count } = alignment(period, compared, grain)
  const back = (day: string) => (unit === 'month' ? addMonths(day, -count) : addDays(day, -count))
  return dates.map((date) => back(date.slice(0, 10)) + date.slice(10))
}

/** A country by its name in the reader's language where the data give its code. */
export function writeCountry(locale: string, country: string): string {
  if (!/^[A-Z]{2}$/.test(country)) return country
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(country) ?? country
}
