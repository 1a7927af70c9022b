import { addDays, addMonths, daysBetween, monthEnd, monthStart } from '../model/day.ts'
import type { Grain, Period, Shift } from '../model/metric.ts'

export const PRESETS = [
  'today',
  'yesterday',
  'last_7',
  'last_28',
  'last_30',
  'last_90',
  'this_month',
  'last_month',
  'this_quarter',
  'last_quarter',
  'year_to_date',
  'last_12_months',
  'all',
] as const
export type Preset = (typeof PRESETS)[number]

export const COMPARISONS = ['previous', 'year', 'none'] as const
export type Comparison = (typeof COMPARISONS)[number]

const quarterStart = (day: string): string => {
  const month = Number(day.slice(5, 7))
  return addMonths(monthStart(day), -((month - 1) % 3))
}

const trailing = (today: string, days: number): Period => ({ from: addDays(today, 1 - days), to: today })

const whole = (start: string, months: number): Period => ({
  from: start,
  to: addDays(addMonths(start, months), -1),
})

const RESOLVE: Readonly<Record<Exclude<Preset, 'all'>, (today: string) => Period>> = {
  today: (today) => trailing(today, 1),
  yesterday: (today) => trailing(addDays(today, -1), 1),
  last_7: (today) => trailing(today, 7),
  last_28: (today) => trailing(today, 28),
  last_30: (today) => trailing(today, 30),
  last_90: (today) => trailing(today, 90),
  this_month: (today) => ({ from: monthStart(today), to: today }),
  last_month: (today) => whole(addMonths(monthStart(today), -1), 1),
  this_quarter: (today) => ({ from: quarterStart(today), to: today }),
  last_quarter: (today) => whole(addMonths(quarterStart(today), -3), 3),
  year_to_date: (today) => ({ from: `${today.slice(0, 4)}-01-01`, to: today }),
  last_12_months: (today) => ({ from: addDays(addMonths(today, -12), 1), to: today }),
}

/**
 * The days of a preset. `today` is the caller's: the real one, or the last day with data when the data lie in the past.
 * `span` is the first and last day with data and makes `all` (both `today` when there are no data).
 */
export function resolvePeriod(
  preset: Preset,
  today: string,
  span: { first: string | null; last: string | null },
): Period {
  if (preset !== 'all') return RESOLVE[preset](today)
  return { from: span.first ?? today, to: span.last ?? today }
}

/** Number of days of a period. */
export const periodDays = (period: Period): number => daysBetween(period.from, period.to) + 1

/** How many whole calendar months a period is; 0 when it is not made of whole months. */
export function wholeMonths(period: Period): number {
  if (period.from !== monthStart(period.from) || period.to !== monthEnd(period.to)) return 0
  const index = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return index(period.to) - index(period.from) + 1
}

/**
 * The period to compare with. `previous`: as many whole months before when the period is made of whole months,
 * else as many days just before. `year`: the same days a year earlier, month ends staying month ends
 * (February 2025 ↔ all 29 days of February 2024; 29 February ↔ 28 February).
 */
export function comparisonPeriod(period: Period, comparison: Comparison): Period | null {
  if (comparison === 'none') return null
  const months = wholeMonths(period)
  const back = comparison === 'year' ? 12 : months
  if (months > 0)
    return { from: addMonths(period.from, -back), to: monthEnd(addMonths(monthStart(period.to), -back)) }
  if (comparison === 'year') return { from: addMonths(period.from, -12), to: addMonths(period.to, -12) }
  const days = periodDays(period)
  return { from: addDays(period.from, -days), to: addDays(period.to, -days) }
}

/**
 * How days of the comparison period fall into the buckets of the present one: day by day from the first (hours, days
 * and weeks), or month by month where both are the same calendar months apart (months, quarters, years).
 */
export function alignment(period: Period, previous: Period, grain: Grain): Shift {
  const calendar = grain === 'month' || grain === 'quarter' || grain === 'year'
  const months = wholeMonths(period)
  if (calendar && previous.from === addMonths(period.from, -12)) return { unit: 'month', count: 12 }
  if (calendar && months > 0 && wholeMonths(previous) === months) return { unit: 'month', count: months }
  return { unit: 'day', count: daysBetween(previous.from, period.from) }
}

/** The grain that gives between a handful and about sixty points. */
export function defaultGrain(period: Period): Grain {
  const days = periodDays(period)
  if (days <= 2) return 'hour'
  if (days <= 62) return 'day'
  if (days <= 190) return 'week'
  if (days <= 1830) return 'month'
  return days <= 5500 ? 'quarter' : 'year'
}
