import * as v from 'valibot'
import { success } from '../model/outcome.ts'
import { TARGETS } from '../workspace/forecast/history.ts'
import {
  compareScenario,
  type ComparedScenario,
  findScenario,
  keepScenario,
  type KeptScenario,
  listScenarios,
} from '../workspace/forecast/scenarios.ts'
import { copied } from './copied.ts'
import { pointOutput } from './forecast-schemas.ts'
import { listed, listFields } from './list.ts'
import { nameField, removerOf } from './named-records.ts'
import { defineOperation } from './operation.ts'
import { changesField, changesOutput, disorder } from './scenario-fields.ts'
import { wholeField } from './schema.ts'

const scenarioFields = {
  name: nameField,
  target: v.optional(v.picklist(TARGETS), 'net_sales'),
  days: v.optional(wholeField(1, 365), 30),
  changes: changesField,
}

const keptOutput = v.looseObject({
  scenario_id: v.string(),
  name: v.string(),
  target: v.picklist(TARGETS),
  days: v.number(),
  changes: changesOutput,
  saved_at: v.string(),
})

const comparedOutput = v.looseObject({
  ...keptOutput.entries,
  currency: v.nullable(v.string()),
  model: v.string(),
  base_total: v.number(),
  total: v.number(),
  difference: v.number(),
  contributions: v.array(v.object({ kind: v.string(), difference: v.number(), days: v.number() })),
  base: v.array(pointOutput),
  points: v.array(pointOutput),
})

const shown = ({ at, ...kept }: KeptScenario) => ({
  ...structuredClone(kept),
  changes: kept.changes.map((change) => ({ ...change })),
  saved_at: at,
})

function compared({ base, result, touched, ...kept }: ComparedScenario) {
  const contributions = result.contributions.map((part, at) => ({ ...part, days: touched[at] ?? 0 }))
  const { base: base_total, total } = result
  return {
    ...shown(kept),
    currency: kept.currency,
    model: kept.model,
    base_total,
    total,
    difference: total - base_total,
    contributions,
    base: copied(base),
    points: copied(result.points),
  }
}

export const listScenariosOperation = defineOperation({
  method: 'GET',
  path: '/api/v1/scenarios',
  summary: 'Named what-ifs, newest first',
  input: v.object(listFields),
  output: v.object({ items: v.array(keptOutput), total: v.number(), next: v.nullable(v.string()) }),
  example: {},
  run: async ({ workspace }, page) => listed((await listScenarios(workspace)).map(shown), page),
})

export const getScenario = defineOperation({
  method: 'GET',
  path: '/api/v1/scenarios/{scenario_id}',
  summary: 'A what-if: its forecast beside the base, and what each change adds',
  input: v.object({ scenario_id: v.string() }),
  output: comparedOutput,
  example: { scenario_id: '0000' },
  async run({ workspace }, { scenario_id }, control) {
    const found = await findScenario(workspace, scenario_id)
    if (!found.ok) return found
    const made = await compareScenario(workspace, found.value, control)
    return made.ok ? success(compared(made.value)) : made
  },
})

export const tryScenario = defineOperation({
  method: 'POST',
  path: '/api/v1/scenarios/try',
  summary: 'The forecast of a what-if that is not kept',
  input: v.object({ ...scenarioFields, name: v.optional(scenarioFields.name, 'draft') }),
  output: comparedOutput,
  example: {
    days: 30,
    changes: [{ kind: 'level', percent: 10, from: '2026-01-01', to: '2026-01-31' }],
  },
  async run({ workspace }, scenario, control) {
    const wrong = disorder(scenario.changes)
    if (wrong) return wrong
    const draft = { ...scenario, scenario_id: '', at: new Date().toISOString() }
    const made = await compareScenario(workspace, draft, control)
    return made.ok ? success(compared(made.value)) : made
  },
})

export const createScenario = defineOperation({
  method: 'POST',
  path: '/api/v1/scenarios',
  summary: 'Keeps a what-if: prices, promotions, spend, stock-outs, moved events, as last year',
  input: v.object(scenarioFields),
  output: keptOutput,
  example: {
    name: 'Prices up 5 %',
    days: 60,
    changes: [{ kind: 'price', percent: 5, elasticity: -1.5, from: '2026-01-01', to: '2026-12-31' }],
  },
  status: 201,
  run: async ({ workspace }, scenario) =>
    disorder(scenario.changes) ?? success(shown(await keepScenario(workspace, scenario))),
})

export const changeScenario = defineOperation({
  method: 'PUT',
  path: '/api/v1/scenarios/{scenario_id}',
  summary: 'Changes a what-if',
  input: v.object({ scenario_id: v.string(), ...scenarioFields }),
  output: keptOutput,
  example: { scenario_id: '0000', name: 'Prices up 10 %' },
  async run({ workspace }, { scenario_id, ...scenario }) {
    const wrong = disorder(scenario.changes)
    if (wrong) return wrong
    const found = await findScenario(workspace, scenario_id)
    return found.ok ? success(shown(await keepScenario(workspace, scenario, scenario_id))) : found
  },
})

export const deleteScenario = removerOf('scenarios', '/api/v1/scenarios', 'scenario', 'Deletes a what-if')
