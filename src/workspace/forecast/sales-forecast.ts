import type { ModelName } from '../../analytics/forecast/model.ts'
import type { SeriesForecast } from '../../analytics/forecast/forecast-series.ts'
import { forecastInWorker, type ForecastResult } from '../../jobs/forecaster.ts'
import { toMajor, toMinor } from '../../model/currency.ts'
import { failure, type Outcome, success } from '../../model/outcome.ts'
import type { Control, Workspace } from '../workspace.ts'
import { countryOf } from './country.ts'
import { salesHistory, type SalesHistory, type Subject } from './history.ts'
import { candidatesFor, type RegressorsAsked } from './regressors.ts'

export { forecastInWorker as forecastAnySeries } from '../../jobs/forecaster.ts'

export interface SalesForecastOptions extends Subject {
  readonly model: ModelName | 'auto'
  readonly horizon: number
  readonly levels: readonly number[]
  readonly seed: number
  readonly regressors?: RegressorsAsked | undefined
  /** Nobody waits for it: it must not stand in the way of forecasts that are asked for. */
  readonly inBackground?: boolean | undefined
}

export interface ForecastPoint {
  readonly date: string
  readonly value: number
  /** By level in percent: lower and upper end. */
  readonly intervals: Readonly<Record<string, readonly [number, number]>>
}

/** What the horizon brings in all: its intervals are those of the sum, measured by backtest. */
export interface ForecastTotal {
  readonly value: number
  readonly intervals: Readonly<Record<string, readonly [number, number]>>
}

/** One run over the shop's history: the forecast, and what the records keep of it. */
export interface SalesRun {
  readonly history: SalesHistory
  readonly forecast: ForecastResult
  readonly points: ForecastPoint[]
  /** The sum of the points with its own intervals, by level. */
  readonly total: ForecastTotal
  readonly seconds: number
}

/** Amounts to the currency's minor unit, counts to hundredths. */
const rounded = (history: SalesHistory, value: number): number =>
  history.target === 'net_sales' && history.currency
    ? toMajor(toMinor(value, history.currency), history.currency)
    : Math.round(value * 100) / 100

const pointsOf = (history: SalesHistory, forecast: SeriesForecast): ForecastPoint[] =>
  forecast.point.map((value, step) => ({
    date: forecast.dates[step] ?? '',
    value: rounded(history, value),
    intervals: Object.fromEntries(
      Object.entries(forecast.intervals).map(([level, { lower, upper }]) => [
        level,
        [rounded(history, lower[step] ?? value), rounded(history, upper[step] ?? value)] as const,
      ]),
    ),
  }))

const totalOf = (history: SalesHistory, { total }: SeriesForecast): ForecastTotal => ({
  value: rounded(history, total.value),
  intervals: Object.fromEntries(
    Object.entries(total.intervals).map(([level, [low, high]]) => [
      level,
      [rounded(history, low), rounded(history, high)] as const,
    ]),
  ),
})

/** Learns from the subject's finished steps and forecasts the steps after them, in the worker. Nothing is stored. */
export async function runSalesForecast(
  workspace: Workspace,
  options: SalesForecastOptions,
  control: Control = {},
): Promise<Outcome<SalesRun>> {
  const begin = performance.now()
  const found = await salesHistory(workspace, options, control.signal)
  if (!found.ok) return found
  const history = found.value
  const request = {
    values: Float64Array.from(history.learnt),
    start: history.start,
    frequency: history.frequency,
    horizon: options.horizon,
    levels: options.levels,
    model: options.model,
    seed: options.seed,
  } as const
  const asked = options.regressors
  const candidates = asked
    ? await candidatesFor(workspace, history, options.horizon, asked, control)
    : success([])
  if (!candidates.ok) return candidates
  const beside = {
    country: countryOf(history.time_zone),
    candidates: candidates.value,
    inBackground: options.inBackground,
  }
  const made = await forecastInWorker(request, control, beside)
  if (!made.ok) return made
  if (control.signal?.aborted) return failure('CANCELLED', 'cancelled by the caller')
  const seconds = (performance.now() - begin) / 1000
  const forecast = made.value
  return success({
    history,
    forecast,
    points: pointsOf(history, forecast),
    total: totalOf(history, forecast),
    seconds,
  })
}
