import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commitGeneration, currentManifest, StaleGeneration, sweepParts } from './generations.ts'
import type { ImportRow, ManifestRow, PartRow } from './records.ts'
import { readSettings } from './settings.ts'
import { openWorkspaceDatabase, type WorkspaceDatabase } from './workspace-database.ts'

let database: WorkspaceDatabase
beforeEach(async () => {
  database = await openWorkspaceDatabase(crypto.randomUUID())
})
afterEach(() => database.delete())

const part = (id: string): PartRow => ({
  id,
  kind: 'import',
  file: new Blob([id]),
  bytes: id.length,
  sha256: id,
  rows: 1,
  first_day: null,
  last_day: null,
})

const manifest = (generation: number, parts: readonly string[]): ManifestRow => ({
  generation,
  at: '2024-01-01T00:00:00Z',
  parts: { orders: parts.map((id) => ({ part: id, import: id })), products: null, people: null },
  rows: parts.length,
  cause: { kind: 'import', import: parts.at(-1) ?? null },
})

const imported = (id: string, base: number, state: ImportRow['state'] = 'committed'): ImportRow => ({
  id,
  at: id,
  state,
  files: [],
  added: 1,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  source_part: state === 'committed' ? id : null,
  base,
  generation: base + 1,
})

describe('generations', () => {
  it('starts at nothing', async () => {
    expect(await currentManifest(database)).toMatchObject({ generation: 0, rows: 0 })
  })

  it('writes parts, import, settings and manifest together', async () => {
    await commitGeneration(database, {
      manifests: [manifest(1, ['a'])],
      parts: [part('a')],
      imports: [imported('a', 0)],
      settings: { currency: 'EUR' },
    })
    expect(await currentManifest(database)).toEqual(manifest(1, ['a']))
    expect(await (await database.parts.get('a'))?.file.text()).toBe('a')
    expect((await readSettings(database)).currency).toBe('EUR')
  })

  it('refuses a change made for an older generation and leaves nothing of it', async () => {
    await commitGeneration(database, { manifests: [manifest(1, ['a'])], parts: [part('a')], imports: [] })
    const late = commitGeneration(database, {
      manifests: [manifest(1, ['b'])],
      parts: [part('b')],
      imports: [],
    })
    await expect(late).rejects.toThrow(StaleGeneration)
    expect(await database.parts.toCollection().primaryKeys()).toEqual(['a'])
  })

  it('sweeps what no generation in reach names', async () => {
    await commitGeneration(database, {
      manifests: [manifest(1, ['a'])],
      parts: [part('a')],
      imports: [imported('a', 0)],
    })
    await commitGeneration(database, {
      manifests: [manifest(2, ['a', 'b'])],
      parts: [part('b')],
      imports: [imported('b', 1)],
    })
    expect(await sweepParts(database)).toBe(0)
    await commitGeneration(database, {
      manifests: [manifest(3, ['a'])],
      parts: [],
      imports: [imported('b', 1, 'taken_back')],
    })
    expect(await sweepParts(database)).toBe(1)
    expect(await database.parts.toCollection().primaryKeys()).toEqual(['a'])
  })
})
