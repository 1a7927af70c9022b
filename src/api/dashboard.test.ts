import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openNativeEngine, type NativeEngine } from '../../tests/native-engine.ts'
import { fillSmallShop } from '../../tests/small-shop.ts'
import * as dashboard from './dashboard.ts'
import type { ApiContext, Operation } from './operation.ts'

const OPERATIONS = Object.values(dashboard) as unknown as Operation[]
let engine: NativeEngine
let api: ApiContext

beforeAll(async () => {
  engine = await openNativeEngine()
  await fillSmallShop(engine)
  const settings = async () => ({ currency: 'EUR', time_zone: 'Europe/Madrid', last_export_at: null })
  api = { workspace: { query: engine, settings } } as unknown as ApiContext
})
afterAll(() => engine.close())

const answer = async (operation: Operation, input: unknown) => {
  const outcome = await operation.run(api, v.parse(operation.input, input), {})
  if (!outcome.ok) throw new Error(outcome.failure.detail)
  return outcome.value
}

it.each(OPERATIONS.map((operation) => [operation.path, operation] as const))(
  '%s answers its own example in the shape that it promises',
  async (_, operation) => {
    const value = await answer(operation, operation.example)
    expect(v.parse(operation.output, value)).toEqual(value)
  },
)

it('pages by cursor', async () => {
  const pages = []
  let cursor: string | null = null
  do {
    const page = (await answer(dashboard.getRows as unknown as Operation, {
      metric: 'net_sales',
      from: '2024-03-01',
      to: '2024-03-31',
      limit: '3',
      ...(cursor ? { cursor } : {}),
    })) as { items: { order_id: string }[]; next: string | null }
    pages.push(page.items.map(({ order_id }) => order_id))
    cursor = page.next
  } while (cursor)
  expect(pages).toEqual([['R1', 'A4', 'A2'], ['A3']])
})

it.each(['from', 'to'])('refuses a wrong day in %s', (field) => {
  expect(v.safeParse(dashboard.getSummary.input, { [field]: '2024-02-30' }).success).toBe(false)
})

it('says that it was cancelled', async () => {
  const stop = new AbortController()
  stop.abort()
  const query = { run: () => Promise.reject(new Error('stopped')) }
  const stopped = { workspace: { ...api.workspace, query } } as unknown as ApiContext
  const outcome = await dashboard.getSummary.run(stopped, {}, { signal: stop.signal })
  expect(outcome).toMatchObject({ ok: false, failure: { code: 'CANCELLED' } })
})
