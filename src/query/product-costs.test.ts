import { afterAll, beforeAll, expect, it } from 'vitest'
import { type NativeEngine, openNativeEngine } from '../../tests/native-engine.ts'
import { productCosts } from './product-costs.ts'

let engine: NativeEngine
beforeAll(async () => {
  engine = await openNativeEngine()
  await engine.exec(`CREATE TABLE products AS SELECT * FROM (VALUES
    ('MUG-B', 'Mug, blue', 950::BIGINT, 'EUR'), ('CAP-1', 'Cap', 300, 'EUR'), ('CAP-2', 'Cap', 400, 'EUR'), ('RUG', NULL, 700, NULL),
    ('t:vase', 'Vase', 100, 'EUR'), ('FREE', 'Sample', NULL, 'EUR'),
    ('t:mug, blue', 'Mug, blue', NULL, NULL)) t(product_id, title, cost, currency)`)
})
afterAll(() => engine.close())

it('finds costs by code, and by the title where only one product has it', async () => {
  const rows = await engine.run<{ product_id: string; cost: number }>({
    sql: `SELECT product_id, CAST(cost AS DOUBLE) AS cost, currency FROM (${productCosts('products')}) ORDER BY 1`,
    params: [],
  })
  expect(rows).toEqual([
    { product_id: 'CAP-1', cost: 300, currency: 'EUR' },
    { product_id: 'CAP-2', cost: 400, currency: 'EUR' },
    { product_id: 'MUG-B', cost: 950, currency: 'EUR' },
    { product_id: 'RUG', cost: 700, currency: '' },
    { product_id: 't:mug, blue', cost: 950, currency: 'EUR' },
    { product_id: 't:vase', cost: 100, currency: 'EUR' },
  ])
})
