import * as v from 'valibot'
import { failure, invalidFields, type Outcome, success } from '../model/outcome.ts'
import { isFixable } from '../model/task.ts'
import { makeDefault } from '../workspace/forecast/default-model.ts'
import type { RecordTable, StoredRecord } from '../workspace/stored-records.ts'
import { listed, listFields } from './list.ts'
import { keptAnswer, keptOutput } from './kept-schemas.ts'
import { nameField, removerOf } from './named-records.ts'
import { defineOperation } from './operation.ts'
import { booleanField } from './schema.ts'

/** Tables of kept records that the API lists, by their name in the path. */
const KEPT = {
  models: { table: 'models', id: 'model_id', what: 'model' },
  predictions: { table: 'predictions', id: 'prediction_id', what: 'prediction' },
  'training-logs': { table: 'training_logs', id: 'log_id', what: 'training log' },
} as const satisfies Readonly<Record<string, { table: RecordTable; id: string; what: string }>>
type Kind = keyof typeof KEPT

/** Long columns of a record, which only the record itself shows. */
const LONG = ['answer', 'explanations', 'leaderboard', 'points', 'artifacts']

const shown = (kind: Kind, record: StoredRecord) => keptAnswer(record, KEPT[kind].id)
const brief = (kind: Kind, record: StoredRecord) => keptAnswer(record, KEPT[kind].id, LONG)

const nothing = (kind: Kind, id: string): Outcome<never> =>
  failure('NOT_FOUND', `no ${KEPT[kind].what} ${id}`)

const matches = ({ data }: StoredRecord, filters: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(filters).every(([name, wanted]) => wanted === undefined || data[name] === wanted)

const lister = (kind: Kind) =>
  defineOperation({
    method: 'GET',
    path: `/api/ml/${kind}`,
    summary: `Kept ${KEPT[kind].what}s, newest first`,
    input: v.object({
      task: v.optional(v.string()),
      target: v.optional(v.string()),
      model_id: v.optional(v.string()),
      ...listFields,
    }),
    output: v.object({ items: v.array(keptOutput), total: v.number(), next: v.nullable(v.string()) }),
    example: {},
    async run({ workspace }, { task, target, model_id, ...page }) {
      const all = await workspace.records(KEPT[kind].table).list()
      const found = all.filter((record) => matches(record, { task, target, model_id }))
      return listed(
        found.map((record) => brief(kind, record)),
        page,
      )
    },
  })

const getter = (kind: Kind) =>
  defineOperation({
    method: 'GET',
    path: `/api/ml/${kind}/{id}`,
    summary: `One ${KEPT[kind].what} with all that is kept of it`,
    input: v.object({ id: v.string() }),
    output: keptOutput,
    example: { id: '0000' },
    async run({ workspace }, { id }) {
      const record = await workspace.records(KEPT[kind].table).get(id)
      return record ? success(shown(kind, record)) : nothing(kind, id)
    },
  })

const remover = (kind: Kind) =>
  removerOf(KEPT[kind].table, `/api/ml/${kind}`, KEPT[kind].what, `Deletes a kept ${KEPT[kind].what}`)

const changer = (kind: Kind) =>
  defineOperation({
    method: 'PATCH',
    path: `/api/ml/${kind}/{id}`,
    summary: `Names a ${KEPT[kind].what}, notes something on it, or keeps it from being pruned`,
    input: v.object({
      id: v.string(),
      name: v.optional(nameField),
      note: v.optional(v.pipe(v.string(), v.maxLength(4000))),
      pinned: v.optional(booleanField),
    }),
    output: keptOutput,
    example: { id: '0000', note: 'Before the summer sale' },
    async run({ workspace }, { id, ...change }) {
      const record = await workspace.records(KEPT[kind].table).change(id, change)
      return record ? success(shown(kind, record)) : nothing(kind, id)
    },
  })

export const listModels = lister('models')
export const getModel = getter('models')
export const deleteModel = remover('models')
export const listPredictions = lister('predictions')
export const getPrediction = getter('predictions')
export const changePrediction = changer('predictions')
export const deletePrediction = remover('predictions')
export const listTrainingLogs = lister('training-logs')
export const getTrainingLog = getter('training-logs')
export const changeTrainingLog = changer('training-logs')
export const deleteTrainingLog = remover('training-logs')

export const changeModel = defineOperation({
  method: 'PATCH',
  path: '/api/ml/models/{id}',
  summary: 'Names a model, notes something on it, or makes it the one that predictions use',
  input: v.object({
    id: v.string(),
    name: v.optional(nameField),
    note: v.optional(v.pipe(v.string(), v.maxLength(4000))),
    pinned: v.optional(booleanField),
    default: v.optional(booleanField),
  }),
  output: keptOutput,
  example: { id: '0000', name: 'Spring', default: true },
  async run({ workspace }, { id, default: chosen, ...change }) {
    const models = workspace.records('models')
    const before = await models.get(id)
    if (chosen && before && !isFixable(before.data['task']))
      return invalidFields({
        default: 'only a model of the sales forecast can be the one that is always used',
      })
    const record = await models.change(id, change)
    if (!record) return nothing('models', id)
    if (chosen !== undefined) await makeDefault(models, record, chosen)
    const now = (await models.get(id)) ?? record
    return success(shown('models', now))
  },
})
