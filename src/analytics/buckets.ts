import { addDays, addMonths, monthStart, weekday } from '../model/day.ts'
import type { Grain, Period } from '../model/metric.ts'
import { periodDays } from './period.ts'

/** A step of a series: `date` is its start ('YYYY-MM-DD', for hours 'YYYY-MM-DDTHH'), `partial` when the period cuts it. */
export interface Bucket {
  readonly date: string
  readonly partial: boolean
}

/** Most points that a series may have. */
export const MAX_BUCKETS = 4000

const START: Readonly<Record<Exclude<Grain, 'hour'>, (day: string) => string>> = {
  day: (day) => day,
  week: (day) => addDays(day, 1 - weekday(day)),
  month: monthStart,
  quarter: (day) => addMonths(monthStart(day), -((Number(day.slice(5, 7)) - 1) % 3)),
  year: (day) => `${day.slice(0, 4)}-01-01`,
}

const NEXT: Readonly<Record<Exclude<Grain, 'hour'>, (start: string) => string>> = {
  day: (start) => addDays(start, 1),
  week: (start) => addDays(start, 7),
  month: (start) => addMonths(start, 1),
  quarter: (start) => addMonths(start, 3),
  year: (start) => addMonths(start, 12),
}

const STEP_DAYS: Readonly<Record<Grain, number>> = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 28,
  quarter: 90,
  year: 365,
}

/** About how many buckets a period has at a grain (never fewer than there are, for grains up to a week). */
export const bucketCount = (period: Period, grain: Grain): number =>
  Math.ceil(periodDays(period) / STEP_DAYS[grain])

const hours = (period: Period): Bucket[] =>
  Array.from({ length: periodDays(period) * 24 }, (_, index) => ({
    date: `${addDays(period.from, Math.floor(index / 24))}T${String(index % 24).padStart(2, '0')}`,
    partial: false,
  }))

/** The buckets of a period, none left out; weeks start on Monday; the same starts as `date_trunc` gives in SQL. */
export function buckets(period: Period, grain: Grain): Bucket[] {
  if (grain === 'hour') return hours(period)
  const result: Bucket[] = []
  let start = START[grain](period.from)
  while (start <= period.to) {
    const next = NEXT[grain](start)
    result.push({ date: start, partial: start < period.from || addDays(next, -1) > period.to })
    start = next
  }
  return result
}
