import { expect, it } from 'vitest'
import { textFile } from '../../tests/staging.ts'
import { countedInItems } from './double-count.ts'

const ORDERS = textFile(
  'order_id,date,customer,total\n1,2024-03-01,ana,30.00\n2,2024-03-02,ben,10.00\n',
  'orders.csv',
)
const ITEMS = textFile(
  'order_id,date,product,qty,price\n1,2024-03-01,Mug,1,10.00\n1,2024-03-01,Rug,1,20.00\n2,2024-03-02,Mug,1,10.00\n',
  'items.csv',
)

it('finds the table of orders whose items are in the same drop', async () => {
  expect([...(await countedInItems([ORDERS, ITEMS]))]).toEqual(['orders.csv'])
  expect([...(await countedInItems([ITEMS, ORDERS]))]).toEqual(['orders.csv'])
})

it('leaves alone other orders, files of the same kind, and single files', async () => {
  const others = textFile(
    'order_id,date,customer,total\n8,2024-03-01,ana,30.00\n9,2024-03-02,ben,10.00\n',
    'others.csv',
  )
  expect([...(await countedInItems([others, ITEMS]))]).toEqual([])
  expect([...(await countedInItems([ORDERS, others]))]).toEqual([])
  expect([...(await countedInItems([ORDERS]))]).toEqual([])
})
