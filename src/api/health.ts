import * as v from 'valibot'
import { success } from '../model/outcome.ts'
import { checkHealth } from '../workspace/health.ts'
import { defineOperation } from './operation.ts'
import { recordField } from './schema.ts'

export const health = defineOperation({
  method: 'GET',
  path: '/health',
  summary: 'Whether all parts work, and how safe the data are',
  input: v.object({}),
  output: v.looseObject({
    status: v.picklist(['ok', 'degraded']),
    version: v.string(),
    schema: v.number(),
    workspace: recordField,
    storage: v.object({
      persisted: v.boolean(),
      usage_bytes: v.number(),
      last_backup_at: v.nullable(v.string()),
    }),
    engine: v.object({ duckdb: v.nullable(v.string()), tf_backend: v.nullable(v.string()) }),
    checks: v.array(v.object({ name: v.string(), ok: v.boolean(), detail: v.string() })),
  }),
  example: {},
  run: async ({ workspace }) => success(await checkHealth(workspace)),
})
