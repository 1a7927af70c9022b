import * as v from 'valibot'
import { FREQUENCIES } from '../analytics/forecast/history.ts'
import type { Change } from '../analytics/scenario/scenario.ts'
import { invalidFields, type Outcome, success } from '../model/outcome.ts'
import { TARGETS } from '../workspace/forecast/history.ts'
import { type KeptPrediction, latestPrediction } from '../workspace/forecast/kept.ts'
import { generateForecast } from '../workspace/forecast/predict.ts'
import type { Subject } from '../workspace/forecast/subject.ts'
import { findScenario, layScenario } from '../workspace/forecast/scenarios.ts'
import type { Control, Workspace } from '../workspace/workspace.ts'
import { copied } from './copied.ts'
import { predictionAnswer } from './forecast-answer.ts'
import { modelField, modelOf } from './forecast-models.ts'
import { predictionOutput } from './forecast-schemas.ts'
import { defineOperation } from './operation.ts'
import { changesField, disorder } from './scenario-fields.ts'
import { levelField, seedField, wholeField } from './schema.ts'

/** Hours go further than days, in steps. */
const MOST_HOURS = 1000
const MOST_STEPS = 365

const subjectFields = {
  target: v.optional(v.picklist(TARGETS), 'net_sales'),
  product_id: v.optional(v.string()),
  category: v.optional(v.string()),
  frequency: v.optional(v.picklist(FREQUENCIES), 'D'),
  horizon: v.optional(wholeField(1, MOST_HOURS), 30),
  model: modelField,
}

const columnField = v.strictObject({
  start: v.pipe(v.string(), v.maxLength(16)),
  values: v.pipe(v.array(v.pipe(v.number(), v.finite())), v.nonEmpty(), v.maxLength(100_000)),
})

const generateInput = v.strictObject({
  ...subjectFields,
  level: levelField,
  regressors: v.optional(
    v.union([
      v.literal('auto'),
      v.pipe(v.array(v.string()), v.maxLength(12)),
      v.record(v.string(), columnField),
    ]),
  ),
  scenario: v.optional(
    v.union([v.pipe(v.string(), v.nonEmpty()), v.strictObject({ changes: changesField })]),
  ),
  seed: seedField,
})
type GenerateInput = v.InferOutput<typeof generateInput>

function refused({
  product_id,
  category,
  frequency,
  horizon,
  scenario,
}: GenerateInput): Outcome<never> | null {
  if (product_id !== undefined && category !== undefined)
    return invalidFields({ category: 'either a product or a category' })
  if (frequency !== 'H' && horizon > MOST_STEPS)
    return invalidFields({ horizon: `at most ${MOST_STEPS} steps; hours may be ${MOST_HOURS}` })
  if (scenario !== undefined && frequency !== 'D')
    return invalidFields({ scenario: 'a scenario lies over days: frequency D' })
  return typeof scenario === 'object' ? disorder(scenario.changes) : null
}

interface Supposed {
  readonly scenario_id: string | null
  readonly name: string
  readonly changes: readonly Change[]
}

async function supposedBy(
  workspace: Workspace,
  scenario: NonNullable<GenerateInput['scenario']>,
): Promise<Outcome<Supposed>> {
  if (typeof scenario !== 'string')
    return success({ scenario_id: null, name: 'draft', changes: scenario.changes })
  const found = await findScenario(workspace, scenario)
  return found.ok ? success(found.value) : found
}

/** The answer with a scenario laid over its days; what is kept stays the forecast without it. */
async function underScenario(
  workspace: Workspace,
  subject: Subject,
  kept: KeptPrediction,
  supposed: Supposed,
  control: Control,
) {
  const laid = await layScenario(workspace, subject, kept.points, supposed.changes, control)
  if (!laid.ok) return laid
  const { result, touched } = laid.value
  const answer = predictionAnswer(kept)
  const factor = result.base > 0 ? result.total / result.base : 1
  const intervals = Object.entries(answer.total.intervals).map(([level, [low, high]]) => [
    level,
    [low * factor, high * factor],
  ])
  return success({
    ...answer,
    points: copied(result.points) as (typeof answer)['points'],
    base: answer.points,
    total: { value: result.total, intervals: Object.fromEntries(intervals) as typeof answer.total.intervals },
    scenario: {
      scenario_id: supposed.scenario_id,
      name: supposed.name,
      base_total: result.base,
      difference: result.total - result.base,
      contributions: result.contributions.map((part, at) => ({ ...part, days: touched[at] ?? 0 })),
    },
  })
}

export const generateForecastOperation = defineOperation({
  method: 'POST',
  path: '/api/v1/forecast/generate',
  summary:
    'Forecast of net sales, orders or units of the shop, a category or a product, with columns beside it that help out of sample, under a scenario',
  input: generateInput,
  output: predictionOutput,
  example: { target: 'orders', horizon: 28, model: 'auto' },
  async run({ workspace }, input, control) {
    const wrong = refused(input)
    if (wrong) return wrong
    const chosen = modelOf(input.model, 'model')
    if (!chosen.ok) return chosen
    const { level, model, scenario, ...asked } = input
    const supposed = scenario === undefined ? null : await supposedBy(workspace, scenario)
    if (supposed && !supposed.ok) return supposed
    const options = { ...asked, levels: level, model: chosen.value, modelType: model }
    const made = await generateForecast(workspace, options, control)
    if (!made.ok) return made
    return supposed
      ? underScenario(workspace, input, made.value, supposed.value, control)
      : success(predictionAnswer(made.value))
  },
})

export const latestForecast = defineOperation({
  method: 'GET',
  path: '/api/v1/forecast/latest',
  summary:
    'The newest forecast of that subject and horizon that was kept, and whether the data are still the same',
  input: v.object(subjectFields),
  output: v.object({
    forecast: v.nullable(predictionOutput),
    made_at: v.nullable(v.string()),
    current: v.boolean(),
  }),
  example: { target: 'net_sales', horizon: 30 },
  async run({ workspace }, { model, horizon, ...subject }) {
    const chosen = modelOf(model, 'model')
    if (!chosen.ok) return chosen
    const found = await latestPrediction(workspace, subject, horizon, chosen.value)
    return success(
      found
        ? { forecast: predictionAnswer(found), made_at: found.made_at, current: found.current }
        : { forecast: null, made_at: null, current: false },
    )
  },
})
