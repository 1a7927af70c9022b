import type { AnswerOf } from '../../api/client.ts'
import type { generateForecastOperation } from '../../api/forecast-generate.ts'
import { stepNames } from '../../analytics/forecast/history.ts'
import { addDays, addMonths } from '../../model/day.ts'
import type { Period } from '../../model/metric.ts'

export const TARGETS = ['net_sales', 'orders', 'units'] as const
export type Target = (typeof TARGETS)[number]

/** What POST /api/v1/forecast/generate answers. */
export type Forecast = AnswerOf<typeof generateForecastOperation>
/** One step ahead. */
export type ForecastDay = Forecast['points'][number]

/** What the steps bring together. */
export const sumOf = (points: readonly Pick<ForecastDay, 'value'>[]): number =>
  points.reduce((total, { value }) => total + value, 0)

/** Days that are forecast. */
export const horizonOf = ({ points }: Pick<Forecast, 'points'>): Period => ({
  from: points[0]?.date ?? '',
  to: points.at(-1)?.date ?? '',
})

type Past = Pick<Forecast, 'history' | 'frequency' | 'points'>

/** Steps of the history by name. */
const named = ({ history, frequency }: Past): readonly string[] =>
  stepNames({ ...history, frequency }, 0, history.values.length)

/** Of steps of the history those that a gap covers: nothing was sold where the shop sells otherwise. */
const emptyIn = (findings: Forecast['findings'], first: number, last: number): number =>
  findings
    .filter(({ kind }) => kind === 'gap')
    .reduce(
      (sum, { at, steps }) => sum + Math.max(0, Math.min(last, at + steps - 1) - Math.max(first, at) + 1),
      0,
    )

/**
 * The same steps a year earlier and their sum, and how many of them lie in a gap; null when the history does not hold all of
 * them, and for hours.
 */
export function yearBefore(
  forecast: Past & Partial<Pick<Forecast, 'findings'>>,
): (Period & { readonly total: number; readonly empty: number }) | null {
  const { from, to } = horizonOf(forecast)
  if (from === '' || forecast.frequency === 'H') return null
  const names = named(forecast)
  const back = (date: string) => (forecast.frequency === 'W' ? addWeeks(date, -52) : addMonths(date, -12))
  const past = { from: back(from), to: back(to) }
  const first = names.indexOf(past.from)
  const last = names.indexOf(past.to)
  if (first < 0 || last < 0) return null
  return {
    ...past,
    total: forecast.history.values.slice(first, last + 1).reduce((sum, value) => sum + value, 0),
    empty: emptyIn(forecast.findings ?? [], first, last),
  }
}

const addWeeks = (day: string, weeks: number): string => addDays(day, 7 * weeks)

/** Steps of history that the chart shows before the forecast: twice the horizon, two months of days at least. */
export const shownHistory = ({ history, points, frequency }: Past): number =>
  Math.min(history.values.length, Math.max(frequency === 'D' ? 60 : 24, 2 * points.length))

/** The last `count` steps of the history with their names. */
export function lastSteps(
  forecast: Past,
  count: number,
): readonly { readonly date: string; readonly value: number }[] {
  const names = named(forecast)
  return forecast.history.values
    .map((value, at) => ({ date: names[at] ?? '', value }))
    .slice(names.length - count)
}
