import { type ModelName } from '../../analytics/forecast/model.ts'
import { failure, type Outcome, success } from '../../model/outcome.ts'
import type { StoredRecord } from '../../store/records.ts'
import type { Control, Workspace } from '../workspace.ts'
import { salesHistory } from './history.ts'
import { generateForecast, predictSales } from './predict.ts'
import type { SalesForecastOptions } from './sales-forecast.ts'
import { subjectKey, subjectOf } from './subject.ts'
import { TASK } from './train.ts'

/** So many questions, those asked last, are kept up to date by themselves. */
const MOST = 3

/** What a kept forecast was asked. */
const questionOf = (data: StoredRecord['data']): SalesForecastOptions => ({
  ...subjectOf(data),
  horizon: Number(data['days_ahead'] ?? 30),
  levels: (data['levels'] as readonly number[] | undefined) ?? [80, 95],
  seed: Number(data['seed'] ?? 42),
  model: (data['asked'] as ModelName | 'auto' | undefined) ?? 'auto',
  regressors: data['regressors'] as SalesForecastOptions['regressors'],
})

/** The questions asked last whose newest answer was made from other data than there are now. */
export async function staleForecasts(
  workspace: Workspace,
  signal?: AbortSignal,
): Promise<SalesForecastOptions[]> {
  const kept = (await workspace.records('predictions').list()).filter(({ data }) => data['task'] === TASK)
  const newest = new Map<string, StoredRecord>()
  for (const record of kept) {
    const key = `${subjectKey(subjectOf(record.data))} ${String(record.data['days_ahead'])}`
    if (!newest.has(key)) newest.set(key, record)
  }
  const stale: SalesForecastOptions[] = []
  for (const { data } of [...newest.values()].slice(0, MOST)) {
    const history = await salesHistory(workspace, subjectOf(data), signal)
    if (history.ok && history.value.fingerprint !== data['fingerprint']) stale.push(questionOf(data))
  }
  return stale
}

/**
 * Makes the forecasts that were asked for last anew from the data in force, one after the other, in a worker of its own.
 * Answers how many were made; what cannot be made any more (its product is gone) is left as it is.
 */
export async function refreshForecasts(
  workspace: Workspace,
  control: Control = {},
): Promise<Outcome<number>> {
  const stale = await staleForecasts(workspace, control.signal)
  let made = 0
  for (const question of stale) {
    const onProgress: Control['onProgress'] = ({ done, total, phase }) =>
      control.onProgress?.({
        done: made + (total > 0 ? done / total : 0),
        total: stale.length,
        phase,
      })
    const options = { ...question, inBackground: true }
    const each = { ...control, onProgress }
    const outcome =
      question.model === 'auto'
        ? await predictSales(workspace, options, each)
        : await generateForecast(workspace, { ...options, modelType: question.model }, each)
    if (control.signal?.aborted) return failure('CANCELLED', 'cancelled by the caller')
    if (outcome.ok) made += 1
  }
  return success(made)
}
