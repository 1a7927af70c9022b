import { expect, it } from 'vitest'
import type { DashboardContext } from '../dashboard/range.ts'
import { filledCategory, filledProduct } from './stock.ts'

/** A shop of two cups and a lamp, of which the blue cup and the lamp are sold out. */
const context = {
  runner: {
    run: async ({ sql }: { readonly sql: string }) =>
      sql.includes('store.inventory')
        ? [
            { product_id: 'blue', on_hand: 0 },
            { product_id: 'red', on_hand: 4 },
            { product_id: 'lamp', on_hand: -1 },
          ]
        : [
            { product_id: 'blue', title: null, category: 'cups' },
            { product_id: 'red', title: null, category: 'cups' },
            { product_id: 'lamp', title: null, category: 'light' },
          ],
  },
} as unknown as DashboardContext

const blue = [2, 2, 2, 2, 2, 2, 2, 0, 0, 0]
const red = [1, 1, 1, 1, 1, 1, 1, 1, 1, 0]
const both = blue.map((value, day) => value + red[day]!)
const daysOf = async (id: string) => (id === 'blue' ? blue : id === 'red' ? red : null)

it('a category is asked for what its sold-out product would have brought; the others stay as they are', async () => {
  expect(await filledCategory(context, 'cups', both, daysOf)).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 3, 2])
  expect(await filledCategory(context, 'light', both, daysOf)).toEqual(both)
})

it('a product is filled only where the inventory says that it is sold out', async () => {
  expect(await filledProduct(context, 'blue', blue)).toEqual(new Array(10).fill(2))
  expect(await filledProduct(context, 'red', red)).toEqual(red)
})
