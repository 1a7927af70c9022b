import { beforeEach, expect, it, vi } from 'vitest'
import type { ManifestRow } from '../store/records.ts'
import type { WorkspaceDatabase } from '../store/workspace-database.ts'
import { createLiveEngine } from './live-engine.ts'

const { openEngine } = vi.hoisted(() => ({ openEngine: vi.fn() }))
vi.mock('../query/duckdb.ts', () => ({ openEngine }))

const manifest = (generation: number, part: string | null = null): ManifestRow => ({
  generation,
  at: '2024-01-01T00:00:00Z',
  parts: { orders: part ? [{ part, import: 'a' }] : [], products: null, people: null },
  rows: 0,
  cause: { kind: 'import', import: 'a' },
})
const empty = { parts: { get: async () => undefined } } as unknown as WorkspaceDatabase
const statement = { sql: 'SELECT 1', params: [] }

const engine = () => ({
  lost: new Promise<string>(() => {}),
  exec: vi.fn(async () => {}),
  run: vi.fn(async () => []),
  attach: vi.fn(),
  detach: vi.fn(),
  close: vi.fn(async () => {}),
})

beforeEach(() => {
  openEngine.mockReset()
})

it('starts anew when it is asked after it could not start', async () => {
  openEngine.mockRejectedValueOnce(new Error('no memory')).mockResolvedValueOnce(engine())
  const live = createLiveEngine(empty, manifest(0))
  await expect(live.run(statement)).rejects.toThrow('no memory')
  await expect(live.run(statement)).resolves.toEqual([])
  expect(openEngine).toHaveBeenCalledTimes(2)
})

it('leaves no engine behind that cannot show its generation', async () => {
  const first = engine()
  openEngine.mockResolvedValueOnce(first).mockResolvedValueOnce(engine())
  const live = createLiveEngine(empty, manifest(1, 'gone'))
  await expect(live.run(statement)).rejects.toThrow('part gone is missing')
  expect(first.close).toHaveBeenCalledOnce()
  await live.show(manifest(2))
  await expect(live.run(statement)).resolves.toEqual([])
  expect(live.generation).toBe(2)
})

it('closes though it never started', async () => {
  openEngine.mockRejectedValue(new Error('no memory'))
  await expect(createLiveEngine(empty, manifest(0)).close()).resolves.toBeUndefined()
})
