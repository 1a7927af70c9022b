import { afterEach, expect, it, vi } from 'vitest'
import type { WorkspaceRow } from '../store/records.ts'
import { deleteWorkspace, listWorkspaces } from '../store/workspace-list.ts'
import { currentManifest } from '../store/generations.ts'
import { leaveSentinel } from './integrity.ts'
import { createSession, type Session } from './session.ts'
import { storageFailure } from './storage-failure.ts'

let session: Session

/** The row goes, as a browser may lose it; the database of the workspace stays. */
const forgetInList = (id: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('ventas')
    opening.addEventListener('error', () => reject(opening.error ?? new Error('it does not open')))
    opening.addEventListener('success', () => {
      const change = opening.result.transaction('workspaces', 'readwrite')
      change.objectStore('workspaces').delete(id)
      change.addEventListener('complete', () => {
        opening.result.close()
        resolve()
      })
    })
  })
const made: WorkspaceRow[] = []

afterEach(async () => {
  for (const { id } of made.splice(0)) await session.remove(id)
  await session.current().close()
})

it('starts with the workspace that was open last, not with one that was only made', async () => {
  session = await createSession()
  const { id } = session.current().row
  made.push(await session.create('Made'))
  await session.current().close()
  session = await createSession()
  expect(session.current().row.id).toBe(id)
})

it('opens one workspace after the other, and leaves none open behind', async () => {
  session = await createSession()
  const first = session.current()
  const [b, c] = [await session.create('B'), await session.create('C')]
  made.push(b, c)
  const [openedB, openedC] = await Promise.all([session.open(b.id), session.open(c.id)])
  expect(session.current().row.id).toBe(c.id)
  expect([first, openedB, openedC].map((workspace) => workspace?.database.isOpen())).toEqual([
    false,
    false,
    true,
  ])
})

it('of two first tabs at once one makes the workspace', async () => {
  for (const { id } of await listWorkspaces()) await deleteWorkspace(id)
  const [one, two] = await Promise.all([createSession(), createSession()])
  session = one
  expect(two.current().row.id).toBe(one.current().row.id)
  expect(await one.list()).toHaveLength(1)
  await two.current().close()
})

it('goes on with another workspace when the open one is deleted in another tab, and says so', async () => {
  session = await createSession()
  const other = await createSession()
  const gone = await session.create('Gone')
  await other.open(gone.id)
  const deserted = other.current()
  const heard = vi.fn()
  other.onEnd(heard)
  await session.remove(gone.id)
  const late = await deserted.settings().catch((cause) => storageFailure(cause, deserted.database.ending))
  expect(late).toMatchObject({ ok: false, failure: { code: 'NOT_FOUND' } })
  await vi.waitFor(() => expect(other.current().row.id).toBe(session.current().row.id))
  expect(heard).toHaveBeenCalledWith(expect.objectContaining({ id: gone.id }), 'deleted')
  await other.current().close()
})

it('a workspace that only the list has lost is put back into it, and is not told as lost', async () => {
  session = await createSession()
  const row = await session.create('Kept')
  made.push(row)
  const workspace = await session.open(row.id)
  const manifest = { ...(await currentManifest(workspace!.database)), generation: 3, rows: 7 }
  await workspace!.database.manifests.put(manifest)
  await leaveSentinel(row.id, workspace!.database, manifest)
  await workspace!.close()
  await forgetInList(row.id)
  session = await createSession()
  expect(session.current().row.id).toBe(row.id)
  expect(session.lost()).toEqual([])
  expect(session.current().safety.integrity()).toEqual({ state: 'ok' })
})
