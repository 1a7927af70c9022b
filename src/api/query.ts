import * as v from 'valibot'
import { failure, success } from '../model/outcome.ts'
import { PUBLIC_TABLES } from '../workspace/public-tables.ts'
import { listed, listFields } from './list.ts'
import { nameField, removerOf, replaceRecord } from './named-records.ts'
import { defineOperation } from './operation.ts'
import { recordField, wholeField } from './schema.ts'

export const runQuery = defineOperation({
  method: 'POST',
  path: '/api/v1/query',
  summary: 'Runs one SELECT over the public tables',
  input: v.object({
    sql: v.pipe(v.string(), v.maxLength(100_000)),
    params: v.optional(v.array(v.nullable(v.union([v.string(), v.number(), v.boolean()]))), []),
    limit: v.optional(wholeField(1, 100_000), 1000),
  }),
  output: v.object({
    columns: v.array(v.object({ name: v.string(), type: v.string() })),
    rows: v.array(v.array(v.unknown())),
    truncated: v.boolean(),
    elapsed_ms: v.number(),
  }),
  example: {
    sql: 'SELECT country, sum(net) AS net FROM order_lines GROUP BY country ORDER BY net DESC',
    limit: 10,
  },
  async run({ workspace }, { sql, params, limit }, control) {
    const outcome = await workspace.readOnlyQuery(sql, params, limit, control)
    if (!outcome.ok) return outcome
    const { columns, rows, truncated, elapsedMs } = outcome.value
    return success({
      columns: [...columns],
      rows: rows.map((row) => [...row]),
      truncated,
      elapsed_ms: elapsedMs,
    })
  },
})

export const querySchema = defineOperation({
  method: 'GET',
  path: '/api/v1/query/schema',
  summary: 'The public tables and their columns, with their meaning',
  input: v.object({}),
  output: v.object({ tables: v.array(v.looseObject({ name: v.string(), columns: v.array(recordField) })) }),
  example: {},
  run: async () =>
    success({
      tables: PUBLIC_TABLES.map(({ name, meaning, columns }) => ({
        name,
        meaning,
        columns: columns.map(([column, type, text]) => ({ name: column, type, meaning: text })),
      })),
    }),
})

const savedFields = {
  name: nameField,
  sql: v.string(),
  chart: v.optional(v.nullable(recordField), null),
}
const savedSchema = v.looseObject({ id: v.string(), name: v.string(), sql: v.string() })

const shown = (record: { id: string; at: string; data: Readonly<Record<string, unknown>> }) => ({
  name: '',
  sql: '',
  ...record.data,
  id: record.id,
  saved_at: record.at,
})

export const listSavedQueries = defineOperation({
  method: 'GET',
  path: '/api/v1/saved-queries',
  summary: 'Named queries, newest first',
  input: v.object(listFields),
  output: v.object({ items: v.array(savedSchema), total: v.number(), next: v.nullable(v.string()) }),
  example: {},
  run: async ({ workspace }, page) =>
    listed((await workspace.records('saved_queries').list()).map(shown), page),
})

export const getSavedQuery = defineOperation({
  method: 'GET',
  path: '/api/v1/saved-queries/{id}',
  summary: 'One named query',
  input: v.object({ id: v.string() }),
  output: savedSchema,
  example: { id: '0000' },
  async run({ workspace }, { id }) {
    const record = await workspace.records('saved_queries').get(id)
    return record ? success(shown(record)) : failure('NOT_FOUND', `no saved query ${id}`)
  },
})

export const saveQuery = defineOperation({
  method: 'POST',
  path: '/api/v1/saved-queries',
  summary: 'Keeps a query under a name',
  input: v.object(savedFields),
  output: savedSchema,
  example: { name: 'Countries', sql: 'SELECT country, sum(net) FROM order_lines GROUP BY country' },
  status: 201,
  run: async ({ workspace }, input) => success(shown(await workspace.records('saved_queries').put(input))),
})

export const changeSavedQuery = defineOperation({
  method: 'PUT',
  path: '/api/v1/saved-queries/{id}',
  summary: 'Changes a named query',
  input: v.object({ id: v.string(), ...savedFields }),
  output: savedSchema,
  example: { id: '0000', name: 'Countries', sql: 'SELECT 1' },
  async run({ workspace }, { id, ...data }) {
    const kept = await replaceRecord(workspace.records('saved_queries'), id, data, 'saved query')
    return kept.ok ? success(shown(kept.value)) : kept
  },
})

export const deleteSavedQuery = removerOf(
  'saved_queries',
  '/api/v1/saved-queries',
  'saved query',
  'Deletes a named query',
)
