import { afterAll, beforeAll, expect, it } from 'vitest'
import { nativeCustomers } from '../../../tests/direct-trainer.ts'
import { type NativeEngine, openNativeEngine } from '../../../tests/native-engine.ts'
import { fillSmallShop } from '../../../tests/small-shop.ts'
import { type BehaviourAnswer, behaviourAnswer } from './behaviour.ts'

let engine: NativeEngine
let answer: BehaviourAnswer

beforeAll(async () => {
  engine = await openNativeEngine()
  await fillSmallShop(engine)
  await engine.exec(`UPDATE store.orders SET gross = net, units = 1`)
  await engine.exec(`UPDATE store.orders SET discount = 100, gross = 1000 WHERE order_id = 'A2'`)
  await engine.exec(`UPDATE store.orders SET returned = 1000, gross = 0 WHERE order_id = 'R1'`)
  const context = nativeCustomers(engine, { currency: 'EUR', timeZone: 'Europe/Madrid', today: '2026-01-01' })
  const outcome = await behaviourAnswer(context, { preset: 'all' })
  if (!outcome.ok) throw new Error(outcome.failure.detail)
  answer = outcome.value
})
afterAll(() => engine.close())

it('all: orders with guests, customers without, by weekday and hour', () => {
  const [all] = answer.segments
  expect(all).toMatchObject({ segment: 'all', customers: 2, orders: 4, net_sales: 65, units_per_order: 1 })
  expect(all!.weekdays).toEqual([0, 0, 1, 0, 2, 0, 1])
  expect(all!.hours.flatMap((orders, hour) => (orders ? [[hour, orders]] : []))).toEqual([
    [9, 2],
    [10, 1],
    [23, 1],
  ])
  expect(all!.discounted_orders_share).toBe(0.25)
})

it('segments share customers and orders out without loss, returns on their day', () => {
  const parts = answer.segments.slice(1)
  const sum = (read: (one: (typeof parts)[number]) => number) =>
    parts.reduce((total, one) => total + read(one), 0)
  expect(sum((one) => one.customers)).toBe(2)
  expect(sum((one) => one.orders)).toBe(3)
  expect(sum((one) => one.net_sales)).toBe(59)
  expect(
    parts.flatMap(({ basket_sizes }) => basket_sizes).reduce((total, { count }) => total + count, 0),
  ).toBe(3)
  expect(answer.segments[0]!.returning_customers_share).toBe(0.5)
  // The fourth order names nobody: it is among all, and the note must not say that it is left out.
  expect(answer.notes.map(({ code }) => code)).toContain('GUESTS_AMONG_ALL')
  expect(answer.notes.map(({ code }) => code)).not.toContain('GUEST_ORDERS')
  expect(answer.segments[0]!.categories).toEqual([
    { category: 'Kitchen', net_sales: 35, share: expect.closeTo(35 / 55, 10) },
    { category: '', net_sales: 20, share: expect.closeTo(20 / 55, 10) },
  ])
})

it('what no file holds is not known, and that is said', async () => {
  const bare = await openNativeEngine()
  await fillSmallShop(bare)
  await bare.exec(`UPDATE store.lines SET discount = 0`)
  await bare.exec(`UPDATE store.products SET category = NULL`)
  const context = nativeCustomers(bare, { currency: 'EUR', timeZone: 'Europe/Madrid', today: '2026-01-01' })
  const outcome = await behaviourAnswer(context, { preset: 'all' })
  bare.close()
  if (!outcome.ok) throw new Error(outcome.failure.detail)
  const [all] = outcome.value.segments
  expect(all).toMatchObject({ discounted_orders_share: null, discount_rate: null, categories: [] })
  expect(outcome.value.notes.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['NO_DISCOUNTS_GIVEN', 'NO_CATEGORIES_GIVEN']),
  )
  expect(answer.notes.map(({ code }) => code)).not.toContain('NO_DISCOUNTS_GIVEN')
})

it('who only gives back in the period is no customer of it, and not among those who gave back', async () => {
  const later = await openNativeEngine()
  await fillSmallShop(later)
  await later.exec(`UPDATE store.orders SET returned = 1000, gross = 0 WHERE order_id = 'R1'`)
  await later.exec(
    `UPDATE store.orders SET day = '2024-03-05', local_at = '2024-03-05 09:30:00' WHERE order_id = 'A2'`,
  )
  const context = nativeCustomers(later, { currency: 'EUR', timeZone: 'Europe/Madrid', today: '2026-01-01' })
  const outcome = await behaviourAnswer(context, { from: '2024-03-02', to: '2024-03-31' })
  if (!outcome.ok) throw new Error(outcome.failure.detail)
  expect(outcome.value.segments[0]).toMatchObject({ customers: 1, orders: 2, returning_customers_share: 0 })
  later.close()
})
