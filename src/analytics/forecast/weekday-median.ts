import { asModel, type Model } from './model.ts'
import { median } from './statistics.ts'

const SEASONS = 8

interface State {
  /** Typical value of each phase; the first is that of the step right after the series. */
  readonly typical: Float64Array
}

/**
 * For each weekday the median of its last 8 weeks (for other frequencies: of each phase's last 8 seasons; hours
 * are told apart by the week once three weeks are there). Without a season: the median of the last 8 values.
 */
const model: Model<State> = {
  name: 'weekday_median',
  cost: { whole: 2, update: 1 },
  minimum: () => 1,
  fit(series) {
    const { raw } = series
    const season = Math.min(series.longSeason || series.season, raw.length)
    const typical = Float64Array.from({ length: season }, (_, phase) => {
      const seen: number[] = []
      for (let at = raw.length - season + phase; at >= 0 && seen.length < SEASONS; at -= season)
        seen.push(raw[at]!)
      return median(seen)
    })
    return { typical }
  },
  predict: ({ typical }, ahead) =>
    Float64Array.from(ahead.positions, (_, step) => typical[step % typical.length]!),
  explain: ({ typical }) => ({ season: typical.length, seasons: SEASONS, typical: Array.from(typical) }),
}

export const weekdayMedian = asModel(model)
