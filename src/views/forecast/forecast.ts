import type { Reason, Standing } from '../../analytics/forecast/choose.ts'
import type { ModelName } from '../../analytics/forecast/model.ts'
import { addDays, addMonths, daysBetween } from '../../model/day.ts'
import type { Period } from '../../model/metric.ts'

export const TARGETS = ['net_sales', 'orders', 'units'] as const
export type Target = (typeof TARGETS)[number]

/** Interval ends by level in percent. */
type Intervals = Readonly<Record<string, readonly [number, number]>>

export interface ForecastDay {
  readonly date: string
  readonly value: number
  readonly intervals: Intervals
}

/** What POST /api/ml/predict-sales answers, as far as the page reads it. */
export interface Forecast {
  readonly prediction_id: string
  readonly target: Target
  readonly currency: string | null
  readonly time_zone: string
  readonly model: ModelName
  readonly reason: Reason
  readonly leaderboard: readonly Standing[]
  readonly backtest: { readonly validation: number; readonly test: number; readonly horizon: number } | null
  readonly explanations: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly trained_on: { readonly from: string; readonly to: string; readonly days: number }
  readonly history: { readonly start: string; readonly values: readonly number[] }
  readonly points: readonly ForecastDay[]
}

/** Sum of the horizon; `low` and `high` are sums of the ends of each day's interval, wider than an interval of the sum. */
export interface Expected {
  readonly total: number
  readonly low: number
  readonly high: number
}

/** What the horizon brings in all, with the ends of the days' intervals at a level. */
export function expectedTotal(points: readonly ForecastDay[], level: number): Expected {
  const sum = (of: (day: ForecastDay) => number) => points.reduce((total, day) => total + of(day), 0)
  return {
    total: sum(({ value }) => value),
    low: sum(({ value, intervals }) => intervals[level]?.[0] ?? value),
    high: sum(({ value, intervals }) => intervals[level]?.[1] ?? value),
  }
}

/** Days that are forecast. */
export const horizonOf = ({ points }: Pick<Forecast, 'points'>): Period => ({
  from: points[0]?.date ?? '',
  to: points.at(-1)?.date ?? '',
})

/** The same calendar days a year earlier and their sum; null when the history does not hold all of them. */
export function yearBefore(
  forecast: Pick<Forecast, 'history' | 'points'>,
): (Period & { readonly total: number }) | null {
  const { from, to } = horizonOf(forecast)
  const { start, values } = forecast.history
  if (from === '') return null
  const past = { from: addMonths(from, -12), to: addMonths(to, -12) }
  const first = daysBetween(start, past.from)
  const last = daysBetween(start, past.to)
  if (first < 0 || last >= values.length) return null
  return { ...past, total: values.slice(first, last + 1).reduce((sum, value) => sum + value, 0) }
}

/** Days of history that the chart shows before the forecast: twice the horizon, two months at least. */
export const shownHistory = ({ history, points }: Pick<Forecast, 'history' | 'points'>): number =>
  Math.min(history.values.length, Math.max(60, 2 * points.length))

/** The last `count` days of the history, dated. */
export function lastDays(
  history: Forecast['history'],
  count: number,
): readonly { readonly date: string; readonly value: number }[] {
  const skipped = history.values.length - count
  return history.values
    .slice(skipped)
    .map((value, index) => ({ date: addDays(history.start, skipped + index), value }))
}
