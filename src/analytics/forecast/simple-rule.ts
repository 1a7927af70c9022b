import { intervalWidths } from './conformal.ts'
import type { History } from './history.ts'
import type { ModelName } from './model.ts'
import { prepare, stepsAhead } from './prepare.ts'
import { weekdayMedian } from './weekday-median.ts'

export interface SimpleForecast {
  readonly model: ModelName
  readonly point: Float64Array
  /** Half-width by step of the interval that holds a share `level` (0 … 1). */
  readonly width: (level: number) => Float64Array
}

const medianFrom = async (history: History, length: number, horizon: number): Promise<Float64Array> => {
  const { series, closed } = prepare(history, length)
  const ahead = stepsAhead(history, closed, length, horizon)
  const context = { seed: 0, origin: length, horizon: 1, effort: 'full', pause: async () => false } as const
  const open = await weekdayMedian.predict(await weekdayMedian.fit(series, context), ahead)
  const point = new Float64Array(horizon)
  ahead.positions.forEach((at, i) => (point[at - length] = open[i]!))
  return point
}

/**
 * Answer for a series too short to compare models: the median of its last values (by phase, once two seasons are
 * there). Its one-step errors inside the series make the intervals, which grow with the root of the step.
 */
export async function simpleForecast(history: History, horizon: number): Promise<SimpleForecast> {
  const n = history.values.length
  const misses: number[][] = []
  for (let length = 1; length < n; length++) {
    const [guess] = await medianFrom(history, length, 1)
    misses.push([Math.abs(history.values[length]! - guess!)])
  }
  const point = await medianFrom(history, n, horizon)
  return {
    model: 'weekday_median',
    point,
    width: (level) => intervalWidths(misses, level, horizon),
  }
}
