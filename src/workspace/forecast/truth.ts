import { SEASON } from '../../analytics/forecast/history.ts'
import { holdAgainst, type Truth } from '../../analytics/truth/truth.ts'
import type { Standing } from '../../analytics/forecast/choose.ts'
import { type Outcome, success } from '../../model/outcome.ts'
import type { StoredRecord } from '../../store/records.ts'
import type { Workspace } from '../workspace.ts'
import { type ForecastTarget, salesHistory, type SalesHistory, stepsIn, type Subject } from './history.ts'
import { subjectKey, subjectOf } from './subject.ts'
import type { ForecastPoint } from './sales-forecast.ts'
import { TASK } from './train.ts'

/** A kept forecast and how it stands against what came true. */
export interface CheckedForecast {
  readonly prediction_id: string
  readonly model_id: string
  readonly made_at: string
  readonly target: ForecastTarget
  readonly subject: Subject
  readonly horizon: number
  readonly model: string
  readonly currency: string | null
  readonly from: string
  readonly to: string
  readonly points: readonly ForecastPoint[]
  readonly truth: Truth | null
}

interface KeptAnswer {
  readonly model: string
  readonly currency: string | null
  readonly leaderboard?: readonly Standing[]
  readonly history: { readonly start: string; readonly values: readonly number[] }
}

const actualFor = (history: SalesHistory) => {
  const names = stepsIn(history)
  return {
    known: new Map(names.map((name, at) => [name, history.values[at] ?? 0])),
    season: SEASON[history.frequency],
  }
}

function checked(
  record: StoredRecord,
  points: readonly ForecastPoint[],
  history: SalesHistory,
): CheckedForecast {
  const answer = record.data['answer'] as KeptAnswer
  const standing = answer.leaderboard?.find(({ model }) => model === answer.model)
  const kept = { points, expectedError: standing?.mae ?? null, before: answer.history.values }
  return {
    prediction_id: record.id,
    model_id: String(record.data['model_id']),
    made_at: record.at,
    target: history.target,
    subject: history.subject,
    horizon: points.length,
    model: answer.model,
    currency: answer.currency,
    from: points[0]?.date ?? '',
    to: points.at(-1)?.date ?? '',
    points,
    truth: answer.currency === history.currency ? holdAgainst(kept, actualFor(history)) : null,
  }
}

/** Kept forecasts of a target (all targets when null), newest first, each held against the days that are over. */
export async function checkForecasts(
  workspace: Workspace,
  wanted: ForecastTarget | null,
  signal?: AbortSignal,
): Promise<Outcome<CheckedForecast[]>> {
  const records = await workspace.records('predictions').list()
  const kept = new Map((await workspace.records('sales_forecasts').list()).map((row) => [row.id, row]))
  const all: CheckedForecast[] = []
  const ours = records.filter(
    ({ id, data }) => data['task'] === TASK && kept.has(id) && (wanted === null || data['target'] === wanted),
  )
  const keyOf = ({ data }: StoredRecord) => subjectKey(subjectOf(data))
  const groups = new Map<string, StoredRecord[]>()
  for (const record of ours) groups.set(keyOf(record), [...(groups.get(keyOf(record)) ?? []), record])
  for (const own of groups.values()) {
    const history = await salesHistory(workspace, subjectOf(own[0]?.data ?? {}), signal)
    if (!history.ok && history.failure.code === 'NOT_FOUND') continue
    if (!history.ok) return history
    for (const record of own) {
      const points = kept.get(record.id)?.data['points'] as readonly ForecastPoint[]
      all.push(checked(record, points, history.value))
    }
  }
  return success(all.sort((a, b) => b.made_at.localeCompare(a.made_at)))
}
