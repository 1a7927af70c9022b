import { failure, type Outcome, success } from '../../model/outcome.ts'
import type { StoredRecord } from '../../store/records.ts'
import type { Control, Workspace } from '../workspace.ts'
import { salesHistory, type Subject } from './history.ts'
import { answeredBefore, keepPrediction, type KeptPrediction } from './kept.ts'
import { runSalesForecast, type SalesForecastOptions } from './sales-forecast.ts'
import { subjectKey, subjectOf } from './subject.ts'
import { TASK, type TrainOptions, trainSalesForecast } from './train.ts'

/** The model that was made the default, else the latest that was chosen among all. */
async function modelInUse(workspace: Workspace, subject: Subject): Promise<StoredRecord | undefined> {
  const own = (await workspace.records('models').list()).filter(
    ({ data }) => data['task'] === TASK && subjectKey(subjectOf(data)) === subjectKey(subject),
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
    : await modelInUse(workspace, options)
  if (modelId && known?.data['task'] !== TASK) return failure('NOT_FOUND', `no sales model ${modelId}`)
  const asked: SalesForecastOptions = {
    ...options,
    ...(known && subjectOf(known.data)),
    model: (known?.data['model'] ?? 'auto') as SalesForecastOptions['model'],
  }
  const history = await salesHistory(workspace, asked, control.signal)
  if (!history.ok) return history
  const before = known && (await answeredBefore(workspace, asked, known.id, history.value.fingerprint))
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

/** Trains the model asked for and predicts with it in one run; both are kept. */
export async function generateForecast(
  workspace: Workspace,
  options: TrainOptions,
  control: Control = {},
): Promise<Outcome<KeptPrediction>> {
  const trained = await trainSalesForecast(workspace, options, control)
  if (!trained.ok) return trained
  return success(await keepPrediction(workspace, options, trained.value.model_id, trained.value.run))
}
