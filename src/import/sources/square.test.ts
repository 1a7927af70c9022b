import { expect } from 'vitest'
import { tableOf } from '../../../tests/source-months.ts'
import { tellSource } from '../../../tests/source-story.ts'

const ITEMS =
  'Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,Customer ID,Customer Name,Customer Reference ID,Unit,Count,GTIN,Itemization Type,Commission,Employee,Fulfillment Note,Channel,Token,Card Brand,PAN Suffix'

const sale = (
  day: string,
  id: string,
  item: string,
  qty: string,
  [gross, discount, net, tax]: readonly [string, string, string, string],
  more: Record<string, string> = {},
) => ({
  Date: day.slice(0, 10), Time: day.slice(11) || '12:00:00', 'Time Zone': 'Eastern Time (US & Canada)', Category: 'Coffee', Item: item, Qty: qty, 'Price Point Name': 'Regular', SKU: item.slice(0, 4).toUpperCase(),
  'Gross Sales': gross, Discounts: discount, 'Net Sales': net, Tax: tax, 'Transaction ID': id, 'Event Type': 'Payment', Location: 'Main St', 'Itemization Type': 'Physical Good', ...more,
}) // prettier-ignore
const refund = { 'Event Type': 'Refund' }

const ROWS = [
  sale('2025-07-18 10:12:33', 'T1', 'Latte', '2.0', ['$8.00', '$0.00', '$8.00', '$0.71'], { 'Customer ID': 'C1', 'Customer Name': 'José' }),
  sale('2025-07-18 10:12:33', 'T1', 'Muffin', '1.0', ['$3.50', '-$0.50', '$3.00', '$0.27'], { 'Customer ID': 'C1', 'Price Point Name': 'Large' }),
  sale('2025-07-19 09:00:00', 'T2', 'Beans', '1.5', ['$30.00', '$0.00', '$30.00', '$0.00']),
  sale('2025-07-31 23:30:00', 'T3', 'Latte', '1.0', ['$4.00', '$0.00', '$4.00', '$0.36']),
  sale('2025-08-02 11:00:00', 'T2', 'Beans', '1.5', ['($30.00)', '$0.00', '($30.00)', '$0.00'], refund),
  sale('2025-08-03 12:00:00', 'T4', 'Holiday card', '1.0', ['$25.00', '$0.00', '$25.00', '$0.00'], { 'Itemization Type': 'Gift Card' }),
  sale('2025-08-10 12:00:00', 'T5', 'Latte', '3.0', ['$12.00', '-$1.20', '$10.80', '$0.96'], { 'Customer ID': 'C2' }),
  sale('2025-08-11 12:00:00', 'T6', 'Latte', '1.0', ['$4.00', '-$4.00', '$0.00', '$0.00']),
  sale('2025-08-12 12:00:00', 'T7', 'Custom Amount', '1.0', ['$9.99', '$0.00', '$9.99', '$0.89'], { SKU: '' }),
  sale('2025-09-01 12:00:00', 'T5', 'Latte', '-1.0', ['-$4.00', '$0.40', '-$3.60', '-$0.32'], refund),
  sale('2025-09-05 12:00:00', 'T8', 'Table, oak', '1.0', ['$1,250.00', '$0.00', '$1,250.00', '$110.94'], { 'Customer ID': 'C1' }),
  sale('2025-09-30 23:59:59', 'T9', 'Latte', '2.0', ['$8.00', '$0.00', '$8.00', '$0.71']),
] // prettier-ignore

const MONTHS = {
  '2025-07': { gross: 4_550, discounts: 50, returns: 0, net: 4_500, tax: 134, shipping: 0, orders: 3, units: 5.5 },
  '2025-08': { gross: 2_599, discounts: 520, returns: 3_000, net: -921, tax: 185, shipping: 0, orders: 3, units: 5 },
  '2025-09': { gross: 125_800, discounts: 0, returns: 360, net: 125_440, tax: 11_133, shipping: 0, orders: 2, units: 3 },
} // prettier-ignore

const told = { NON_PRODUCT_LINES: 1, CUSTOMER_MISSING: 8 }

