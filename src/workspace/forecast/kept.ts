import type { ModelName } from '../../analytics/forecast/model.ts'
import type { StoredRecord } from '../../store/records.ts'
import { plain } from '../stored-records.ts'
import type { Workspace } from '../workspace.ts'
import type { Subject } from './history.ts'
import { subjectKey, subjectOf } from './subject.ts'
import type { ForecastPoint, SalesForecastOptions, SalesRun } from './sales-forecast.ts'
import { TASK } from './train.ts'

/** A forecast as it was kept. */
export interface KeptPrediction {
  readonly prediction_id: string
  readonly model_id: string
  readonly points: readonly ForecastPoint[]
  /** All that the answer said, as it was kept. */
  readonly data: StoredRecord['data']
}

/** A forecast that was made before. `current`: the data are still those that it was made from. */
export interface FoundPrediction extends KeptPrediction {
  readonly made_at: string
  readonly current: boolean
}

const noteOf = (prediction: string) => `forecast ${prediction}`

const subjectData = ({ target, product_id, category, frequency }: Subject) => ({
  target,
  product_id,
  category,
  frequency: frequency ?? 'D',
})

const answerOf = (options: SalesForecastOptions, { history, forecast, total, seconds }: SalesRun) => ({
  ...subjectData(options),
  currency: history.currency,
  time_zone: history.time_zone,
  model: forecast.model,
  reason: forecast.reason,
  leaderboard: forecast.leaderboard,
  seasonality: forecast.seasonality,
  components: forecast.components,
  backtest: forecast.backtest,
  explanations: forecast.explanations,
  total,
  calendar: forecast.calendar,
  regressors: forecast.regressors,
  findings: forecast.findings,
  cut_short: forecast.cut_short,
  backend: forecast.backend,
  trained_on: { from: history.from, to: history.to, days: history.values.length },
  stock_outs: history.stockOuts,
  history: { start: history.start, values: history.values },
  seconds,
})

/** Keeps what was predicted with the model's id, so that it can be held against what comes true. */
export async function keepPrediction(
  workspace: Workspace,
  options: SalesForecastOptions,
  modelId: string,
  run: SalesRun,
): Promise<KeptPrediction> {
  const data = plain({
    task: TASK,
    model_id: modelId,
    ...subjectData(options),
    days_ahead: options.horizon,
    levels: options.levels,
    seed: options.seed,
    asked: options.model,
    regressors: options.regressors,
    fingerprint: run.history.fingerprint,
    answer: answerOf(options, run),
    past: { rehearsals: run.forecast.rehearsals, latest: run.forecast.latest },
  })
  const prediction = await workspace.records('predictions').put(data)
  const { id } = prediction
  await workspace
    .records('sales_forecasts')
    .put(plain({ prediction_id: id, model_id: modelId, ...subjectData(options), points: run.points }), id)
  await workspace.lastKnown.write(noteOf(id), true).catch(() => {})
  return { prediction_id: id, model_id: modelId, points: run.points, data }
}

const isOf = (data: StoredRecord['data'], subject: Subject, horizon: number): boolean =>
  data['task'] === TASK &&
  data['days_ahead'] === horizon &&
  subjectKey(subjectOf(data)) === subjectKey(subject)

async function withPoints(workspace: Workspace, record: StoredRecord): Promise<KeptPrediction | null> {
  const kept = await workspace.records('sales_forecasts').get(record.id)
  return kept
    ? {
        prediction_id: record.id,
        model_id: String(record.data['model_id']),
        points: kept.data['points'] as readonly ForecastPoint[],
        data: record.data,
      }
    : null
}

/** Whether the same columns took part: those that were asked for alike, or none on either side. */
function sameColumns(data: StoredRecord['data'], options: SalesForecastOptions): boolean {
  const { regressors = [] } = data['answer'] as { regressors?: readonly { readonly kept: boolean }[] }
  const asked = JSON.stringify(data['regressors'] ?? null) === JSON.stringify(options.regressors ?? null)
  return asked || (options.regressors === undefined && regressors.every(({ kept }) => !kept))
}

/** The same question asked of the same data before: its answer stands. */
export async function answeredBefore(
  workspace: Workspace,
  options: SalesForecastOptions,
  modelId: string,
  fingerprint: string,
): Promise<KeptPrediction | null> {
  const same = (await workspace.records('predictions').list()).find(
    ({ data }) =>
      isOf(data, options, options.horizon) &&
      data['model_id'] === modelId &&
      data['fingerprint'] === fingerprint &&
      data['seed'] === options.seed &&
      sameColumns(data, options) &&
      JSON.stringify(data['levels']) === JSON.stringify(options.levels),
  )
  return same ? withPoints(workspace, same) : null
}

/** The newest forecast of a subject over a horizon, by a model or ('auto') by any; null when there is none. */
export async function latestPrediction(
  workspace: Workspace,
  subject: Subject,
  horizon: number,
  model: ModelName | 'auto',
): Promise<FoundPrediction | null> {
  const fits = (data: StoredRecord['data']) =>
    model === 'auto' || (data['answer'] as { readonly model?: string } | undefined)?.model === model
  const found = (await workspace.records('predictions').list()).find(
    ({ data }) => isOf(data, subject, horizon) && fits(data),
  )
  const kept = found && (await withPoints(workspace, found))
  if (!kept) return null
  const current = (await workspace.lastKnown.read<true>(noteOf(found.id))) === true
  return { ...kept, made_at: found.at, current }
}
