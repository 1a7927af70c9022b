import { afterEach, expect, it } from 'vitest'
import { currentManifest } from './generations.ts'
import { removeSentinel, writeSentinel } from './sentinel.ts'
import { openWorkspaceDatabase, type WorkspaceDatabase } from './workspace-database.ts'

const id = 'evicted'
const deleted = () =>
  new Promise((resolve) => {
    indexedDB.deleteDatabase(`ventas-${id}`).addEventListener('success', resolve)
  })
afterEach(async () => {
  await deleted()
  await removeSentinel(id)
})

/** The browser closes the connection by itself; `takes` says whether it takes what was stored, too. */
async function closeByBrowser(database: WorkspaceDatabase, takes: boolean): Promise<void> {
  const connection = database.backendDB()
  connection.close()
  if (takes) await deleted()
  connection.dispatchEvent(new Event('close'))
}

async function withThreeGenerations(): Promise<WorkspaceDatabase> {
  const database = await openWorkspaceDatabase(id)
  await database.manifests.put({ ...(await currentManifest(database)), generation: 3 })
  await writeSentinel({ workspace: id, generation: 3, rows: 0, hash: '' })
  return database
}

it('what the browser has taken away in the middle is told, and nothing is written over its remains', async () => {
  const database = await withThreeGenerations()
  await closeByBrowser(database, true)
  await expect(database.settings.put({ key: 'a', value: 1 })).rejects.toBeDefined()
  expect(await database.ended).toBe('evicted')
  await expect(database.settings.put({ key: 'a', value: 1 })).rejects.toBeDefined()
})

it('a connection that the browser only closed is opened again', async () => {
  const database = await withThreeGenerations()
  await closeByBrowser(database, false)
  await database.settings.put({ key: 'a', value: 1 })
  expect((await database.manifests.toArray()).map(({ generation }) => generation)).toContain(3)
  expect(database.ending).toBeNull()
  database.close({ disableAutoOpen: true })
})
