import type { AnswerOf } from '../../../api/client.ts'
import type { forecastSeriesOperation } from '../../../api/forecast.ts'
import { type Frequency, stepNames } from '../../../analytics/forecast/history.ts'
import type { Forecast } from '../forecast.ts'

export type SeriesAnswer = AnswerOf<typeof forecastSeriesOperation>

/** The last step of a series is yesterday's when it does not say when it began. */
export function startFor(count: number, frequency: Frequency, today: string): string {
  const days = { H: 1 / 24, D: 1, W: 7, M: 30.4, Q: 91.3, Y: 365.25 }[frequency]
  return new Date(Date.parse(`${today}T00:00Z`) - Math.ceil(count * days) * 86_400_000)
    .toISOString()
    .slice(0, 10)
}

/** The answer for a series in the shape of a forecast of the shop, so that the same parts draw it. */
export function asForecast(
  answer: SeriesAnswer,
  asked: { readonly values: readonly number[]; readonly start: string; readonly frequency: Frequency },
): Forecast {
  const { values, frequency } = asked
  const start = frequency === 'H' ? `${asked.start}T00:00` : asked.start
  const names = stepNames({ values, start, frequency }, values.length, answer.point.length)
  const ends = (at: number) =>
    Object.fromEntries(
      Object.entries(answer.intervals).map(([level, { lower, upper }]) => [
        level,
        [lower[at] ?? 0, upper[at] ?? 0] as [number, number],
      ]),
    )
  return {
    prediction_id: '',
    model_id: '',
    target: 'units',
    frequency,
    currency: null,
    time_zone: 'UTC',
    model: answer.model,
    reason: answer.reason,
    points: answer.point.map((value, at) => ({ date: names[at] ?? '', value, intervals: ends(at) })),
    total: answer.total,
    leaderboard: answer.leaderboard,
    backtest: answer.backtest,
    explanations: answer.explanations,
    components: answer.components,
    regressors: [],
    findings: answer.findings,
    stock_outs: [],
    cut_short: answer.cut_short,
    trained_on: { from: asked.start, to: names[0] ?? '', days: values.length },
    history: { start, values: [...values] },
  }
}
