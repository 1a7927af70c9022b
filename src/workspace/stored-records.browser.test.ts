import { afterEach, beforeEach, expect, it } from 'vitest'
import { openWorkspaceDatabase, type WorkspaceDatabase } from '../store/workspace-database.ts'
import { createRecords } from './stored-records.ts'

let database: WorkspaceDatabase
beforeEach(async () => {
  database = await openWorkspaceDatabase(crypto.randomUUID())
})
afterEach(() => database.delete())

const old = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `old-${at}`,
    at: new Date(Date.UTC(2024, 0, 1) + at * 60_000).toISOString(),
    data: at === 0 ? { pinned: true } : {},
  }))

it('keeps the newest predictions and what is pinned', async () => {
  await database.records('predictions').bulkPut(old(405))
  await createRecords(database, 'predictions').put({ newest: true }, 'new')
  const ids = (await createRecords(database, 'predictions').list()).map(({ id }) => id)
  expect(ids).toHaveLength(400)
  expect([ids[0], ids.at(-1), ids.at(-2)]).toEqual(['new', 'old-0', 'old-7'])
})

it('never drops what a person has made', async () => {
  await database.records('saved_queries').bulkPut(old(1005))
  await createRecords(database, 'saved_queries').put({})
  expect(await createRecords(database, 'saved_queries').list()).toHaveLength(1006)
})
