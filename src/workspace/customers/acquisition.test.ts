import { afterAll, beforeAll, expect, it } from 'vitest'
import { nativeCustomers } from '../../../tests/direct-trainer.ts'
import { type NativeEngine, openNativeEngine } from '../../../tests/native-engine.ts'
import { fillSmallShop } from '../../../tests/small-shop.ts'
import { customerFacts } from '../../analytics/customers/facts.ts'
import { acquisitionOf } from './acquisition.ts'
import { type CustomerBase, customerBase, type CustomerContext } from './base.ts'

let engine: NativeEngine
let context: CustomerContext

beforeAll(async () => {
  engine = await openNativeEngine()
  await fillSmallShop(engine)
  context = nativeCustomers(engine, { currency: 'EUR', timeZone: 'Europe/Madrid', today: '2026-01-01' })
})
afterAll(() => engine.close())

async function base(): Promise<CustomerBase> {
  const found = await customerBase(context, { as_of: '2024-04-10' })
  if (!found.ok || !found.value) throw new Error('no base')
  return found.value
}
const acquisition = async (rate: number) => {
  const known = await base()
  return acquisitionOf(context, known, customerFacts(known.days, known.asOfNumber), rate)
}

it('is null without any spend', async () => {
  expect(await acquisition(1)).toBeNull()
})

it('shares the spend among those won in its days, and says when it is back', async () => {
  await engine.exec('CREATE OR REPLACE TABLE store.spend (day DATE, amount BIGINT, currency VARCHAR)')
  await engine.exec(
    `INSERT INTO store.spend VALUES ('2024-02-28', 1000, 'EUR'), ('2024-03-01', 2000, 'EUR'), ('2024-03-01', 9900, 'USD')`,
  )
  // Two new customers for 30.00; they brought 29.00 and 30.00 − 10.00 within the first 30 days.
  expect(await acquisition(1)).toEqual({
    spend: 30,
    new_customers: 2,
    cost_per_customer: 15,
    value_per_customer: 24.5,
    payback_months: 1,
  })
})

it('by margin it takes longer, or is not back yet', async () => {
  expect(await acquisition(0.5)).toMatchObject({ value_per_customer: 12.25, payback_months: null })
})