tellSource('Square items', {
  source: 'square_items',
  text: tableOf(ITEMS, ROWS),
  currency: 'USD',
  rows: 12,
  told,
  months: MONTHS,
  also: async (staging) => {
    const [row] = await staging.query(
      `SELECT strftime(ordered_at, '%d %H:%M') AS utc, strftime(local_at, '%d %H:%M') AS local FROM stage.orders WHERE order_id = 'T3'`,
    )
    expect(row).toEqual({ utc: '01 03:30', local: '31 23:30' })
  },
}) // prettier-ignore

/** The layout of 21 columns: what is now called gross sales was product sales, and gross sales had the tax in them. */
const OLDER =
  'Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Product Sales,Discounts,Net Sales,Tax,Gross Sales,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location'
const british = (day: string) => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`

tellSource('Square items, 21 columns, day first', {
  source: 'square_items',
  text: tableOf(
    OLDER,
    ROWS.filter((row) => !('Gift Card' === row['Itemization Type'])).map((row) => ({
      ...row,
      Date: british(row.Date),
      'Time Zone': 'London',
      'Product Sales': row['Gross Sales'].replace('$', '£'),
      Discounts: row.Discounts.replace('$', '£'),
      'Net Sales': row['Net Sales'].replace('$', '£'),
      Tax: row.Tax.replace('$', '£'),
      'Gross Sales': '£999.99',
    })),
  ),
  currency: 'GBP',
  rows: 11,
  months: MONTHS,
})

const TRANSACTIONS =
  'Date,Time,Time Zone,Gross Sales,Discounts,Service Charges,Net Sales,Gift Card Sales,Tax,Tip,Partial Refunds,Total Collected,Source,Card,Card Entry Methods,Cash,Square Gift Card,Other Tender,Other Tender Type,Tender Note,Fees,Net Total,Transaction ID,Payment ID,Card Brand,PAN Suffix,Device Name,Staff Name,Staff ID,Details,Description,Event Type,Location,Dining Option,Customer ID,Customer Name'
const payment = (
  day: string,
  id: string,
  [gross, discount, net, tax]: readonly [string, string, string, string],
  more: Record<string, string> = {},
) => ({
  Date: `${day.slice(5, 7)}/${day.slice(8, 10)}/${day.slice(2, 4)}`, Time: '12:00:00', 'Time Zone': 'Pacific Time (US & Canada)', 'Gross Sales': gross, Discounts: discount, 'Service Charges': '$0.00', 'Net Sales': net, 'Gift Card Sales': '$0.00',
  Tax: tax, Tip: '$1.00', 'Partial Refunds': '$0.00', 'Total Collected': net, Source: 'Point of Sale', Fees: '-$0.30', 'Net Total': net, 'Transaction ID': id, 'Event Type': 'Payment', ...more,
}) // prettier-ignore

tellSource('Square transactions', {
  source: 'square_transactions',
  text: tableOf(TRANSACTIONS, [
    payment('2025-07-08', 'T1', ['$11.50', '($0.50)', '$11.00', '$0.98'], { 'Customer ID': 'C1' }),
    payment('2025-07-12', 'T2', ['$30.00', '$0.00', '$30.00', '$0.00'], { 'Customer ID': 'C1' }),
    payment('2025-08-02', 'T2', ['($30.00)', '$0.00', '($30.00)', '$0.00'], { 'Event Type': 'Refund', 'Customer ID': 'C1' }),
    payment('2025-08-03', 'T4', ['$0.00', '$0.00', '$0.00', '$0.00'], { 'Gift Card Sales': '$25.00', 'Customer ID': 'C2' }),
    payment('2025-08-04', 'T5', ['$1,012.00', '-$1.20', '$1,010.80', '$90.96'], { 'Gift Card Sales': '$50.00', 'Customer ID': 'C2' }),
  ]),
  currency: 'USD',
  rows: 5,
  told: { ORDERS_WITHOUT_LINES: 4, NON_PRODUCT_LINES: 2 },
  months: {
    '2025-07': { gross: 4_150, discounts: 50, returns: 0, net: 4_100, tax: 98, shipping: 0, orders: 2, units: 2 },
    '2025-08': { gross: 101_200, discounts: 120, returns: 3_000, net: 98_080, tax: 9_096, shipping: 0, orders: 1, units: 1 },
  },
}) // prettier-ignore
