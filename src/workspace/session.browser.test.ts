import { afterEach, expect, it } from 'vitest'
import type { WorkspaceRow } from '../store/records.ts'
import { createSession, type Session } from './session.ts'

let session: Session
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
