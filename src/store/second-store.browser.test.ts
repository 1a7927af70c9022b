import { Dexie } from 'dexie'
import { afterEach, expect, it, vi } from 'vitest'
import { avoidBrokenStore } from './second-store.ts'

const own = Dexie.dependencies.indexedDB
afterEach(() => {
  vi.restoreAllMocks()
  Dexie.dependencies.indexedDB = own
})

const refusal = () => Promise.reject(new DOMException('Internal error opening backing store', 'UnknownError'))

it('keeps to the store that opens, also after the one refusal with which Chrome starts anew', async () => {
  vi.spyOn(indexedDB, 'databases').mockImplementationOnce(refusal)
  await avoidBrokenStore()
  expect(Dexie.dependencies.indexedDB).toBe(own)
})

it('keeps databases in a bucket where none opens', async () => {
  vi.spyOn(indexedDB, 'databases').mockImplementation(refusal)
  await avoidBrokenStore()
  expect(Dexie.dependencies.indexedDB).not.toBe(own)
  const database = new Dexie('second')
  database.version(1).stores({ rows: 'id' })
  await database.table('rows').put({ id: 1 })
  expect(await database.table('rows').count()).toBe(1)
  await database.delete()
})

it('says so in a browser without buckets', async () => {
  vi.spyOn(indexedDB, 'databases').mockImplementation(refusal)
  vi.stubGlobal('navigator', {})
  await expect(avoidBrokenStore()).rejects.toThrow('cannot open its databases')
  vi.unstubAllGlobals()
})
