import { tableOf } from '../../../tests/source-months.ts'
import { tellSource } from '../../../tests/source-story.ts'

const HEADER =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Zip,Billing Country,Shipping Country,Notes,Note Attributes,Cancelled at,Payment Method,Refunded Amount,Vendor,Id,Tags,Risk Level,Source,Lineitem discount'

type Cells = Readonly<Record<string, string>>
const line = (quantity: string, name: string, price: string, discount = '0.00'): Cells => ({
  'Lineitem quantity': quantity, 'Lineitem name': name, 'Lineitem price': price, 'Lineitem sku': name.slice(0, 4), 'Lineitem discount': discount,
}) // prettier-ignore

/** Rows of an order: its cells on the first only. */
function order(
  name: string,
  at: string,
  [subtotal = '', shipping = '', taxes = '', total = '', discount = '0.00']: readonly string[],
  lines: readonly Cells[],
  more: Cells = {},
): Cells[] {
  const own = {
    'Financial Status': 'paid', 'Paid at': at, Currency: 'EUR', Subtotal: subtotal, Shipping: shipping, Taxes: taxes, Total: total, 'Discount Amount': discount, 'Created at': at, 'Billing Name': 'Ana Núñez', 'Billing Zip': `'08001`,
    'Billing Country': 'ES', 'Shipping Country': 'ES', 'Refunded Amount': '0.00', Id: `5550${name.slice(1)}`, Source: 'web', Notes: 'Leave it\nat the door, please', ...more,
  } // prettier-ignore
  return lines.map((cells, index) => ({
    Name: name,
    Email: `c${Number(name.slice(1)) % 5}@s.test`,
    ...(index === 0 ? own : {}),
    ...cells,
  }))
}

const ROWS = [
  ...order('#1', '2025-03-01 10:00:00 +0100', ['25.50', '4.95', '4.43', '30.45'], [line('2', 'Mug - Blue', '10.00'), line('1', 'Spoon', '5.50')]),
  ...order('#2', '2025-03-30 23:30:00 +0200', ['90.00', '0.00', '15.62', '90.00', '10.00'], [line('1', 'Lamp', '100.00')], { 'Discount Code': 'TEN' }),
  ...order('#3', '2025-03-31 23:59:59 +0200', ['54.00', '3.00', '9.37', '57.00', '6.00'], [line('3', 'Plate', '20.00', '6.00')]),
  ...order('#4', '2025-04-01 00:00:10 +0200', ['40.00', '5.00', '7.81', '45.00'], [line('1', 'Rug', '40.00')], { 'Financial Status': 'refunded', 'Refunded Amount': '45.00' }),
  ...order('#5', '2025-04-10 12:00:00 +0200', ['60.00', '0.00', '10.41', '60.00'], [line('2', 'Bowl', '30.00')], { 'Financial Status': 'partially_refunded', 'Refunded Amount': '15.00' }),
  ...order('#6', '2025-04-15 12:00:00 +0200', ['25.00', '5.00', '5.21', '30.00'], [line('1', 'Vase', '25.00')], { 'Financial Status': 'refunded', 'Refunded Amount': '30.00', 'Cancelled at': '2025-05-02 09:00:00 +0200' }),
  ...order('#7', '2025-04-20 12:00:00 +0200', ['10.00', '0.00', '1.74', '10.00'], [line('1', 'Mug - Blue', '10.00')], { 'Financial Status': 'pending', 'Paid at': '' }),
  ...order('#8', '2025-04-21 12:00:00 +0200', ['10.00', '0.00', '1.74', '10.00'], [line('1', 'Mug - Blue', '10.00')], { 'Financial Status': 'voided', 'Cancelled at': '2025-04-21 13:00:00 +0200' }),
  ...order('#9', '2025-05-01 12:00:00 +0200', ['62.00', '0.00', '2.08', '62.00'], [line('1', 'Gift Card - 50', '50.00'), line('1', 'Cup', '12.00')]),
  ...order('#10', '2025-05-15 12:00:00 +0200', ['0.00', '0.00', '0.00', '0.00', '30.00'], [line('1', 'Bowl', '30.00')], { 'Discount Code': 'FRIENDS' }),
  ...order('#11', '2025-05-20 12:00:00 +0200', ['9.00', '2.50', '1.56', '11.50'], [line('4', 'Card', '2.25')]),
  ...order('#12', '2025-05-31 23:59:00 +0200', ['199.99', '0.00', '34.71', '199.99'], [line('1', 'Chair', '199.99')]),
] // prettier-ignore

const MONTHS = {
  '2025-03': { gross: 18_550, discounts: 1_600, returns: 0, net: 16_950, tax: 2_942, shipping: 795, orders: 3, units: 7 },
  '2025-04': { gross: 14_500, discounts: 0, returns: 6_500, net: 8_000, tax: 2_517, shipping: 1_000, orders: 5, units: 6 },
  // #6 is booked back on the day of its cancellation, with its tax and shipping; the gift card is no sale
  '2025-05': { gross: 25_099, discounts: 3_000, returns: 2_500, net: 19_599, tax: 3_314, shipping: -250, orders: 4, units: 7 },
} // prettier-ignore

const told = { NON_PRODUCT_LINES: 1 }

tellSource('Shopify orders', {
  source: 'shopify_orders',
  text: tableOf(HEADER, ROWS),
  currency: 'EUR',
  rows: 14,
  told,
  months: MONTHS,
})

let head: Cells = {}
const repeated = ROWS.map((row) => {
  if (row['Currency']) head = row
  const own = ['Lineitem quantity', 'Lineitem name', 'Lineitem price', 'Lineitem sku', 'Lineitem discount']
  return { ...head, ...Object.fromEntries(own.map((name) => [name, row[name] ?? ''])) }
})

tellSource('Shopify orders with the cells of the order on every row', {
  source: 'shopify_orders',
  text: tableOf(HEADER, repeated),
  currency: 'EUR',
  rows: 14,
  told,
  months: MONTHS,
})

const FEW =
  'Created at,Name,Lineitem name,Lineitem quantity,Lineitem price,Lineitem discount,Currency,Subtotal,Total,Discount Amount,Refunded Amount,Cancelled at,Shipping,Taxes'

tellSource('Shopify orders with a few columns in another order', {
  source: 'shopify_orders',
  text: tableOf(FEW, ROWS),
  currency: 'EUR',
  rows: 14,
  told,
  months: MONTHS,
})
