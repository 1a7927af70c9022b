import { afterAll, beforeAll, expect, it } from 'vitest'
import { type NativeEngine, openNativeEngine } from '../../../tests/native-engine.ts'
import { fillSmallShop } from '../../../tests/small-shop.ts'
import { keptApart } from './kept-apart.ts'
import { marginShare } from './margin-share.ts'
import { stockNow } from './stock-now.ts'

let engine: NativeEngine
beforeAll(async () => {
  engine = await openNativeEngine()
  await fillSmallShop(engine)
})
afterAll(() => engine.close())

it('adds up the places of a product; what no file counted is left out', async () => {
  await engine.exec(`CREATE OR REPLACE TABLE store.inventory AS SELECT * FROM (VALUES ('MUG', 'Madrid', 3), ('MUG', 'Vigo', 4),
    ('CAP', 'Madrid', 0), ('RUG', 'Madrid', NULL), (NULL, 'Madrid', 9)) t(product_id, location, on_hand)`)
  expect(await engine.run(stockNow())).toEqual([
    { product_id: 'CAP', on_hand: 0 },
    { product_id: 'MUG', on_hand: 7 },
  ])
})

it('knows the margin of known customers alone: the guest’s mug is not among them', async () => {
  const [all] = await engine.run(marginShare('EUR', '2024-12-31'))
  // Mugs at 3.00, caps at their line's own cost; the cap that came back has none.
  expect(all).toEqual({
    net: 2000 + 900 + 3000 - 1000,
    cost_net: 2000 + 900 + 3000,
    margin: 2000 - 600 + (900 - 300) + (3000 - 1200),
  })
  expect(await engine.run(marginShare('EUR', '2024-02-29'))).toEqual([
    { net: 2000, cost_net: 2000, margin: 1400 },
  ])
})

it('keeps apart by kind what is no product, of one currency and its days', async () => {
  await engine.exec(`INSERT INTO store.lines (order_id, line, day, kind, quantity, gross, discount, returned, net, currency)
    VALUES ('U2', 1, '2024-03-02', 'shipping', 1, 700, 0, 0, 700, 'USD'), ('A9', 1, '2024-04-01', 'fee', 1, 50, 0, 0, 50, 'EUR')`)
  expect(await engine.run(keptApart('EUR', { from: '2024-03-01', to: '2024-03-31' }))).toEqual([
    { kind: 'excluded', lines: 1, orders: 1, gross: 9000, net: 9000 },
    { kind: 'shipping', lines: 1, orders: 1, gross: 500, net: 500 },
  ])
})
