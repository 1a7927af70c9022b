import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { commitGeneration, currentManifest } from '../../store/generations.ts'
import type { ImportRow, ManifestRow, PartRow, WorkspaceRow } from '../../store/records.ts'
import { nameOf } from '../../store/rescue/copy.ts'
import { removeRescue, rescueFolder } from '../../store/rescue/folder.ts'
import { sha256 } from '../../store/sha256.ts'
import { openWorkspaceDatabase, type WorkspaceDatabase } from '../../store/workspace-database.ts'
import { createRescue, type Rescue } from './rescue.ts'

const row: WorkspaceRow = {
  id: 'rescue-test',
  name: 'Shop',
  created_at: '2024-01-01T00:00:00Z',
  opened_at: '2024-01-01T00:00:00Z',
  demo: false,
}

let database: WorkspaceDatabase
let rescue: Rescue
let sound: boolean
let told: ManifestRow[]

beforeEach(async () => {
  await removeRescue(row.id)
  database = await openWorkspaceDatabase(row.id)
  sound = true
  told = []
  rescue = createRescue(
    row,
    database,
    () => sound,
    async (manifest) => void told.push(manifest),
  )
})
afterEach(async () => {
  vi.restoreAllMocks()
  await database.delete()
  await removeRescue(row.id)
})

/** An import of one part whose text is `content`, with a refused row and a saved query beside it. */
async function importOne(generation: number, content: string): Promise<void> {
  const file = new Blob([content])
  const part: PartRow = {
    id: `part-${generation}`,
    kind: 'import',
    file,
    bytes: file.size,
    sha256: await sha256(file),
    rows: content.length,
    first_day: null,
    last_day: null,
  }
  const { parts } = await currentManifest(database)
  const manifest: ManifestRow = {
    generation,
    at: new Date().toISOString(),
    parts: { ...parts, orders: [...parts.orders, { part: part.id, import: `i${generation}` }] },
    rows: generation * 10,
    cause: { kind: 'import', import: `i${generation}` },
  }
  const imported: ImportRow = {
    id: `i${generation}`,
    at: new Date().toISOString(),
    state: 'committed',
    files: [],
    added: 1,
    updated: 0,
    unchanged: 0,
    rejected: 1,
    source_part: part.id,
    base: generation - 1,
    generation,
  }
  const refused = {
    import: `i${generation}`,
    rows: [{ file: 'a.csv', line: 2, column: null, code: 'X', raw: 'r' }],
  }
  await commitGeneration(database, { manifests: [manifest], parts: [part], imports: [imported], refused })
  await database
    .records('saved_queries')
    .put({ id: `q${generation}`, at: imported.at, data: { sql: 'SELECT 1' } })
}

/** All rows of all tables, files as their texts. */
async function contentOf(): Promise<unknown> {
  const tables = database.tables.map(async (table) => {
    const rows = (await table.toArray()) as PartRow[]
    const read = rows.map(async (each) => (each.file ? { ...each, file: await each.file.text() } : each))
    return [table.name, await Promise.all(read)] as const
  })
  return Object.fromEntries(await Promise.all(tables))
}

