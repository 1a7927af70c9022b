import * as v from 'valibot'
import { failure, success } from '../model/outcome.ts'
import { lostData } from '../workspace/lost-data.ts'
import { listed, listFields } from './list.ts'
import { defineOperation } from './operation.ts'
import { recordField } from './schema.ts'

const copySchema = v.looseObject({
  made_at: v.string(),
  generation: v.number(),
  rows: v.number(),
  imports: v.number(),
  reason: v.string(),
})

export const getAudit = defineOperation({
  method: 'GET',
  path: '/api/v1/audit',
  summary: 'The change history, newest first, and whether its chain of hashes holds',
  input: v.object(listFields),
  output: v.object({
    items: v.array(recordField),
    total: v.number(),
    next: v.nullable(v.string()),
    head: v.string(),
    intact: v.boolean(),
    broken_at: v.nullable(v.number()),
  }),
  example: {},
  async run({ workspace }, page) {
    const entries = await workspace.safety.history.list()
    const { head, broken_at } = await workspace.safety.history.state()
    const items = entries.toReversed().map((entry) => ({ ...entry }))
    const made = listed(items, page)
    return made.ok ? success({ ...made.value, head, intact: broken_at === null, broken_at }) : made
  },
})

export const listRescueCopies = defineOperation({
  method: 'GET',
  path: '/api/v1/rescue-copies',
  summary: 'The rescue copies of the open workspace in the browser, newest first',
  input: v.object(listFields),
  output: v.object({ items: v.array(copySchema), total: v.number(), next: v.nullable(v.string()) }),
  example: {},
  run: async ({ workspace }, page) =>
    listed(
      (await workspace.safety.rescue.list()).map((copy) => ({ ...copy })),
      page,
    ),
})

export const makeRescueCopy = defineOperation({
  method: 'POST',
  path: '/api/v1/rescue-copies',
  summary: 'Makes a rescue copy now',
  input: v.object({}),
  output: copySchema,
  example: {},
  status: 201,
  run: async ({ workspace }) => success({ ...(await workspace.safety.rescue.make('asked')) }),
})

export const restoreRescueCopy = defineOperation({
  method: 'POST',
  path: '/api/v1/rescue-copies/{made_at}/restore',
  summary: 'Goes back to a rescue copy, after a copy of what is there now',
  input: v.object({ made_at: v.string() }),
  output: v.object({ generation: v.number(), rows: v.number() }),
  example: { made_at: '2026-03-01T12:00:00.000Z' },
  async run({ workspace, session }, { made_at }) {
    const outcome = await workspace.safety.rescue.restore(made_at)
    if (!outcome.ok) return outcome
    await session.heedLock()
    return success({ generation: outcome.value.generation, rows: outcome.value.rows })
  },
})

export const getLostData = defineOperation({
  method: 'GET',
  path: '/api/v1/lost-data',
  summary: 'What was saved on this device and is not there any more, with the ways back',
  whileLocked: true,
  input: v.object({}),
  output: v.object({
    items: v.array(
      v.object({
        workspace: v.string(),
        name: v.nullable(v.string()),
        /** The open workspace, or one that vanished from the list. */
        open: v.boolean(),
        kind: v.picklist(['lost', 'damaged']),
        rows: v.number(),
        copies: v.array(copySchema),
      }),
    ),
    total: v.number(),
    next: v.null(),
  }),
  example: {},
  async run({ session }) {
    const items = (await lostData(session)).map((lost) => ({
      ...lost,
      copies: lost.copies.map((copy) => ({ ...copy })),
    }))
    return success({ items, total: items.length, next: null })
  },
})

const idInput = v.object({ id: v.string() })

export const bringBackWorkspace = defineOperation({
  method: 'POST',
  path: '/api/v1/lost-data/{id}/bring-back',
  summary: 'Puts a lost workspace back from its newest rescue copy, and opens it',
  input: idInput,
  output: v.looseObject({ id: v.string(), name: v.string() }),
  example: { id: '0000' },
  async run({ session }, { id }) {
    const outcome = await session.bringBack(id)
    return outcome.ok ? success({ ...outcome.value }) : outcome
  },
})

export const forgetLostData = defineOperation({
  method: 'DELETE',
  path: '/api/v1/lost-data/{id}',
  summary: 'Gives a lost workspace up for good, with its rescue copies',
  input: idInput,
  output: v.object({ id: v.string() }),
  example: { id: '0000' },
  async run({ session }, { id }) {
    if (!session.lost().some(({ workspace }) => workspace === id))
      return failure('NOT_FOUND', `no lost workspace ${id}`)
    await session.forgetLost(id)
    return success({ id })
  },
})
