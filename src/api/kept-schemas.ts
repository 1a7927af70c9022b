import * as v from 'valibot'
import type { StoredRecord } from '../workspace/stored-records.ts'

/** A field that a record of another version may lack, or have otherwise: then it is left out. */
const maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.optional(schema), undefined)

const scoreField = maybe(v.nullable(v.number()))

const scoresOutput = v.looseObject({
  model: v.string(),
  mase: scoreField,
  smape: scoreField,
  rmse: scoreField,
  r2: scoreField,
  coverage_80: scoreField,
  seconds: scoreField,
})

const trainedOnOutput = v.looseObject({
  from: maybe(v.string()),
  to: maybe(v.string()),
  days: maybe(v.number()),
  customers: maybe(v.number()),
  fingerprint: maybe(v.string()),
})

/** A kept model, prediction or log of a training, with what is known of all of them typed. */
export const keptOutput = v.looseObject({
  created_at: v.string(),
  model_id: maybe(v.string()),
  prediction_id: maybe(v.string()),
  log_id: maybe(v.string()),
  name: maybe(v.string()),
  task: maybe(v.string()),
  target: maybe(v.string()),
  product_id: maybe(v.string()),
  category: maybe(v.string()),
  frequency: maybe(v.string()),
  model: maybe(v.string()),
  state: maybe(v.string()),
  default: maybe(v.boolean()),
  metrics: maybe(v.nullable(scoresOutput)),
  leaderboard: maybe(v.array(scoresOutput)),
  explanations: maybe(v.record(v.string(), v.record(v.string(), v.unknown()))),
  trained_on: maybe(trainedOnOutput),
  seed: maybe(v.number()),
  seconds: maybe(v.number()),
  backend: maybe(v.nullable(v.string())),
  failure: maybe(v.looseObject({ code: v.string(), detail: v.string() })),
})

/** A record of any version as the API answers it, without the fields in `left`. */
export function keptAnswer({ id, at, data }: StoredRecord, idField: string, left: readonly string[] = []) {
  const entries = Object.entries({ ...data, [idField]: id, created_at: at })
  return v.parse(keptOutput, Object.fromEntries(entries.filter(([name]) => !left.includes(name))))
}
