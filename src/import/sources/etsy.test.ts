import { expect, it } from 'vitest'
import { monthFigures, tableOf } from '../../../tests/source-months.ts'
import { tellSource } from '../../../tests/source-story.ts'
import { openStaging } from '../../../tests/staging.ts'

const ITEMS =
  'Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Coupon Details,Discount Amount,Shipping Discount,Order Shipping,Order Sales Tax,Item Total,Currency,Transaction ID,Listing ID,Date Paid,Date Shipped,Ship Name,Ship Address1,Ship Address2,Ship City,Ship State,Ship Zipcode,Ship Country,Order ID,Variations,Order Type,Listings Type,Payment Type,InPerson Discount,InPerson Location,VAT Paid by Buyer,SKU'
const item = (
  day: string,
  order: string,
  buyer: string,
  title: string,
  [quantity, price]: readonly [string, string],
  [discount, off, shipping, tax]: readonly [string, string, string, string] = ['0.00', '0.00', '0.00', '0.00'],
) => ({
  'Sale Date': day, 'Item Name': title, Buyer: buyer, Quantity: quantity, Price: price, 'Discount Amount': discount, 'Shipping Discount': off, 'Order Shipping': shipping, 'Order Sales Tax': tax, Currency: 'USD',
  'Transaction ID': `9${order}${title.length}`, 'Listing ID': '1', 'Order ID': order, 'Ship Name': `${buyer} Núñez`, 'Ship Country': 'United States', SKU: title.slice(0, 3).toUpperCase(),
}) // prettier-ignore

const ROWS = [
  item('03/05/25', '3001', 'ana', 'Candle', ['2', '12.50'], ['3.00', '0.00', '4.00', '2.10']),
  item('03/05/25', '3001', 'ana', 'Soap &amp; dish', ['1', '10.00'], ['3.00', '0.00', '4.00', '2.10']),
  item('03/09/25', '3002', 'bob', 'Candle', ['1', '12.50'], ['0.00', '1.50', '5.00', '0.00']),
  item(
    '03/31/25',
    '3003',
    'cyd',
    'Grandma&#39;s quilt',
    ['1', '1,250.00'],
    ['0.00', '0.00', '0.00', '99.99'],
  ),
  item('04/01/25', '3004', 'ana', 'Candle', ['4', '12.50'], ['5.00', '0.00', '6.00', '3.00']),
  item('04/02/25', '3005', 'dan', 'Soap', ['3', '10.00']),
  item('04/11/25', '3006', 'eve', 'Candle', ['1', '12.50'], ['0.00', '6.00', '6.00', '0.95']),
  item('04/11/25', '3006', 'eve', 'Soap', ['1', '10.00'], ['0.00', '6.00', '6.00', '0.95']),
  item('04/11/25', '3006', 'eve', 'Matches', ['2', '2.25'], ['0.00', '6.00', '6.00', '0.95']),
  item('05/01/25', '3007', 'fay', 'Soap', ['1', '10.00'], ['10.00', '0.00', '3.00', '0.00']),
  item('05/12/25', '3008', 'bob', 'Candle', ['2', '12.50']),
  item('05/30/25', '3009', 'gus', 'Soap', ['5', '10.00'], ['7.77', '0.00', '4.44', '1.11']),
  item('05/30/25', '3010', 'hal', 'Matches', ['1', '2.25']),
  item('05/31/25', '3011', 'ivy', 'Candle', ['1', '12.50']),
  item('05/31/25', '3012', 'ivy', 'Candle', ['1', '12.50']),
]
const MONTHS = {
  '2025-03': { gross: 129_750, discounts: 300, returns: 0, net: 129_450, tax: 10_209, shipping: 750, orders: 3, units: 5 },
  '2025-04': { gross: 10_700, discounts: 500, returns: 0, net: 10_200, tax: 395, shipping: 600, orders: 3, units: 11 },
  '2025-05': { gross: 11_225, discounts: 1_777, returns: 0, net: 9_448, tax: 111, shipping: 744, orders: 6, units: 11 },
} // prettier-ignore

tellSource('Etsy items', {
  source: 'etsy_items',
  text: tableOf(ITEMS, ROWS),
  currency: 'USD',
  rows: 15,
  months: MONTHS,
  also: async (staging) => {
    const rows = await staging.query(`SELECT DISTINCT title FROM stage.lines WHERE title LIKE '%quilt' OR title LIKE '%dish' ORDER BY 1`)
    expect(rows).toEqual([{ title: "Grandma's quilt" }, { title: 'Soap & dish' }])
  },
}) // prettier-ignore