describe('the rescue', () => {
  it('brings everything back into a database that was emptied, above every number that was told', async () => {
    await importOne(1, 'first')
    await importOne(2, 'second')
    const before = (await contentOf()) as { manifests: unknown[] }
    const { made_at } = await rescue.make('change')
    for (const table of database.tables) await table.clear()
    expect(await rescue.restore(made_at)).toMatchObject({ ok: true, value: { generation: 3, rows: 20 } })
    const after = (await contentOf()) as { manifests: unknown[] }
    expect({ ...after, manifests: after.manifests.slice(0, 2) }).toEqual(before)
    expect(told).toMatchObject([{ generation: 3, cause: { kind: 'restore' } }])
  })

  it('brings records back that were kept before anything was imported', async () => {
    await database.records('notes').put({ id: 'n', at: '2024-01-01', data: { text: 'first' } })
    const { made_at } = await rescue.make('change')
    await database.records('notes').clear()
    expect(await rescue.restore(made_at)).toMatchObject({ ok: true, value: { generation: 1, rows: 0 } })
    expect(await database.records('notes').count()).toBe(1)
  })

  it('can undo a restore', async () => {
    await importOne(1, 'first')
    const old = await rescue.make('change')
    await importOne(2, 'second')
    await rescue.restore(old.made_at)
    expect((await currentManifest(database)).rows).toBe(10)
    const [latest] = await rescue.list()
    expect(latest).toMatchObject({ reason: 'restore', rows: 20 })
    await rescue.restore(latest?.made_at ?? '')
    expect((await currentManifest(database)).rows).toBe(20)
    expect(await database.parts.count()).toBe(2)
  })

  it('goes on when the clock is set back by a year: what was changed last is copied, kept, and named first', async () => {
    const ahead = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 365 * 86_400_000)
    const RealDate = Date
    const stub = class extends RealDate {
      constructor(...given: [] | [number | string | Date]) {
        super(given[0] ?? RealDate.now())
      }
    }
    vi.stubGlobal('Date', stub)
    await importOne(1, 'first')
    expect(await rescue.makeIfDue()).toBe(true)
    ahead.mockRestore()
    vi.unstubAllGlobals()
    await importOne(2, 'second')
    expect(await rescue.makeIfDue()).toBe(true)
    expect((await rescue.list()).map(({ generation }) => generation)).toEqual([2, 1])
    expect(await rescue.makeIfDue()).toBe(false)
  })

  it('keeps who was erased, and the history, whatever the copy says', async () => {
    await importOne(1, 'first')
    const { made_at } = await rescue.make('change')
    await database.records('erased').put({ id: 'e', at: '2024-01-01', data: {} })
    await database.records('audit').put({ id: '1', at: '2024-01-01', data: {} })
    await rescue.restore(made_at)
    expect([await database.records('erased').count(), await database.records('audit').count()]).toEqual([
      1, 1,
    ])
  })

  it.each([
    [
      'its list',
      async (made: string) =>
        rescueFolder(row.id, 'copies').write(nameOf(made), '{"sha256":"0","content":"{}"}'),
    ],
    ['a part', async () => rescueFolder(row.id, 'parts').write('part-1', 'other')],
    [
      'a part that is nowhere',
      async () => {
        await database.parts.clear()
        await rescueFolder(row.id, 'parts').remove('part-1')
      },
    ],
  ])('changes nothing when %s is damaged', async (_, damage) => {
    await importOne(1, 'first')
    const { made_at } = await rescue.make('change')
    await damage(made_at)
    await database.records('notes').put({ id: 'n', at: '2024-01-01', data: {} })
    const before = await contentOf()
    await expect(rescue.restore(made_at)).rejects.toThrow('damaged')
    expect(await contentOf()).toEqual(before)
  })

  it('copies by itself only what has changed, and no sooner than after a quarter of an hour', async () => {
    expect(await rescue.makeIfDue()).toBe(false)
    await importOne(1, 'first')
    expect(await rescue.makeIfDue()).toBe(true)
    await importOne(2, 'second')
    expect(await rescue.makeIfDue()).toBe(false)
    const now = Date.now()
    vi.spyOn(Date, 'now').mockReturnValue(now + 14 * 60_000)
    expect(await rescue.makeIfDue()).toBe(false)
    vi.spyOn(Date, 'now').mockReturnValue(now + 16 * 60_000)
    expect(await rescue.makeIfDue()).toBe(true)
    vi.spyOn(Date, 'now').mockReturnValue(now + 32 * 60_000)
    expect(await rescue.makeIfDue()).toBe(false)
  })

  it('never copies a store that has lost something over a good copy', async () => {
    await importOne(1, 'first')
    await rescue.make('change')
    await database.manifests.clear()
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 16 * 60_000)
    sound = false
    expect(await rescue.makeIfDue()).toBe(false)
  })

  it('leaves nothing of before when it is renewed', async () => {
    await importOne(1, 'ana@example.com')
    await rescue.make('change')
    await database.parts.clear()
    await rescue.renew('erasure')
    expect(await rescue.list()).toMatchObject([{ reason: 'erasure' }])
    expect(await rescueFolder(row.id, 'parts').names()).toEqual([])
  })
})

it('where the browser has no place for copies there are none, and what follows a change goes on', async () => {
  await importOne(1, 'one')
  vi.spyOn(StorageManager.prototype, 'getDirectory').mockRejectedValue(
    new DOMException('private window', 'SecurityError'),
  )
  expect(await rescue.list()).toEqual([])
  await expect(rescue.make('change')).rejects.toMatchObject({ name: 'NoRescuePlace' })
  await rescue.renew('erasure')
  expect(await rescue.restore('2024-01-01T00:00:00.000Z')).toMatchObject({ ok: false })
})
