import { afterAll, beforeAll, expect, it } from 'vitest'
import { type NativeEngine, openNativeEngine } from '../../../tests/native-engine.ts'
import { createStoreTables } from '../../../tests/store-tables.ts'
import { productDays } from './product-days.ts'
import { productLabels } from './product-labels.ts'

let engine: NativeEngine
beforeAll(async () => {
  engine = await openNativeEngine()
  await createStoreTables(engine)
  await engine.exec(`INSERT INTO store.lines (order_id, product_id, title, kind, quantity, day) VALUES
    ('1', 'cup', 'Cup', 'product', 2, '2024-03-01'), ('2', 'cup', 'Cup, old', 'product', 1, '2024-03-01'),
    ('3', 'cup', 'Cup', 'product', -1, '2024-03-02'), ('4', 'lamp', 'Lamp', 'product', 3, '2024-03-04'),
    ('5', 'lamp', 'Lamp', 'shipping', 1, '2024-03-04'), ('6', NULL, 'Any', 'product', 1, '2024-03-04'),
    ('7', 'cup', 'Cup', 'product', 9, '2024-04-01')`)
  await engine.exec(
    `INSERT INTO store.products (product_id, title, category) VALUES ('cup', 'A cup', 'Kitchen')`,
  )
})
afterAll(() => engine.close())

it('adds up what was asked for by product and day', async () => {
  expect(await engine.run(productDays('2024-03-01', '2024-03-31'))).toEqual([
    { product_id: 'cup', at: 0, units: 3 },
    { product_id: 'lamp', at: 3, units: 3 },
  ])
})

it('names products by the catalogue, else by their lines', async () => {
  expect(await engine.run(productLabels())).toEqual([
    { product_id: 'cup', title: 'A cup', category: 'Kitchen' },
    { product_id: 'lamp', title: 'Lamp', category: '' },
  ])
})
