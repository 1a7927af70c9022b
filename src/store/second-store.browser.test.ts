import { Dexie } from 'dexie'
import { afterEach, expect, it, vi } from 'vitest'
import { avoidBrokenStore } from './second-store.ts'

const own = Dexie.dependencies.indexedDB
afterEach(() => {
  vi.restoreAllMocks()
  Dexie.dependencies.indexedDB = own
})

/** A request that fails, as Chrome's does over damaged files. */
function refusal(): IDBOpenDBRequest {
  const request = new EventTarget()
  setTimeout(() => request.dispatchEvent(new Event('error')))
  return request as IDBOpenDBRequest
}

it('keeps to the store that opens, also after the one refusal with which Chrome starts anew', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementationOnce(refusal)
  await avoidBrokenStore()
  expect(Dexie.dependencies.indexedDB).toBe(own)
})

it('keeps databases in a bucket where none opens', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(refusal)
  await avoidBrokenStore()
  expect(Dexie.dependencies.indexedDB).not.toBe(own)
  const database = new Dexie('second')
  database.version(1).stores({ rows: 'id' })
  await database.table('rows').put({ id: 1 })
  expect(await database.table('rows').count()).toBe(1)
  await database.delete()
})

it('says so in a browser without buckets', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(refusal)
  vi.stubGlobal('navigator', {})
  await expect(avoidBrokenStore()).rejects.toThrow('cannot open its databases')
  vi.unstubAllGlobals()
})

it('says so where site data are blocked', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  await expect(avoidBrokenStore()).rejects.toMatchObject({ name: 'DeniedStore' })
})
