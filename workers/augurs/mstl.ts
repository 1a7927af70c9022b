import startModule, { MSTL } from '@bsull/augurs/mstl'
import { SEASON } from '../../src/analytics/forecast/history.ts'
import { asModel, type Model, type Series } from '../../src/analytics/forecast/model.ts'

/** A fitted MSTL cannot be stored, so its data are: it is fitted when it is asked. */
interface State {
  readonly values: Float64Array
  readonly periods: readonly number[]
  readonly log: boolean
}

const KEPT = 2200

/** Loads the module; `source` are its bytes where it cannot be fetched (Node). */
export const startMstl = async (source?: Uint8Array): Promise<void> => {
  await startModule(source ? { module_or_path: source as Uint8Array<ArrayBuffer> } : undefined)
}

/** A season may stop to show at a later origin: it needs one, and takes that of the frequency then. */
const periodsOf = (series: Series, length: number): number[] => {
  const periods = [series.season, series.longSeason].filter((period) => period > 1 && length > 2 * period + 1)
  return periods.length > 0 ? periods : [SEASON[series.frequency]]
}

const fit = (series: Series): State => {
  const values = series.values.slice(-KEPT)
  const log = values.every((value) => value > 0)
  return {
    values: log ? values.map(Math.log) : values,
    periods: periodsOf(series, values.length),
    log,
  }
}

/** Seasonal decomposition by loess for one or several seasons with exponential smoothing of the rest; logarithms where all values are positive. */
const model: Model<State> = {
  name: 'mstl',
  cost: { whole: 60, update: 60 },
  minimum: (series) => (series.season > 1 ? 2 * series.season + 2 : Infinity),
  fit,
  predict({ values, periods, log }, ahead) {
    const mstl = MSTL.ets([...periods])
    try {
      mstl.fit(values)
      const { point } = mstl.predict(ahead.positions.length)
      return Float64Array.from(point, (value) => (log ? Math.exp(Math.min(value, 80)) : value))
    } finally {
      mstl.free()
    }
  },
  explain: ({ periods, log }) => ({ periods: [...periods], log }),
}

export const mstl = asModel(model)
