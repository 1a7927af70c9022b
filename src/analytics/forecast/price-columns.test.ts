import { expect, it } from 'vitest'
import { priceColumns } from './price-columns.ts'

const days = (change: (at: number) => { price?: number; discount?: number }) =>
  Array.from({ length: 150 }, (_, at) => ({ at, price: 10, discount: 0, ...change(at) }))

it('says nothing of a product whose price stands, or that hardly sells', () => {
  expect(
    priceColumns(
      days(() => ({})),
      150,
      7,
    ),
  ).toBeUndefined()
  const moving = days((at) => ({ price: at % 2 ? 10 : 12 }))
  expect(
    priceColumns(
      moving.filter(({ at }) => at % 3 === 0),
      150,
      7,
    ),
  ).toBeUndefined()
})

it('carries prices over days without sales and over the horizon, and no discount into it', () => {
  const some = days((at) => ({ price: at < 75 ? 8 : 12, discount: at % 10 === 0 ? 0.2 : 0 })).filter(
    ({ at }) => at !== 5 && at !== 120,
  )
  const columns = priceColumns(some, 150, 3)!
  expect(Object.keys(columns)).toEqual(['price', 'discount'])
  expect(columns['price']).toHaveLength(153)
  expect(columns['price']![5]).toBe(columns['price']![4])
  expect(columns['price']![152]).toBe(columns['price']![149])
  expect(columns['price']![0]! / columns['price']![149]!).toBeCloseTo(8 / 12, 12)
  expect(columns['discount']!.slice(150)).toEqual(new Float64Array(3))
  expect(columns['discount']![20]).toBe(0.2)
})
