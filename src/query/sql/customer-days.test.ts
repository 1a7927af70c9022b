import { afterAll, beforeAll, expect, it } from 'vitest'
import { type NativeEngine, openNativeEngine } from '../../../tests/native-engine.ts'
import { fillSmallShop } from '../../../tests/small-shop.ts'
import { customerDays } from './customer-days.ts'

let engine: NativeEngine
beforeAll(async () => {
  engine = await openNativeEngine()
  await fillSmallShop(engine)
})
afterAll(() => engine.close())

const FIRST_OF_MARCH = 19_783

const rows = async (currency: string, to: string) => {
  const { customer, day, orders, net } = await engine.columns(customerDays(currency, to))
  return Array.from(customer, (who, at) => [who, day[at]! - FIRST_OF_MARCH, orders[at], net[at]])
}

it('has a row per customer and day, returns without an order, nobody unknown, nothing that is no sale', async () => {
  expect(await rows('EUR', '2024-12-31')).toEqual([
    [1, -2, 1, 2000],
    [1, 0, 1, 900],
    [2, 0, 1, 3000],
    [2, 3, 0, -1000],
  ])
})

it('keeps to its currency and to the days asked for', async () => {
  expect(await rows('USD', '2024-12-31')).toEqual([[3, 1, 1, 1500]])
  expect(await rows('EUR', '2024-03-01')).toEqual([
    [1, -2, 1, 2000],
    [1, 0, 1, 900],
    [2, 0, 1, 3000],
  ])
})
