import {
  applyScenario,
  type Change,
  type ScenarioResult,
  touchedDays,
} from '../../analytics/scenario/scenario.ts'
import { failure, type Outcome, success } from '../../model/outcome.ts'
import type { StoredRecord } from '../../store/records.ts'
import type { Control, Workspace } from '../workspace.ts'
import { type ForecastTarget, salesHistory, type Subject } from './history.ts'
import { plain } from '../stored-records.ts'
import { predictSales } from './predict.ts'
import type { ForecastPoint } from './sales-forecast.ts'

/** A named what-if, as it is kept. */
export interface Scenario {
  readonly name: string
  readonly target: ForecastTarget
  /** Days ahead. */
  readonly days: number
  readonly changes: readonly Change[]
}

export interface KeptScenario extends Scenario {
  readonly scenario_id: string
  readonly at: string
}

/** A scenario beside the base that it changes. */
export interface ComparedScenario extends KeptScenario {
  readonly currency: string | null
  readonly model: string
  readonly base: readonly ForecastPoint[]
  readonly result: ScenarioResult
  /** Forecast days that each change touches; 0: it does nothing. */
  readonly touched: readonly number[]
}

const kept = ({ id, at, data }: StoredRecord): KeptScenario => ({
  ...(data as unknown as Scenario),
  scenario_id: id,
  at,
})

/** All kept scenarios, newest first. */
export const listScenarios = async (workspace: Workspace): Promise<KeptScenario[]> =>
  (await workspace.records('scenarios').list()).map(kept)

export async function keepScenario(
  workspace: Workspace,
  scenario: Scenario,
  id?: string,
): Promise<KeptScenario> {
  return kept(await workspace.records('scenarios').put(plain(scenario), id))
}

export async function findScenario(workspace: Workspace, id: string): Promise<Outcome<KeptScenario>> {
  const record = await workspace.records('scenarios').get(id)
  return record ? success(kept(record)) : failure('NOT_FOUND', `no scenario ${id}`)
}

/** Forecasts the base (kept ones are taken while the data are the same) and lays the scenario's changes over it. */
export async function compareScenario(
  workspace: Workspace,
  scenario: KeptScenario,
  control: Control = {},
): Promise<Outcome<ComparedScenario>> {
  const { target, days, changes } = scenario
  const made = await predictSales(workspace, { target, horizon: days, levels: [80, 95], seed: 42 }, control)
  if (!made.ok) return made
  const { points: base, data } = made.value
  const laid = await layScenario(workspace, { target }, base, changes, control)
  if (!laid.ok) return laid
  const answer = data['answer'] as { readonly model: string; readonly currency: string | null }
  return success({ ...scenario, currency: answer.currency, model: answer.model, base, ...laid.value })
}

/** Lays changes over the days of a forecast of a subject. */
export async function layScenario(
  workspace: Workspace,
  subject: Subject,
  base: readonly ForecastPoint[],
  changes: readonly Change[],
  control: Control = {},
): Promise<Outcome<Pick<ComparedScenario, 'result' | 'touched'>>> {
  const history = await salesHistory(workspace, subject, control.signal)
  if (!history.ok) return history
  const { start, values } = history.value
  return success({
    result: applyScenario(base, changes, subject.target, { start, values }),
    touched: changes.map((change) => touchedDays(base, change)),
  })
}
