import * as v from 'valibot'
import { success } from '../model/outcome.ts'
import { filterFields, sortField } from './customers-schemas.ts'
import { listed, listFields } from './list.ts'
import { nameField, removerOf, replaceRecord } from './named-records.ts'
import { defineOperation } from './operation.ts'

const filterSchema = v.object(filterFields)
const savedFields = {
  name: nameField,
  filter: filterSchema,
  sort: sortField,
}
const savedSchema = v.looseObject({
  id: v.string(),
  saved_at: v.string(),
  name: v.string(),
  filter: filterSchema,
  sort: v.string(),
})

const shown = ({ id, at, data }: { id: string; at: string; data: Readonly<Record<string, unknown>> }) => ({
  id,
  saved_at: at,
  name: String(data['name'] ?? ''),
  filter: (data['filter'] ?? {}) as v.InferInput<typeof filterSchema>,
  sort: String(data['sort'] ?? '-net_sales'),
})

export const listSavedSegments = defineOperation({
  method: 'GET',
  path: '/api/v1/segments',
  summary: 'Filters of customers kept under a name, newest first',
  input: v.object(listFields),
  output: v.object({ items: v.array(savedSchema), total: v.number(), next: v.nullable(v.string()) }),
  example: {},
  run: async ({ workspace }, page) => listed((await workspace.records('segments').list()).map(shown), page),
})

export const saveSegment = defineOperation({
  method: 'POST',
  path: '/api/v1/segments',
  summary: 'Keeps a filter of customers under a name; it stays true as data come in',
  input: v.object(savedFields),
  output: savedSchema,
  example: { name: 'Regulars of Spain', filter: { country: 'ES', orders_min: 3 } },
  status: 201,
  run: async ({ workspace }, input) =>
    success(shown(await workspace.records('segments').put({ ...input, filter: { ...input.filter } }))),
})

export const changeSegment = defineOperation({
  method: 'PUT',
  path: '/api/v1/segments/{id}',
  summary: 'Changes a saved filter',
  input: v.object({ id: v.string(), ...savedFields }),
  output: savedSchema,
  example: { id: '0000', name: 'Regulars', filter: { orders_min: 3 } },
  async run({ workspace }, { id, ...input }) {
    const data = { ...input, filter: { ...input.filter } }
    const kept = await replaceRecord(workspace.records('segments'), id, data, 'segment')
    return kept.ok ? success(shown(kept.value)) : kept
  },
})

export const removeSegment = removerOf('segments', '/api/v1/segments', 'segment', 'Deletes a saved filter')
