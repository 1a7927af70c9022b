import { afterAll, beforeAll, expect, it } from 'vitest'
import { nativeCustomers } from '../../../tests/direct-trainer.ts'
import { type NativeEngine, openNativeEngine } from '../../../tests/native-engine.ts'
import { fillSmallShop } from '../../../tests/small-shop.ts'
import { customerBase, type CustomerContext } from './base.ts'
import { churnAnswer } from './churn.ts'
import { customerPredictions } from './predictions.ts'
import { worthAnswer } from './worth.ts'

let engine: NativeEngine
let context: CustomerContext
let trained = 0

beforeAll(async () => {
  engine = await openNativeEngine()
  await fillSmallShop(engine)
  const made = nativeCustomers(engine, { currency: 'EUR', timeZone: 'Europe/Madrid', today: '2026-01-01' })
  const call = ((name: never, input: never) => {
    trained += 1
    return made.trainer.call(name, input)
  }) as typeof made.trainer.call
  context = { ...made, trainer: { ...made.trainer, call } }
})
afterAll(() => engine.close())

async function predicted(only?: 'kept') {
  const base = await customerBase(context, {})
  if (!base.ok || !base.value) throw new Error('no base')
  const made = await customerPredictions(context, base.value, only)
  if (!made.ok) throw new Error(made.failure.detail)
  return made.value
}

it('are those of the pages of worth and of who is leaving, by customer', async () => {
  expect(await predicted('kept')).toBeNull()
  const made = (await predicted())!
  expect([...made.customer]).toEqual([1, 2])
  const page = { limit: 10, offset: 0, seed: 42 }
  const worth = await worthAnswer(context, { ...page, horizon_days: 365, model: 'auto', unit: 'week' })
  const churn = await churnAnswer(context, { ...page, horizon_days: 90 })
  if (!worth.ok || !churn.ok) throw new Error('no answer')
  for (const [at, customer] of made.customer.entries()) {
    const value = worth.value.customers.items.find(({ customer_id }) => customer_id === customer)!
    const risk = churn.value.customers.items.find(({ customer_id }) => customer_id === customer)!
    expect(made.clv[at]! / 100).toBe(value.expected_value)
    expect(made.churn[at]).toBeCloseTo(risk.churn_probability, 5)
  }
  // One training each, for the pages too.
  expect(trained).toBe(2)
})

it('are remembered with the data: kept ones serve until the data change', async () => {
  const before = (await predicted('kept'))!
  expect(before.clv.length).toBe(2)
  await engine.exec(`UPDATE store.orders SET net = 5000 WHERE order_id = 'A1'`)
  expect(await predicted('kept')).toBeNull()
  const after = (await predicted())!
  expect(trained).toBe(4)
  expect(after.clv[0]).toBeGreaterThan(before.clv[0]!)
  expect(
    (await context.records('predictions').list()).filter(({ data }) => data['task'] === 'customers'),
  ).toHaveLength(1)
})
