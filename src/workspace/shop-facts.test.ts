import { expect, it, vi } from 'vitest'
import { readShopFacts } from './shop-facts.ts'
import type { Workspace } from './workspace.ts'

it('keeps no facts of a generation that ended while they were read', async () => {
  let generation = 1
  const lastKnown = { read: async () => null, write: vi.fn(async () => {}) }
  const span = { currency: 'EUR', orders: 1, lines: 1, first_day: '2024-01-01', last_day: '2024-01-31' }
  const run = vi.fn(async () => {
    generation += 1
    return [span]
  })
  const workspace = {
    query: { run },
    lastKnown,
    generation: () => generation,
    settings: async () => ({ currency: 'EUR', time_zone: 'Europe/Madrid', last_export_at: null }),
  } as unknown as Workspace
  expect(await readShopFacts(workspace)).toMatchObject({ last: '2024-01-31' })
  expect(lastKnown.write).not.toHaveBeenCalled()
  run.mockResolvedValueOnce([span])
  await readShopFacts(workspace)
  expect(lastKnown.write).toHaveBeenCalledOnce()
})
