import { afterEach, expect, it, vi } from 'vitest'
import { newLock, storeKey } from '../store/seal/lock.ts'
import { rescueFolder } from '../store/rescue/folder.ts'
import { deleteWorkspace } from '../store/workspace-list.ts'
import { rewriteWorkspace, withStored, WorkspaceDatabase } from '../store/workspace-database.ts'
import { readUnfinished } from '../store/unfinished.ts'
import { lockWorkspace, removePassphrase, setAutoLock, setPassphrase, unlockWorkspace } from './locks.ts'
import { createSession, type Session } from './session.ts'

// How slow a key is made is not what is asked here.
vi.mock(import('../store/file/kdf.ts'), async (load) => {
  const real = await load()
  return { ...real, newArgon2: () => ({ ...real.newArgon2(), m: 1024, t: 1 }) }
})

const PASSPHRASE = 'mesa lluvia tren verde'
const CHANGED = 'otra mesa lluvia tren'
const TOLD = 'what nobody else may read'

let session: Session
let other: Session | undefined

afterEach(async () => {
  const { id } = session.current().row
  await other?.current().close()
  other = undefined
  await session.remove(id)
  await session.current().close()
}, 60_000)

const newShop = async () => {
  session = await createSession()
  const row = await session.create('Locked')
  await session.open(row.id)
  await session.current().records('notes').put({ text: TOLD })
  return row
}

/** Rows of the notes as they stand on the disk. */
async function storedNotes(id: string): Promise<readonly Record<string, unknown>[]> {
  const database = new WorkspaceDatabase(id)
  try {
    await database.open()
    return await withStored(database, (stored) => stored.table('notes').toArray())
  } finally {
    database.close({ disableAutoOpen: true })
  }
}

const stillToDo = async (id: string) => {
  const database = new WorkspaceDatabase(id)
  return readUnfinished(database).finally(() => database.close({ disableAutoOpen: true }))
}

it('another tab that has the workspace open writes nothing in the clear once it is locked', async () => {
  const { id } = await newShop()
  other = await createSession()
  await other.open(id)
  const late = other.current()
  let writing = true
  const writes = (async () => {
    while (writing) {
      await late
        .records('notes')
        .put({ text: TOLD })
        .catch(() => (writing = false))
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  expect(await setPassphrase(session, id, PASSPHRASE, undefined)).toMatchObject({ ok: true })
  await vi.waitFor(() => expect(other?.isLocked()).toBe(true), { timeout: 10_000 })
  await writes
  const notes = await storedNotes(id)
  expect(notes.length).toBeGreaterThan(0)
  expect(notes.filter((row) => !('sealed' in row))).toEqual([])
  expect(await removePassphrase(session, id, PASSPHRASE)).toMatchObject({ ok: true })
  expect((await storedNotes(id)).filter((row) => 'sealed' in row)).toEqual([])
  await vi.waitFor(() => expect(other?.isLocked()).toBe(false), { timeout: 20_000 })
}, 60_000)

it('rescue copies in the clear go at the next start, where the browser was stopped after the rewrite', async () => {
  const { id } = await newShop()
  await session.current().safety.rescue.make('change')
  const { lock, key } = await newLock(PASSPHRASE)
  await session.current().close()
  await rewriteWorkspace(id, await storeKey(key), lock)
  expect(await rescueFolder(id, 'copies').names()).toHaveLength(1)
  session = await createSession()
  await session.open(id)
  expect(session.isLocked()).toBe(true)
  await vi.waitFor(async () => expect(await stillToDo(id)).toBeNull(), { timeout: 30_000, interval: 200 })
  expect(await rescueFolder(id, 'copies').names()).toEqual([])
}, 60_000)

it('every change of the lock stands in the change history; it is locked also where something cannot be closed', async () => {
  const { id } = await newShop()
  await setPassphrase(session, id, PASSPHRASE, undefined)
  await setPassphrase(session, id, CHANGED, PASSPHRASE)
  await setAutoLock(session, id, 5)
  const { live, database } = session.current()
  const { close } = live
  vi.spyOn(live, 'close').mockRejectedValue(new Error('the engine does not answer'))
  vi.spyOn(globalThis, 'reportError').mockImplementation(() => {})
  await lockWorkspace(session, id)
  expect([session.isLocked(), session.keyOf(id), database.isOpen()]).toEqual([true, null, false])
  vi.restoreAllMocks()
  await close()
  expect(await unlockWorkspace(session, id, 'wrong')).toMatchObject({ ok: false })
  await unlockWorkspace(session, id, CHANGED)
  await removePassphrase(session, id, CHANGED)
  const entries = await session.current().safety.history.list()
  expect(entries.filter(({ kind }) => kind === 'lock').map(({ facts }) => facts['what'])).toEqual([
    'passphrase set',
    'passphrase changed',
    'locks itself after 5 minutes',
    'locked',
    'unlocked',
    'passphrase taken away',
  ])
  expect((await session.current().safety.history.state()).broken_at).toBeNull()
}, 120_000)

it('a locked workspace that the browser lost comes back locked with the passphrase of now, also when people were erased in it', async () => {
  const { id } = await newShop()
  await session
    .current()
    .records('erased')
    .put({ hashes: ['0'.repeat(64)] }, 'e1')
  await session.current().database.settings.put({ key: 'erasure_salt', value: 'salt' })
  await setPassphrase(session, id, PASSPHRASE, undefined)
  expect(await rescueFolder(id, 'copies').names()).toHaveLength(1)
  expect(await setPassphrase(session, id, CHANGED, PASSPHRASE)).toMatchObject({ ok: true })
  await session.current().close()
  await deleteWorkspace(id)
  localStorage.setItem(
    `ventas-sentinel-${id}`,
    JSON.stringify({ workspace: id, generation: 1, rows: 1, hash: '' }),
  )
  session = await createSession()
  expect(await session.bringBack(id)).toMatchObject({ ok: true })
  expect([session.current().row.id, session.isLocked()]).toEqual([id, true])
  expect(await unlockWorkspace(session, id, PASSPHRASE)).toMatchObject({ ok: false })
  expect(await unlockWorkspace(session, id, CHANGED)).toMatchObject({ ok: true })
  const { database, records } = session.current()
  expect(await records('notes').list()).toMatchObject([{ data: { text: TOLD } }])
  expect((await database.settings.get('erasure_salt'))?.value).toBe('salt')
  expect(await stillToDo(id)).not.toBe('erase')
}, 120_000)
