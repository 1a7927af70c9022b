import { beforeEach, expect, it, vi } from 'vitest'
import type { ManifestRow } from '../store/records.ts'
import type { WorkspaceDatabase } from '../store/workspace-database.ts'
import { DamagedStore } from '../store/damaged.ts'
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
const empty = {
  parts: { get: async () => undefined },
  settings: { bulkGet: async () => [] },
  records: () => ({ toArray: async () => [] }),
} as unknown as WorkspaceDatabase
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
  await expect(live.run(statement)).rejects.toThrow(DamagedStore)
  expect(first.close).toHaveBeenCalledOnce()
  await live.show(manifest(2))
  await expect(live.run(statement)).resolves.toEqual([])
  expect(live.generation).toBe(2)
})

it('ends an engine that died, and starts anew after ever longer pauses', async () => {
  vi.useFakeTimers()
  const dying = Array.from({ length: 4 }, () => {
    let die = (_reason: string) => {}
    const lost = new Promise<string>((resolve) => (die = resolve))
    return { ...engine(), lost, die: () => die('gone') }
  })
  for (const each of dying) openEngine.mockResolvedValueOnce(each)
  const live = createLiveEngine(empty, manifest(0))
  for (const [turn, pause] of [0, 1000, 5000].entries()) {
    await live.engine()
    dying[turn]?.die()
    await vi.advanceTimersByTimeAsync(Math.max(0, pause - 1))
    expect(openEngine).toHaveBeenCalledTimes(pause > 0 ? turn + 1 : turn + 2)
    await vi.advanceTimersByTimeAsync(1)
    expect(openEngine).toHaveBeenCalledTimes(turn + 2)
    expect(dying[turn]?.close).toHaveBeenCalledOnce()
  }
  vi.useRealTimers()
})

it('does not start one failing engine after the other when everybody asks', async () => {
  openEngine.mockRejectedValue(new Error('no memory'))
  const live = createLiveEngine(empty, manifest(0))
  for (let turn = 0; turn < 20; turn += 1) await live.run(statement).catch(() => {})
  expect(openEngine).toHaveBeenCalledTimes(2)
})

it('closes though it never started', async () => {
  openEngine.mockRejectedValue(new Error('no memory'))
  await expect(createLiveEngine(empty, manifest(0)).close()).resolves.toBeUndefined()
})
