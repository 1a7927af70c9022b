import type { Standing } from '../../analytics/forecast/choose.ts'
import type { ModelName } from '../../analytics/forecast/model.ts'
import { failure, type Outcome, success } from '../../model/outcome.ts'
import type { StoredRecord } from '../../store/records.ts'
import type { Control, Workspace } from '../workspace.ts'
import { salesHistory } from './history.ts'
import {
  runSalesForecast,
  type ForecastPoint,
  type SalesForecastOptions,
  type SalesRun,
} from './sales-forecast.ts'

const TASK = 'sales_forecast'

export interface TrainOptions extends SalesForecastOptions {
  /** As the caller named it; kept beside the model that came out. */
  readonly modelType: string
}

/** A trained model as it is kept: what was chosen, on which data, how well it did on days that it had not seen. */
export interface KeptModel {
  readonly model_id: string
  readonly model_type: string
  readonly model: ModelName
  readonly metrics: Standing | null
  readonly run: SalesRun
  readonly log_id: string
}

/** Only plain JSON goes into records. */
const plain = (value: unknown): Record<string, unknown> =>
  JSON.parse(JSON.stringify(value)) as Record<string, unknown>

const modelRecord = (options: TrainOptions, { history, forecast, seconds }: SalesRun) =>
  plain({
    task: TASK,
    name: `${options.target} ${forecast.model}`,
    model_type: options.modelType,
    model: forecast.model,
    target: options.target,
    currency: history.currency,
    horizon: options.horizon,
    seed: options.seed,
    reason: forecast.reason,
    metrics: forecast.leaderboard.find(({ model }) => model === forecast.model) ?? null,
    leaderboard: forecast.leaderboard,
    explanations: forecast.explanations,
    trained_on: {
      from: history.from,
      to: history.to,
      days: history.values.length,
      fingerprint: history.fingerprint,
    },
    backend: forecast.backend,
    seconds,
  })

/** Trains, and keeps the model and a log of the training (a failed training leaves a log, too). */
export async function trainSalesForecast(
  workspace: Workspace,
  options: TrainOptions,
  control: Control = {},
): Promise<Outcome<KeptModel>> {
  const logs = workspace.records('training_logs')
  const asked = {
    task: TASK,
    model_type: options.modelType,
    target: options.target,
    horizon: options.horizon,
    seed: options.seed,
  }
  const made = await runSalesForecast(workspace, options, control)
  if (!made.ok) {
    await logs.put(plain({ ...asked, state: 'failed', failure: made.failure }))
    return made
  }
  const run = made.value
  const data = modelRecord(options, run)
  const model = await workspace.records('models').put(data)
  const log = await logs.put(plain({ ...asked, ...data, state: 'done', model_id: model.id }))
  const metrics = run.forecast.leaderboard.find(({ model: name }) => name === run.forecast.model) ?? null
  return success({
    model_id: model.id,
    model_type: options.modelType,
    model: run.forecast.model,
    metrics,
    run,
    log_id: log.id,
  })
}

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

const latestModel = async (workspace: Workspace, target: string): Promise<StoredRecord | undefined> =>
  (await workspace.records('models').list()).find(
    ({ data }) => data['task'] === TASK && data['target'] === target && data['model_type'] === 'auto',
  )

/**
 * Predicts with the model of that id, or with the latest chosen one while the data are those that it was trained on;
 * else a new choice is made (and kept). NOT_FOUND: no model of that id.
 */
export async function predictSales(
  workspace: Workspace,
  options: Omit<SalesForecastOptions, 'model'> & { readonly modelId?: string | undefined },
  control: Control = {},
): Promise<Outcome<KeptPrediction>> {
  const { modelId } = options
  const known = modelId
    ? await workspace.records('models').get(modelId)
    : await latestModel(workspace, options.target)
  if (modelId && known?.data['task'] !== TASK) return failure('NOT_FOUND', `no sales model ${modelId}`)
  const target = modelId ? (known!.data['target'] as SalesForecastOptions['target']) : options.target
  const asked = {
    ...options,
    target,
    model: (known?.data['model'] ?? 'auto') as SalesForecastOptions['model'],
  }
  const before = known && (await answeredBefore(workspace, asked, known))
  if (before) return success(before)
  if (modelId) {
    const run = await runSalesForecast(workspace, asked, control)
    return run.ok ? success(await keepPrediction(workspace, asked, modelId, run.value)) : run
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
