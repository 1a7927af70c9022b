import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalJson } from '../model/canonical.ts'
import { noteChange, readHistory, readMark, verifyHistory } from './history.ts'
import { sha256 } from './sha256.ts'
import { openWorkspaceDatabase, type WorkspaceDatabase } from './workspace-database.ts'

let database: WorkspaceDatabase
beforeEach(async () => {
  database = await openWorkspaceDatabase(crypto.randomUUID())
})
afterEach(() => database.delete())

const three = async () => {
  for (const rows of [1, 2, 3]) await noteChange(database, 'import', { rows })
  return readHistory(database)
}

describe('the change history', () => {
  it('chains every entry to the one before', async () => {
    const entries = await three()
    expect(entries.map(({ seq, facts }) => [seq, facts])).toEqual([
      [1, { rows: 1 }],
      [2, { rows: 2 }],
      [3, { rows: 3 }],
    ])
    expect(await verifyHistory(entries)).toEqual({ entries: 3, head: entries[2]?.hash, broken_at: null })
  })

  it('keeps its order when two tabs write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, at) => noteChange(database, 'edit', { at })))
    const entries = await readHistory(database)
    expect(entries).toHaveLength(20)
    expect((await verifyHistory(entries)).broken_at).toBeNull()
  })

  it.each([
    [
      'changed',
      (entries: Entries) =>
        entries.map((entry) => (entry.seq === 2 ? { ...entry, facts: { rows: 9 } } : entry)),
      2,
    ],
    ['taken out', (entries: Entries) => entries.filter(({ seq }) => seq !== 2), 2],
    ['moved', (entries: Entries) => [entries[1]!, entries[0]!, entries[2]!], 1],
    ['cut', (entries: Entries) => entries.slice(0, 2), 3],
    ['rewritten with a hash that fits', (entries: Entries) => rewritten(entries, 2), 3],
  ])('sees an entry that was %s', async (_, tamper, at) => {
    const entries = await three()
    const seen = { entries: 3, head: entries[2]?.hash ?? '' }
    expect((await verifyHistory(await tamper(entries), seen)).broken_at).toBe(at)
  })
})

it('an entry after some that are missing says so, and hides nothing', async () => {
  await three()
  await database.records('audit').delete('0000000003')
  const next = await noteChange(database, 'edit', { rows: 4 })
  expect(next).toMatchObject({ seq: 3, facts: { rows: 4, missing_up_to: 3 } })
  await noteChange(database, 'edit', {})
  const entries = await readHistory(database)
  expect((await verifyHistory(entries, readMark(database))).broken_at).toBe(3)
})

const hashed = async ({ hash: _, ...rest }: Entries[number]) => ({
  ...rest,
  hash: await sha256(canonicalJson(rest)),
})

const rewritten = (entries: Entries, seq: number): Promise<Entries> =>
  Promise.all(
    entries.map(async (entry) => (entry.seq === seq ? hashed({ ...entry, facts: { rows: 9 } }) : entry)),
  )

type Entries = Awaited<ReturnType<typeof readHistory>>
