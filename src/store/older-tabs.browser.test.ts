import { afterEach, expect, it } from 'vitest'
import { openWorkspaceDatabase } from './workspace-database.ts'

const id = 'older-tabs'
afterEach(() => void indexedDB.deleteDatabase(`ventas-${id}`))

const openRaw = (version: number): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(`ventas-${id}`, version)
    opening.addEventListener('success', () => resolve(opening.result))
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')))
  })

it('an old tab lets a newer app have the database, and writes nothing any more', async () => {
  const old = await openWorkspaceDatabase(id)
  const newer = await openRaw(1000)
  expect(await old.ended).toBe('newer')
  await expect(old.settings.put({ key: 'a', value: 1 })).rejects.toThrow('closed')
  newer.close()
})

it('refuses a database that a newer app has written, and leaves it as it is', async () => {
  const newer = await openRaw(1000)
  newer.close()
  await expect(openWorkspaceDatabase(id)).rejects.toMatchObject({ name: 'NewerSchema' })
  const again = await openRaw(1000)
  expect(again.version).toBe(1000)
  again.close()
})
