import type { Standing } from '../../analytics/forecast/choose.ts'
import type { ModelName } from '../../analytics/forecast/model.ts'
import { type Outcome, success } from '../../model/outcome.ts'
import type { Task, TrainedOn } from '../../model/task.ts'
import type { Control, Workspace } from '../workspace.ts'
import { plain } from '../stored-records.ts'
import { runSalesForecast, type SalesForecastOptions, type SalesRun } from './sales-forecast.ts'

export const TASK = 'sales_forecast' satisfies Task

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

const modelRecord = (options: TrainOptions, { history, forecast, seconds }: SalesRun) =>
  plain({
    task: TASK,
    name: `${options.target} ${forecast.model}`,
    model_type: options.modelType,
    model: forecast.model,
    target: options.target,
    product_id: options.product_id,
    category: options.category,
    frequency: history.frequency,
    currency: history.currency,
    horizon: options.horizon,
    seed: options.seed,
    reason: forecast.reason,
    metrics: forecast.leaderboard.find(({ model }) => model === forecast.model) ?? null,
    leaderboard: forecast.leaderboard,
    explanations: forecast.explanations,
    regressors: forecast.regressors,
    trained_on: {
      from: history.from,
      to: history.to,
      days: history.values.length,
      fingerprint: history.fingerprint,
    } satisfies TrainedOn,
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
    product_id: options.product_id,
    category: options.category,
    frequency: options.frequency,
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
