import * as v from 'valibot'
import { METHODS } from '../analytics/forecast/hierarchy.ts'
import { success } from '../model/outcome.ts'
import { demandForecast } from '../workspace/forecast/demand.ts'
import { latestDemand } from '../workspace/forecast/kept-demand.ts'
import { copied } from './copied.ts'
import { defineOperation } from './operation.ts'
import { levelField, seedField, wholeField } from './schema.ts'

const edgesOutput = v.record(v.string(), v.tuple([v.number(), v.number()]))

const itemFields = {
  product_id: v.string(),
  title: v.nullable(v.string()),
  category: v.string(),
  demand_class: v.picklist(['smooth', 'erratic', 'intermittent', 'lumpy', 'none']),
  model: v.string(),
  mase: v.nullable(v.number()),
  sold_out_days: v.number(),
  gaps: v.array(v.object({ from: v.string(), days: v.number() })),
  units: v.number(),
  units_intervals: edgesOutput,
}

const demandFields = {
  from: v.string(),
  to: v.string(),
  total: v.number(),
  shop_units: v.number(),
  categories: v.array(v.object({ category: v.string(), units: v.number() })),
  reconciliation: v.looseObject({
    method: v.picklist(METHODS),
    gain: v.array(v.object({ level: v.string(), before: v.number(), after: v.number() })),
    own: v.optional(v.number()),
    top: v.optional(v.nullable(v.string())),
  }),
}

const pointsOutput = v.array(v.object({ date: v.string(), value: v.number(), intervals: edgesOutput }))
const demandOutput = v.looseObject({
  ...demandFields,
  items: v.array(v.looseObject({ ...itemFields, points: pointsOutput })),
  next: v.nullable(v.string()),
})

export const forecastDemandOperation = defineOperation({
  method: 'GET',
  path: '/api/v1/forecast/demand',
  summary: 'Units of the coming days by product, with intervals, made to agree with categories and shop',
  input: v.object({
    product_id: v.optional(v.string()),
    category: v.optional(v.string()),
    days: v.optional(wholeField(1, 365), 30),
    level: levelField,
    method: v.optional(v.picklist([...METHODS, 'auto']), 'auto'),
    seed: seedField,
  }),
  output: demandOutput,
  example: { days: 30 },
  async run({ workspace }, { product_id, category, days, level, method, seed }, control) {
    const options = { productId: product_id, category, horizon: days, levels: level, method, seed }
    const made = await demandForecast(workspace, options, control)
    return made.ok ? success({ ...copied(made.value), next: null }) : made
  },
})

const keptOutput = v.looseObject({
  ...demandFields,
  items: v.array(v.looseObject(itemFields)),
  made_at: v.string(),
})

export const latestDemandOperation = defineOperation({
  method: 'GET',
  path: '/api/v1/forecast/demand/latest',
  summary: 'The demand of all products that was forecast last from the present data, without its days',
  input: v.object({ days: v.optional(wholeField(1, 365), 30) }),
  output: v.object({ demand: v.nullable(keptOutput) }),
  example: { days: 30 },
  async run({ workspace }, { days }) {
    const kept = await latestDemand(workspace, days)
    return success({ demand: kept && copied(kept) })
  },
})
