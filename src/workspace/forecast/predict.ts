import { failure, type Outcome, success } from '../../model/outcome.ts'
import type { StoredRecord } from '../../store/records.ts'
import type { Control, Workspace } from '../workspace.ts'
import { salesHistory } from './history.ts'
import {
  type ForecastPoint,
  runSalesForecast,
  type SalesForecastOptions,
  type SalesRun,
} from './sales-forecast.ts'
import { plain } from '../stored-records.ts'
import { TASK, type TrainOptions, trainSalesForecast } from './train.ts'

export interface KeptPrediction {
  readonly prediction_id: string
  readonly model_id: string
  readonly points: readonly ForecastPoint[]
  /** All that the answer said, as it was kept. */
  readonly data: StoredRecord['data']
}

const predictionRecord = (options: SalesForecastOptions, modelId: string, run: SalesRun) =>
  plain({
    task: TASK,
    model_id: modelId,
    target: options.target,
    days_ahead: options.horizon,
    levels: options.levels,
    seed: options.seed,
    fingerprint: run.history.fingerprint,
    answer: {
      target: options.target,
      currency: run.history.currency,
      time_zone: run.history.time_zone,
      model: run.forecast.model,
      reason: run.forecast.reason,
      leaderboard: run.forecast.leaderboard,
      seasonality: run.forecast.seasonality,
      components: run.forecast.components,
      backtest: run.forecast.backtest,
      explanations: run.forecast.explanations,
      total: run.forecast.total,
      calendar: run.forecast.calendar,
      findings: run.forecast.findings,
      backend: run.forecast.backend,
      trained_on: { from: run.history.from, to: run.history.to, days: run.history.values.length },
      history: { start: run.history.from, values: run.history.values },
      seconds: run.seconds,
    },
  })

/** Keeps what was predicted with the model's id, so that it can be held against what comes true. */
async function keepPrediction(
  workspace: Workspace,
  options: SalesForecastOptions,
  modelId: string,
  run: SalesRun,
): Promise<KeptPrediction> {
  const data = predictionRecord(options, modelId, run)
  const prediction = await workspace.records('predictions').put(data)
  await workspace
    .records('sales_forecasts')
    .put(
      plain({ prediction_id: prediction.id, model_id: modelId, target: options.target, points: run.points }),
      prediction.id,
    )
  return { prediction_id: prediction.id, model_id: modelId, points: run.points, data }
}

/** The same question asked of the same data before: its answer stands. */
async function answeredBefore(
  workspace: Workspace,
  options: SalesForecastOptions,
  model: StoredRecord,
): Promise<KeptPrediction | null> {
  const history = await salesHistory(workspace, options.target)
  if (!history.ok) return null
  const { fingerprint } = history.value
  const same = (await workspace.records('predictions').list()).find(
    ({ data }) =>
      data['model_id'] === model.id &&
      data['fingerprint'] === fingerprint &&
      data['target'] === options.target &&
      data['days_ahead'] === options.horizon &&
      data['seed'] === options.seed &&
      JSON.stringify(data['levels']) === JSON.stringify(options.levels),
  )
  const kept = same && (await workspace.records('sales_forecasts').get(same.id))
  if (!kept) return null
  const points = kept.data['points'] as readonly ForecastPoint[]
  return { prediction_id: same.id, model_id: model.id, points, data: same.data }
}

/** The model that was made the default, else the latest that was chosen among all. */
async function modelInUse(workspace: Workspace, target: string): Promise<StoredRecord | undefined> {
  const own = (await workspace.records('models').list()).filter(
    ({ data }) => data['task'] === TASK && data['target'] === target,
  )
  return (
    own.find(({ data }) => data['default'] === true) ?? own.find(({ data }) => data['model_type'] === 'auto')
  )
}

/**
 * Predicts with the model of that id, or with the one that was made the default (both learn anew from newer data), or with
 * the latest chosen one while the data are those that it was trained on; else a new choice is made (and kept). NOT_FOUND: no model of that id.
 */
export async function predictSales(
  workspace: Workspace,
  options: Omit<SalesForecastOptions, 'model'> & { readonly modelId?: string | undefined },
  control: Control = {},
): Promise<Outcome<KeptPrediction>> {
  const { modelId } = options
  const known = modelId
    ? await workspace.records('models').get(modelId)
    : await modelInUse(workspace, options.target)
  if (modelId && known?.data['task'] !== TASK) return failure('NOT_FOUND', `no sales model ${modelId}`)
  const target = (known?.data['target'] ?? options.target) as SalesForecastOptions['target']
  const asked = {
    ...options,
    target,
    model: (known?.data['model'] ?? 'auto') as SalesForecastOptions['model'],
  }
  const before = known && (await answeredBefore(workspace, asked, known))
  if (before) return success(before)
  const fixed = modelId ?? (known?.data['default'] === true ? known.id : undefined)
  if (fixed) {
    const run = await runSalesForecast(workspace, asked, control)
    return run.ok ? success(await keepPrediction(workspace, asked, fixed, run.value)) : run
  }
  const fresh = { ...asked, model: 'auto' } as const
  const trained = await trainSalesForecast(workspace, { ...fresh, modelType: 'auto' }, control)
  if (!trained.ok) return trained
  return success(await keepPrediction(workspace, fresh, trained.value.model_id, trained.value.run))
}

/** Trains the model asked for and predicts with it in one run. */
export async function generateForecast(
  workspace: Workspace,
  options: TrainOptions,
  control: Control = {},
): Promise<Outcome<KeptPrediction>> {
  const trained = await trainSalesForecast(workspace, options, control)
  if (!trained.ok) return trained
  return success(await keepPrediction(workspace, options, trained.value.model_id, trained.value.run))
}
