import * as v from 'valibot'
import { failure, success } from '../model/outcome.ts'
import { backupState } from '../workspace/backup-state.ts'
import { askToPersist, storageUse } from '../workspace/storage-use.ts'
import { listed, listFields } from './list.ts'
import { defineOperation } from './operation.ts'
import { booleanField } from './schema.ts'

const workspaceSchema = v.looseObject({ id: v.string(), name: v.string(), demo: v.boolean() })
const nameField = v.pipe(v.string(), v.trim(), v.nonEmpty('a name'), v.maxLength(100))
const idInput = v.object({ id: v.string() })
const missing = (id: string) => failure('NOT_FOUND', `no workspace ${id}`)

export const listWorkspaces = defineOperation({
  method: 'GET',
  path: '/api/v1/workspaces',
  summary: 'The workspaces on this device, last opened first',
  whileLocked: true,
  input: v.object(listFields),
  output: v.object({
    items: v.array(workspaceSchema),
    total: v.number(),
    next: v.nullable(v.string()),
    current: v.string(),
  }),
  example: {},
  async run({ session, workspace }, page) {
    const rows = (await session.list()).map((row) => ({ ...row }))
    const made = listed(rows, page)
    return made.ok ? success({ ...made.value, current: workspace.row.id }) : made
  },
})

export const createWorkspace = defineOperation({
  method: 'POST',
  path: '/api/v1/workspaces',
  summary: 'Makes an empty workspace; open it with /open',
  whileLocked: true,
  input: v.object({ name: nameField, demo: v.optional(booleanField, false) }),
  output: workspaceSchema,
  example: { name: 'My shop' },
  status: 201,
  run: async ({ session }, { name, demo }) => success({ ...(await session.create(name, demo)) }),
})

export const renameWorkspace = defineOperation({
  method: 'PATCH',
  path: '/api/v1/workspaces/{id}',
  summary: 'Renames a workspace',
  whileLocked: true,
  input: v.object({ id: v.string(), name: nameField }),
  output: workspaceSchema,
  example: { id: '0000', name: 'My shop' },
  async run({ session }, { id, name }) {
    const row = await session.rename(id, name)
    return row ? success({ ...row }) : missing(id)
  },
})

export const removeWorkspace = defineOperation({
  method: 'DELETE',
  path: '/api/v1/workspaces/{id}',
  summary: 'Deletes a workspace with all that it holds',
  whileLocked: true,
  input: idInput,
  output: v.object({ id: v.string() }),
  example: { id: '0000' },
  run: async ({ session }, { id }) => ((await session.remove(id)) ? success({ id }) : missing(id)),
})

export const openWorkspaceById = defineOperation({
  method: 'POST',
  path: '/api/v1/workspaces/{id}/open',
  summary: 'Opens a workspace in this tab',
  whileLocked: true,
  input: idInput,
  output: workspaceSchema,
  example: { id: '0000' },
  async run({ session }, { id }) {
    const workspace = await session.open(id)
    return workspace ? success({ ...workspace.row }) : missing(id)
  },
})

const settingsSchema = v.object({
  currency: v.nullable(v.string()),
  time_zone: v.nullable(v.string()),
  last_export_at: v.nullable(v.string()),
})

export const getSettings = defineOperation({
  method: 'GET',
  path: '/api/v1/settings',
  summary: 'What the open workspace is set to',
  input: v.object({}),
  output: settingsSchema,
  example: {},
  run: async ({ workspace }) => success({ ...(await workspace.settings()) }),
})

export const storageState = defineOperation({
  method: 'GET',
  path: '/api/v1/storage',
  summary: 'How much is stored, and whether the browser has promised to keep it',
  input: v.object({ ask: v.optional(booleanField, false) }),
  output: v.object({
    persisted: v.boolean(),
    usage_bytes: v.number(),
    last_backup_at: v.nullable(v.string()),
    /** Age of the last exported copy, and whether it lacks changes that are older than a week. */
    backup_age_days: v.nullable(v.number()),
    backup_due: v.boolean(),
    last_rescue_at: v.nullable(v.string()),
  }),
  example: {},
  async run({ workspace }, { ask }) {
    const asked = ask && (await askToPersist())
    const { persisted, usageBytes } = await storageUse()
    const { last_export_at } = await workspace.settings()
    const { age_days, due } = await backupState(workspace)
    const [copy] = await workspace.safety.rescue.list()
    return success({
      persisted: persisted || asked,
      usage_bytes: usageBytes,
      last_backup_at: last_export_at,
      backup_age_days: age_days,
      backup_due: due,
      last_rescue_at: copy?.made_at ?? null,
    })
  },
})
