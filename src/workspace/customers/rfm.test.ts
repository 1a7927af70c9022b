import { afterAll, beforeAll, expect, it } from 'vitest'
import { nativeCustomers } from '../../../tests/direct-trainer.ts'
import { type NativeEngine, openNativeEngine } from '../../../tests/native-engine.ts'
import { fillSmallShop } from '../../../tests/small-shop.ts'
import { createStoreTables } from '../../../tests/store-tables.ts'
import type { CustomerContext } from './base.ts'
import { type RfmAnswer, rfmAnswer } from './rfm.ts'

let engine: NativeEngine
let context: CustomerContext
const PAGE = { limit: 50, offset: 0 }

beforeAll(async () => {
  engine = await openNativeEngine()
  await fillSmallShop(engine)
  await engine.exec(
    `INSERT INTO store.identities (customer_id, platform_id, name, email) VALUES
      (1, '18101', 'Ana', 'ana@example.test'), (2, '18102', NULL, NULL)`,
  )
  context = nativeCustomers(engine, { currency: 'EUR', timeZone: 'Europe/Madrid', today: '2026-01-01' })
})
afterAll(() => engine.close())

const must = async (input: object): Promise<RfmAnswer> => {
  const outcome = await rfmAnswer(context, { ...PAGE, ...input })
  if (!outcome.ok) throw new Error(outcome.failure.detail)
  return outcome.value
}

it('reads the small shop: two customers, a return after the day is not seen', async () => {
  const answer = await must({})
  expect(answer).toMatchObject({
    as_of: '2024-03-03',
    currency: 'EUR',
    customers_known: 2,
    guest_orders: 1,
    orders_known: 4,
  })
  expect(answer.customers.items).toMatchObject([
    {
      customer_id: 2,
      name: null,
      platform_id: '18102',
      label: '18102',
      orders: 1,
      net_sales: 30,
      days_since_order: 2,
    },
    {
      customer_id: 1,
      name: 'Ana',
      label: 'Ana',
      orders: 2,
      net_sales: 29,
      first_order: '2024-02-28',
      last_order: '2024-03-01',
    },
  ])
  expect(answer.segments.reduce((sum, { count }) => sum + count, 0)).toBe(2)
  expect(answer.grid.reduce((sum, { count }) => sum + count, 0)).toBe(2)
  expect(answer.notes.map(({ code }) => code)).toEqual(['GUEST_ORDERS', 'FEW_CUSTOMERS'])
})

it('as of a later day counts the return; as of an earlier one only what had been', async () => {
  expect(
    (await must({ as_of: '2024-03-10' })).customers.items.find((row) => row.customer_id === 2),
  ).toMatchObject({
    net_sales: 20,
    days_since_order: 9,
  })
  const early = await must({ as_of: '2024-02-29' })
  expect(early.customers.items).toMatchObject([{ customer_id: 1, orders: 1, net_sales: 20 }])
})

it('pages, filters one customer, and tells who moved', async () => {
  const first = await must({ limit: 1 })
  expect([first.customers.total, first.customers.next]).toEqual([2, '1'])
  expect((await must({ customer_id: 1 })).customers.total).toBe(1)
  expect((await must({ compare_to: '2024-02-29' })).migration).toMatchObject({
    entered: 1,
    from: '2024-02-29',
  })
})

it('answers an empty shop, one of guests only, and refuses days before the data', async () => {
  const before = await rfmAnswer(context, { ...PAGE, as_of: '2020-01-01' })
  expect(before).toMatchObject({ ok: false, failure: { code: 'VALIDATION' } })
  const empty = await openNativeEngine()
  await createStoreTables(empty)
  const none = await rfmAnswer({ ...context, runner: empty }, PAGE)
  expect(none).toMatchObject({ ok: true, value: { as_of: null, notes: [{ code: 'NO_ORDERS' }] } })
  await empty.exec(`INSERT INTO store.orders (order_id, kind, ordered_at, day, currency, net) VALUES
    ('A', 'sale', '2024-01-01 10:00:00', '2024-01-01', 'EUR', 100)`)
  const guests = await rfmAnswer({ ...context, runner: empty }, PAGE)
  expect(guests).toMatchObject({ ok: true, value: { customers_known: 0, guest_orders: 1 } })
  expect(guests.ok && guests.value.notes.map(({ code }) => code)).toEqual(['GUEST_ORDERS', 'NO_CUSTOMERS'])
  empty.close()
})
