import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStaging, type Staging } from '../../tests/staging.ts'

let staging: Staging

beforeEach(async () => {
  staging = await openStaging()
})
afterEach(() => staging.engine.close())

const ITEMS = `order_item_id,created_at,order_id,product_id,price_usd
1,2025-03-01 10:00:00,100,7,49.99
2,2025-03-01 10:00:00,100,8,10.00
3,2025-03-02 11:00:00,101,7,49.99
4,2025-04-05 12:00:00,102,8,10.00
`
const ORDERS = `order_id,created_at,user_id,status,items_purchased,price_usd,shipping,discount
100,2025-03-01 10:00:00,u1,paid,2,59.99,4.50,5.99
101,2025-03-02 11:00:00,u2,cancelled,1,49.99,4.50,0
102,2025-04-05 12:00:00,u1,paid,1,10.00,0,0
103,2025-04-06 12:00:00,u3,paid,1,20.00,2.00,0
`

describe('several tables of one shop', () => {
  it.each([
    ['lines first', [ITEMS, ORDERS]],
    ['list first', [ORDERS, ITEMS]],
  ] as const)('takes an order once, its lines from one table and the rest from the other: %s', async (_, texts) => {
    const previews = await staging.stageDrop(texts, { currency: 'USD' })
    const list = previews.find(({ columns }) => columns.includes('items_purchased'))
    expect(list?.warnings.find(({ code }) => code === 'ORDERS_KNOWN_WITH_LINES')).toMatchObject({ count: 3 })
    const rows = await staging.query(
      `SELECT order_id, kind, identity, CAST(lines AS DOUBLE) AS lines, CAST(gross AS DOUBLE) AS gross, CAST(discount AS DOUBLE) AS discount, CAST(shipping AS DOUBLE) AS shipping
       FROM stage.orders ORDER BY 1`,
    )
    expect(rows).toEqual([
      { order_id: '100', kind: 'sale', identity: 'id:u1', lines: 2, gross: 5_999, discount: 599, shipping: 450 },
      { order_id: '101', kind: 'excluded', identity: 'id:u2', lines: 1, gross: 0, discount: 0, shipping: 450 },
      { order_id: '102', kind: 'sale', identity: 'id:u1', lines: 1, gross: 1_000, discount: 0, shipping: 0 },
      { order_id: '103', kind: 'sale', identity: 'id:u3', lines: 1, gross: 2_000, discount: 0, shipping: 200 },
    ])
  }) // prettier-ignore

  it('takes two lists that overlap with each other and with the lines once', async () => {
    const [head = '', ...rows] = ORDERS.trimEnd().split('\n')
    const lists = [rows.slice(0, 3), rows.slice(1)].map((part) => [head, ...part].join('\n'))
    await staging.stageDrop([ITEMS, ...lists], { currency: 'USD' })
    expect(await staging.sums()).toMatchObject({ orders: 3, gross: 5_999 + 1_000 + 2_000, lines: 5 })
  })

  it('takes the dated refund of a list where the lines tell of none, and once where they do', async () => {
    const list =
      'Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales\n2025-01-10 10:00:00,1,x,completed,A,new,"1× Mug",1,,30\n2025-02-10 10:00:00,1,x,refunded,A,new,"1× Mug",-1,,-30\n'
    const lines = (head: string, cell: string) =>
      `Order Number,Order Status,Order Date,SKU,Name,Quantity,Item Cost,Order Line Total${head}\n1,Completed,2025-01-10 10:00,M,Mug,1,30,30${cell}\n`
    await staging.stageDrop([list, lines('', '')], { currency: 'EUR' })
    expect(await staging.sums()).toMatchObject({ orders: 1, gross: 3_000, returned: 3_000, lines: 2 })
    await staging.empty()
    await staging.stageDrop([list, lines(',Order Line Total Refunded', ',30')], { currency: 'EUR' })
    expect(await staging.sums()).toMatchObject({ orders: 1, gross: 3_000, returned: 3_000, lines: 1 })
  })

  it('still joins the halves of one table', async () => {
    const [head = '', ...rows] = ITEMS.trimEnd().split('\n')
    const halves = [rows.slice(0, 1), rows.slice(1)].map((part) => [head, ...part].join('\n'))
    await staging.stageDrop(halves, { currency: 'USD' })
    expect(await staging.sums()).toMatchObject({ orders: 3, gross: 11_998, lines: 4 })
  })
})
