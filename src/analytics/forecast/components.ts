import { movingAverage, seasonalEffects } from './decompose.ts'
import type { History } from './history.ts'
import { prepare } from './prepare.ts'

/** The season of a series: its length in steps, how much of the movement it explains, and the effect of each phase. */
export interface Seasonality {
  readonly season: number
  /** 0 … 1: share of the movement around the trend that repeats (Wang, Smith and Hyndman, 2006). */
  readonly strength: number
  /** Effect of each phase in the unit of the series; the first phase is that of the first step. Empty: no season. */
  readonly effects: readonly number[]
  /** Phases on which the shop is always closed. */
  readonly closed: readonly boolean[]
}

/** What history and forecast are made of: value = trend + seasonal + remainder. Null where no trend can be told. */
export interface Components {
  readonly history: {
    readonly trend: readonly (number | null)[]
    readonly seasonal: readonly number[]
    readonly remainder: readonly (number | null)[]
  }
  readonly forecast: { readonly trend: readonly number[]; readonly seasonal: readonly number[] }
}

const variance = (values: readonly number[]): number => {
  const centre = values.reduce((sum, value) => sum + value, 0) / (values.length || 1)
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length || 1)
}

/** Classical additive decomposition of the history, and the same season taken out of the forecast. */
export function takeApart(
  history: History,
  point: readonly number[],
): { seasonality: Seasonality; components: Components } {
  const { closed } = prepare(history)
  const season = closed.length
  const n = history.values.length
  const average = movingAverage(history.values, season > 1 ? season : Math.min(7, n))
  const effects = season > 1 ? seasonalEffects(history.values, season, 'A') : new Float64Array(0)
  const effectAt = (step: number): number => effects[step % (season || 1)] ?? 0
  const trend = Array.from(average, (value) => (Number.isNaN(value) ? null : value))
  const seasonal = Array.from({ length: n }, (_, step) => effectAt(step))
  const remainder = trend.map((value, step) =>
    value === null ? null : history.values[step]! - value - seasonal[step]!,
  )
  const rest = remainder.filter((value) => value !== null)
  const moved = rest.map((value, i) => value + effectAt(i + Math.floor(season / 2)))
  const whole = variance(moved)
  const ahead = point.map((_, step) => effectAt(n + step))
  return {
    seasonality: {
      season,
      strength: season > 1 && whole > 0 ? Math.max(0, 1 - variance(rest) / whole) : 0,
      effects: Array.from(effects),
      closed,
    },
    components: {
      history: { trend, seasonal, remainder },
      forecast: { trend: point.map((value, step) => value - ahead[step]!), seasonal: ahead },
    },
  }
}
