import { Dexie } from 'dexie'
import { afterEach, expect, it } from 'vitest'
import { commitGeneration, currentManifest } from '../generations.ts'
import type { PartRow } from '../records.ts'
import { readSettings } from '../settings.ts'
import {
  openWorkspaceDatabase,
  readLock,
  rewriteWorkspace,
  writeLock,
  type WorkspaceDatabase,
} from '../workspace-database.ts'
import { keyOf, newLock, storeKey, withPassphrase } from './lock.ts'

const SECRET = 'ana.lopez.8361@example.com'
let open: WorkspaceDatabase[] = []
let id = ''

afterEach(async () => {
  for (const database of open) database.close({ disableAutoOpen: true })
  open = []
  await Dexie.delete(`ventas-${id}`)
})

const opened = async (key?: CryptoKey): Promise<WorkspaceDatabase> => {
  const database = await openWorkspaceDatabase(id, key)
  open.push(database)
  return database
}

const closeAll = () => {
  for (const database of open.splice(0)) database.close({ disableAutoOpen: true })
}

const part = (name: string, size: number): PartRow => ({
  id: name,
  kind: 'orders',
  file: new Blob([SECRET.repeat(size)]),
  bytes: SECRET.length * size,
  sha256: 'plain',
  rows: 1,
  first_day: '2024-01-01',
  last_day: null,
})

async function fill(database: WorkspaceDatabase): Promise<void> {
  const orders = [{ part: 'p1', import: 'i1' }]
  await commitGeneration(database, {
    manifests: [
      {
        generation: 1,
        at: '2024-01-01',
        rows: 1,
        parts: { orders, products: null, people: null },
        cause: { kind: 'import', import: null },
      },
    ],
    parts: [part('p1', 1), part('p2', 100_000)],
    imports: [],
    refused: { import: 'i1', rows: [{ file: SECRET, line: 1, column: null, code: 'X', raw: SECRET }] },
    settings: { currency: 'EUR' },
  })
  for (let n = 0; n < 20; n++)
    await database
      .records('notes')
      .put({ id: `n${n}`, at: `2024-01-${n + 10}`, data: { text: `${SECRET} ${n}` } })
}

/** Every stored value of the database as text, files included, read without a key. */
async function storedText(): Promise<string> {
  const raw = await new Dexie(`ventas-${id}`).open()
  const texts: string[] = []
  for (const table of raw.tables)
    for (const row of (await table.toArray()) as Record<string, unknown>[])
      for (const value of Object.values(row)) {
        if (value instanceof Blob) texts.push(await value.text())
        else if (value instanceof Uint8Array) texts.push(new TextDecoder('latin1').decode(value))
        else texts.push(JSON.stringify(value) ?? '')
      }
  raw.close()
  return texts.join('\n')
}

async function expectAll(database: WorkspaceDatabase): Promise<void> {
  expect((await currentManifest(database)).rows).toBe(1)
  expect((await readSettings(database)).currency).toBe('EUR')
  expect(await (await database.parts.get('p1'))?.file.text()).toBe(SECRET)
  const large = await database.parts.get('p2')
  expect([large?.sha256, large?.bytes, (await large?.file.text()) === SECRET.repeat(100_000)]).toEqual([
    'plain',
    SECRET.length * 100_000,
    true,
  ])
  expect((await database.refused.get('i1'))?.rows[0]?.raw).toBe(SECRET)
  const notes = database.records('notes')
  expect((await notes.toArray()).map(({ data }) => data['text'])).toContain(`${SECRET} 7`)
  const newest = await notes.orderBy('at').reverse().toArray()
  expect(newest.map(({ id: name }) => name).slice(0, 2)).toEqual(['n19', 'n18'])
  expect((await notes.orderBy('at').last())?.data['text']).toBe(`${SECRET} 19`)
  expect(await notes.filter(({ data }) => data['text'] === `${SECRET} 3`).count()).toBe(1)
}

it('rewrites a workspace under a key: all is there with it, nothing without it, and back', async () => {
  id = crypto.randomUUID()
  await fill(await opened())
  expect(await storedText()).toContain(SECRET)
  closeAll()
  const { lock, key, recoveryKey } = await newLock('mesa lluvia tren verde')
  await rewriteWorkspace(id, await storeKey(key), lock)
  expect(await storedText()).not.toContain('lopez')
  await expect(openWorkspaceDatabase(id)).rejects.toThrow(expect.objectContaining({ name: 'LockedStore' }))

  await expectAll(await opened(await storeKey(key)))
  expect(await keyOf(lock, 'mesa lluvia tren')).toBeNull()
  expect(await keyOf(lock, 'mesa lluvia tren verde')).toEqual(key)
  expect(await keyOf(lock, recoveryKey.toLowerCase().replaceAll('-', ' '))).toEqual(key)

  closeAll()
  await rewriteWorkspace(id, await storeKey(key), null)
  await expectAll(await opened())
})

it('writes inside transactions, and all of one or nothing', async () => {
  id = crypto.randomUUID()
  const { lock, key } = await newLock('mesa lluvia tren verde')
  const secret = await storeKey(key)
  await rewriteWorkspace(id, secret, lock)
  const database = await opened(secret)
  await fill(database)
  const notes = database.records('notes')
  const broken = database.transaction('rw', notes, database.settings, async () => {
    const before = await notes.get('n1')
    await notes.put({ id: 'n1', at: '2024-02-01', data: { text: `${before?.data['text']} changed` } })
    await database.settings.put({ key: 'currency', value: 'USD' })
    throw new Error('stop')
  })
  await expect(broken).rejects.toThrow('stop')
  await expectAll(database)
  await database.transaction('rw', notes, async () => {
    for (const { id: name, at, data } of await notes.toArray())
      await notes.put({ id: name, at, data: { ...data, seen: true } })
    await notes
      .where('at')
      .above('2024-01-20')
      .modify((row) => void ((row.data as { late?: boolean }).late = true))
  })
  expect(await notes.filter(({ data }) => data['seen'] === true).count()).toBe(20)
  expect(await notes.filter(({ data }) => data['late'] === true).count()).toBe(9)
  expect(await storedText()).not.toContain('lopez')
})

it('changes the passphrase without touching the data', async () => {
  id = crypto.randomUUID()
  const { lock, key, recoveryKey } = await newLock('uno dos tres cuatro')
  await rewriteWorkspace(id, await storeKey(key), lock)
  await writeLock(id, await withPassphrase(lock, key, 'cinco seis siete ocho'))
  const changed = await readLock(id)
  if (!changed) throw new Error('no lock')
  expect(await keyOf(changed, 'uno dos tres cuatro')).toBeNull()
  expect(await keyOf(changed, 'cinco seis siete ocho')).toEqual(key)
  expect(await keyOf(changed, recoveryKey)).toEqual(key)
})

it('a sealed row that is put in the place of another is not taken for it', async () => {
  id = crypto.randomUUID()
  const key = await storeKey(crypto.getRandomValues(new Uint8Array(32)))
  await rewriteWorkspace(id, key, { wraps: [], auto_lock_minutes: 0 })
  const database = await opened(key)
  for (const name of ['n1', 'n2'])
    await database.records('notes').put({ id: name, at: '2024-01-01', data: { text: name } })
  const raw = await new Dexie(`ventas-${id}`).open()
  const first = (await raw.table('notes').get('n1')) as Record<string, unknown>
  await raw.table('notes').put({ ...first, id: 'n2' })
  raw.close()
  expect((await database.records('notes').get('n1'))?.data).toEqual({ text: 'n1' })
  await expect(database.records('notes').get('n2')).rejects.toThrow('cannot be decrypted')
})