const ORDERS =
  'Sale Date,Order ID,Buyer User ID,Full Name,First Name,Last Name,Number of Items,Payment Method,Date Shipped,Street 1,Street 2,Ship City,Ship State,Ship Zipcode,Ship Country,Currency,Order Value,Coupon Code,Coupon Details,Discount Amount,Shipping Discount,Shipping,Sales Tax,Order Total,Status,Card Processing Fees,Order Net,Adjusted Order Total,Adjusted Card Processing Fees,Adjusted Net Order Amount,Buyer,Order Type,Payment Type,InPerson Discount,InPerson Location,SKU'
const order = (
  day: string,
  id: string,
  items: string,
  [value, discount, off, shipping, tax, total]: readonly [string, string, string, string, string, string],
  more: Record<string, string> = {},
) => ({
  'Sale Date': day, 'Order ID': id, 'Buyer User ID': `u${id}`, 'Full Name': 'Zoë Q', 'Number of Items': items, Currency: 'EUR', 'Order Value': value, 'Discount Amount': discount, 'Shipping Discount': off, Shipping: shipping, 'Sales Tax': tax,
  'Order Total': total, Status: 'Completed', 'Adjusted Order Total': '0.00', 'Order Net': total, SKU: 'A,B', ...more,
}) // prettier-ignore

const LIST = tableOf(ORDERS, [
  order('03/05/25', '1', '3', ['35.00', '3.00', '0.00', '4.00', '2.10', '38.10']),
  order('03/19/25', '2', '1', ['12.50', '0.00', '1.50', '5.00', '0.00', '16.00']),
  order('03/20/25', '3', '2', ['80.00', '0.00', '0.00', '10.00', '10.00', '100.00'], {
    'Adjusted Order Total': '75.00',
  }),
  order('03/31/25', '4', '1', ['20.00', '0.00', '0.00', '0.00', '0.00', '20.00'], { Status: 'Canceled' }),
  order('04/01/25', '5', '1', ['1,250.00', '0.00', '0.00', '0.00', '99.99', '1,349.99']),
  order('04/02/25', '6', '2', ['30.00', '0.00', '0.00', '5.00', '0.00', '35.00'], { Status: 'Refunded' }),
])

tellSource('Etsy orders', {
  source: 'etsy_orders',
  text: LIST,
  currency: 'EUR',
  rows: 6,
  told: { ORDERS_WITHOUT_LINES: 6, STATUS_EXCLUDED_FROM_REVENUE: 1 },
  months: {
    // 25.00 of 100.00 given back: 20.00 of the goods
    '2025-03': { gross: 12_750, discounts: 300, returns: 2_000, net: 10_450, tax: 1_210, shipping: 1_750, orders: 3, units: 6 },
    '2025-04': { gross: 128_000, discounts: 0, returns: 3_000, net: 125_000, tax: 9_999, shipping: 500, orders: 2, units: 3 },
  },
}) // prettier-ignore

it.each([
  ['lines first', [0, 1]],
  ['list first', [1, 0]],
] as const)('does not add the list of orders to their lines: %s', async (_, turns) => {
  const staging = await openStaging()
  const list = tableOf(ORDERS, [
    {
      ...order('03/05/25', '3001', '3', ['35.00', '3.00', '0.00', '4.00', '2.10', '38.10']),
      Currency: 'USD',
      'Adjusted Order Total': '19.05',
    },
    { ...order('05/31/25', '3013', '1', ['7.00', '0.00', '0.00', '0.00', '0.00', '7.00']), Currency: 'USD' },
  ])
  const texts = [tableOf(ITEMS, ROWS), list]
  const order1 = turns.map((turn) => texts[turn]!)
  await staging.stageDrop(order1)
  const may = { ...MONTHS['2025-05'], gross: 11_925, net: 10_148, orders: 7, units: 12 }
  // what the list says of a refund goes to the lines: half of 38.10 came back, 16.00 of it goods
  const march = MONTHS['2025-03']
  const returned = { ...march, returns: 1_600, net: march.net - 1_600 }
  expect(await monthFigures(staging)).toEqual({ ...MONTHS, '2025-03': returned, '2025-05': may })
  staging.engine.close()
})
