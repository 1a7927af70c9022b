import * as v from 'valibot'
import { PRESETS as RANGE_PRESETS } from '../analytics/period.ts'
import {
  AXIS_NAMES,
  type Axes,
  axesOf,
  axisChoices,
  type AxisName,
  type Definitions,
  PRESET_NAMES,
  PRESETS,
  tidyDefinitions,
} from '../model/definitions.ts'
import { METRICS } from '../model/metric.ts'
import { success } from '../model/outcome.ts'
import { definitionEffects, definitionsOf } from '../workspace/definitions.ts'
import { defineOperation } from './operation.ts'
import { amountField, booleanField, currencyField, dayField } from './schema.ts'

const axisField = (axis: AxisName) => {
  const [first] = axisChoices(axis)
  return typeof first === 'boolean' ? booleanField : v.picklist(axisChoices(axis) as string[])
}

const AXIS_FIELDS = Object.fromEntries(AXIS_NAMES.map((axis) => [axis, axisField(axis)]))
const axesSchema = v.object(AXIS_FIELDS)
const changedSchema = v.partial(axesSchema)

const stated = v.object({
  preset: v.picklist(PRESET_NAMES),
  /** What was set otherwise than the preset has it. */
  changed: changedSchema,
  axes: axesSchema,
})

const state = (definitions: Definitions) => ({
  preset: definitions.preset,
  changed: { ...definitions.changed },
  axes: { ...axesOf(definitions) },
})

export const getDefinitions = defineOperation({
  method: 'GET',
  path: '/api/v1/definitions',
  summary: 'What counts as a sale in this workspace, and what the platforms count',
  input: v.object({}),
  output: v.object({
    ...stated.entries,
    presets: v.array(v.object({ preset: v.picklist(PRESET_NAMES), axes: axesSchema })),
    choices: v.record(v.string(), v.array(v.union([v.string(), v.boolean()]))),
  }),
  example: {},
  run: async ({ workspace }) =>
    success({
      ...state(await definitionsOf(workspace)),
      presets: PRESET_NAMES.map((preset) => ({ preset, axes: { ...PRESETS[preset] } })),
      choices: Object.fromEntries(AXIS_NAMES.map((axis) => [axis, [...axisChoices(axis)]])),
    }),
})

const changeSchema = v.object({
  metric: v.picklist(METRICS),
  unit: v.picklist(['money', 'count', 'ratio']),
  before: amountField,
  after: amountField,
  difference: amountField,
  change: amountField,
})

const putOutput = v.object({
  ...stated.entries,
  applied: v.boolean(),
  currency: v.nullable(v.string()),
  from: v.nullable(v.string()),
  to: v.nullable(v.string()),
  changes: v.array(changeSchema),
})
export type DefinitionsAnswer = v.InferOutput<typeof putOutput>

/** The definitions asked for: a preset alone drops changes of before; axes alone change those in force. */
const asked = (now: Definitions, preset: Definitions['preset'] | undefined, axes: Partial<Axes>) =>
  tidyDefinitions({
    preset: preset ?? now.preset,
    changed: { ...(preset ? {} : now.changed), ...axes },
  })

export const putDefinitions = defineOperation({
  method: 'PUT',
  path: '/api/v1/definitions',
  summary: 'Sets what counts as a sale, or tells with `preview` what it would change; every figure follows',
  input: v.object({
    preset: v.optional(v.picklist(PRESET_NAMES)),
    axes: v.optional(changedSchema, {}),
    preview: v.optional(booleanField, false),
    from: v.optional(dayField),
    to: v.optional(dayField),
    range: v.optional(v.picklist(RANGE_PRESETS)),
    currency: v.optional(currencyField),
  }),
  output: putOutput,
  example: { preset: 'shopify', preview: true },
  async run({ workspace }, { preset, axes, preview, range, ...days }, control) {
    const next = asked(await definitionsOf(workspace), preset, axes as Partial<Axes>)
    const effects = await definitionEffects(workspace, next, { ...days, preset: range }, control.signal)
    if (!effects.ok) return effects
    const answer = { ...state(next), applied: !preview, ...effects.value }
    if (preview) return success(answer)
    const changed = await workspace.changeMeaning({ definitions: next })
    return changed.ok ? success(answer) : changed
  },
})
