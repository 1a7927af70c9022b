import { afterAll, beforeAll, expect, it } from 'vitest'
import { type NativeEngine, openNativeEngine } from '../../../tests/native-engine.ts'
import { createStoreTables } from '../../../tests/store-tables.ts'
import { firstProducts } from './first-products.ts'

/** Order, customer, day, product; all in euros but one. */
const ORDERS = [
  ['A1', 1, '2024-01-01', 'MUG', 'EUR'],
  ['A2', 1, '2024-03-31', 'CAP', 'EUR'], // the 90th day
  ['B1', 2, '2024-01-01', 'MUG', 'EUR'],
  ['B2', 2, '2024-04-01', 'CAP', 'EUR'], // the 91st
  ['C1', 3, '2024-01-02', 'MUG', 'EUR'],
  ['D1', 4, '2024-05-05', 'MUG', 'EUR'], // too young to be judged
  ['E1', 5, '2024-01-03', 'CAP', 'EUR'],
  ['F1', 6, '2024-01-03', 'CAP', 'USD'],
] as const

let engine: NativeEngine
beforeAll(async () => {
  engine = await openNativeEngine()
  await createStoreTables(engine)
  for (const [id, customer, day, product, currency] of ORDERS) {
    await engine.exec(`INSERT INTO store.orders (order_id, kind, ordered_at, day, customer_id, currency)
      VALUES ('${id}', 'sale', '${day} 10:00:00', '${day}', ${customer}, '${currency}')`)
    await engine.exec(`INSERT INTO store.lines (order_id, line, day, customer_id, product_id, kind, quantity, currency)
      VALUES ('${id}', 1, '${day}', ${customer}, '${product}', 'product', 1, '${currency}')`)
  }
  await engine.exec(`INSERT INTO store.products (product_id, title) VALUES ('MUG', 'Mug')`)
})
afterAll(() => engine.close())

it('says with what one-time buyers began, and who of those with 90 days was back within them', async () => {
  expect(await engine.run(firstProducts('EUR', '2024-06-01', 10))).toEqual([
    { product_id: 'MUG', title: 'Mug', customers: 4, one_time: 2, mature: 3, back: 1 },
    { product_id: 'CAP', title: null, customers: 1, one_time: 1, mature: 1, back: 0 },
  ])
})

it('as of a day knows nothing of later orders', async () => {
  expect(await engine.run(firstProducts('EUR', '2024-03-31', 1))).toEqual([
    { product_id: 'MUG', title: 'Mug', customers: 3, one_time: 2, mature: 2, back: 1 },
  ])
})
