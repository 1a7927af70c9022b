import { afterAll, beforeAll, expect, it } from 'vitest'
import { type NativeEngine, openNativeEngine } from '../../../tests/native-engine.ts'
import { fillSmallShop } from '../../../tests/small-shop.ts'
import { lineFigures } from './line-figures.ts'

const MARCH = { period: { from: '2024-03-01', to: '2024-03-31' }, previous: null }

let engine: NativeEngine
beforeAll(async () => {
  engine = await openNativeEngine()
  await fillSmallShop(engine)
  await engine.exec(`UPDATE store.products SET cost = 700 WHERE product_id = 'CAP'`)
})
afterAll(() => engine.close())

const costs = async (currency: string) => {
  const request = { scope: { ...MARCH, currency }, grain: null, shift: null }
  const [row] = await engine.run(lineFigures(request, ['margin', 'cost_net']))
  return { margin: row?.margin, cost_net: row?.cost_net }
}

it('gives back the cost of what came back: two mugs sold, caps at their own cost, one cap returned at the catalogue’s', async () => {
  expect(await costs('EUR')).toEqual({
    margin: 900 - 300 + (600 - 300) + (3000 - 1200) + (-1000 + 700),
    cost_net: 900 + 600 + 3000 - 1000,
  })
})

it('a cost in euros is no cost of a line in dollars; one without a currency is of any', async () => {
  expect(await costs('USD')).toEqual({ margin: null, cost_net: null })
  await engine.exec(`UPDATE store.products SET currency = NULL WHERE product_id = 'MUG'`)
  expect(await costs('USD')).toEqual({ margin: 1500 - 300, cost_net: 1500 })
})
