import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { commitGeneration, currentManifest } from '../store/generations.ts'
import { removeSentinel, strandedSentinels } from '../store/sentinel.ts'
import { openWorkspaceDatabase, type WorkspaceDatabase } from '../store/workspace-database.ts'
import { checkIntegrity, leaveSentinel } from './integrity.ts'

const id = 'integrity-test'
let database: WorkspaceDatabase

beforeEach(async () => {
  database = await openWorkspaceDatabase(id)
  const manifest = {
    generation: 1,
    at: '2024-01-01T00:00:00Z',
    parts: { orders: [], products: null, people: null },
    rows: 7,
    cause: { kind: 'import', import: 'a' },
  } as const
  await commitGeneration(database, { manifests: [manifest], parts: [], imports: [] })
  await leaveSentinel(id, database, await currentManifest(database))
})
afterEach(async () => {
  await database.delete()
  await removeSentinel(id)
})

describe('checkIntegrity', () => {
  it('finds in order what was left', async () => {
    expect(await checkIntegrity(id, database)).toEqual({ state: 'ok' })
  })

  it('tells a store that was emptied, from either copy of the sentinel', async () => {
    await database.manifests.clear()
    const lost = { state: 'lost', expected: { generation: 1, rows: 7 }, found: { generation: 0, rows: 0 } }
    expect(await checkIntegrity(id, database)).toMatchObject(lost)
    localStorage.removeItem(`ventas-sentinel-${id}`)
    expect(await checkIntegrity(id, database)).toMatchObject(lost)
  })

  it('leaves word outside localStorage where that is full', async () => {
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await leaveSentinel(id, database, { ...(await currentManifest(database)), generation: 2, rows: 9 })
    full.mockRestore()
    expect(await checkIntegrity(id, database)).toMatchObject({
      state: 'lost',
      expected: { generation: 2, rows: 9 },
    })
  })

  it.each(['localStorage', 'OPFS'])(
    'names workspaces that the list has lost, by the sentinel in %s',
    async (left) => {
      if (left === 'OPFS') localStorage.removeItem(`ventas-sentinel-${id}`)
      else await (await navigator.storage.getDirectory()).removeEntry(`ventas-sentinel-${id}.json`)
      expect(await strandedSentinels([])).toContainEqual(expect.objectContaining({ workspace: id, rows: 7 }))
      expect(await strandedSentinels([id])).not.toContainEqual(expect.objectContaining({ workspace: id }))
    },
  )
})
