import { expect } from 'vitest'
import { tableOf } from '../../../tests/source-months.ts'
import { tellSource } from '../../../tests/source-story.ts'

const HEADER =
  'Order ID,Customer ID,Customer Name,Customer Email,Customer Phone,Order Date,Order Status,Subtotal (inc tax),Subtotal (ex tax),Tax Total,Shipping Cost (inc tax),Shipping Cost (ex tax),Ship Method,Handling Cost (inc tax),Handling Cost (ex tax),Store Credit Redeemed,Gift Certificate Amount Redeemed,Gift Certificate Code,Gift Certificate Expiration Date,Coupon Details,Order Total (inc tax),Order Total (ex tax),Payment Method,Total Quantity,Total Shipped,Date Shipped,Order Currency Code,Exchange Rate,Order Notes,Customer Message,Billing First Name,Billing Email,Shipping Country,Product Details,Refund Amount,Channel ID,Channel Name'

const lot = (id: string, name: string, sku: string, quantity: string, unit: string, total: string) =>
  `Product ID: ${id}, Product Name: ${name}, Product SKU: ${sku}, Product Qty: ${quantity}, Product Unit Price: ${unit}, Product Total Price: ${total}`

const order = (
  id: string,
  day: string,
  [sub, subEx, tax, shippingEx, total]: readonly [string, string, string, string, string],
  lots: readonly string[],
  more: Record<string, string> = {},
) => ({
  'Order ID': id, 'Customer ID': '0', 'Customer Name': 'Zoë Ng', 'Customer Email': `c${Number(id) % 4}@b.test`, 'Order Date': day, 'Order Status': 'Completed', 'Subtotal (inc tax)': sub, 'Subtotal (ex tax)': subEx, 'Tax Total': tax,
  'Shipping Cost (inc tax)': shippingEx, 'Shipping Cost (ex tax)': shippingEx, 'Handling Cost (ex tax)': '0.00', 'Order Total (inc tax)': total, 'Order Currency Code': 'USD', 'Exchange Rate': '1.0000000000', 'Shipping Country': 'United States', 'Product Details': lots.join(' | '), 'Refund Amount': '0.00', 'Channel Name': 'Storefront', ...more,
}) // prettier-ignore

const MUG = (quantity: number) =>
  lot('77', 'Mug, blue', 'M-1', String(quantity), '10.00', `${(quantity * 10).toFixed(2)}`)

tellSource('BigCommerce', {
  source: 'bigcommerce',
  text: tableOf(HEADER, [
    order('101', '03/02/2025', ['32.10', '30.00', '2.10', '5.00', '37.10'], [MUG(2), lot('78', 'Rug | small', 'R-1', '1', '10.00', '10.00')]),
    order('102', '03/15/2025', ['$1,284.00', '$1,200.00', '$84.00', '$0.00', '$1,164.00'], [lot('79', 'Sofa', '', '1', '$1,200.00', '$1,200.00')], { 'Coupon Details': 'Coupon Code: SAVE10, Coupon Value: 10.00, Coupon Type: Percentage' }),
    order('103', '03/31/2025', ['10.70', '10.00', '0.70', '4.00', '14.70'], [MUG(1)], { 'Order Status': 'Cancelled' }),
    order('104', '04/01/2025', ['10.00', '10.00', '0.00', '0.00', '10.00'], [MUG(1)], { 'Order Status': 'Incomplete' }),
    order('105', '04/05/2025', ['21.40', '20.00', '1.40', '5.00', '26.40'], [MUG(2)], { 'Order Status': 'Refunded', 'Refund Amount': '26.40' }),
    order('106', '04/06/2025', ['40.00', '40.00', '0.00', '10.00', '50.00'], [MUG(4)], { 'Order Status': 'Partially Refunded', 'Refund Amount': '12.50' }),
    // prices with the tax in them: 21.40 for goods of 20.00
    order('107', '04/20/2025', ['21.40', '20.00', '1.40', '0.00', '21.40'], [lot('77', 'Mug, blue', 'M-1', '1', '10.70', '10.70'), lot('80', 'Cup', 'C-1', '1', '10.70', '10.70')]),
    order('108', '04/30/2025', ['5.00', '5.00', '0.00', '2.50', '9.00'], [lot('80', 'Cup', 'C-1', '1', '5.00', '5.00')], { 'Handling Cost (ex tax)': '1.50' }),
    order('109', '05/01/2025', ['60.00', '60.00', '0.00', '0.00', '60.00'], [MUG(6)], { 'Gift Certificate Amount Redeemed': '25.00' }),
    order('110', '05/15/2025', ['10.00', '10.00', '0.00', '0.00', '10.00'], [MUG(1)], { 'Order Status': 'Declined' }),
    order('111', '05/16/2025', ['30.00', '30.00', '0.00', '0.00', '30.00'], [], { 'Total Quantity': '3' }),
    order('112', '05/31/2025', ['10.00', '10.00', '0.00', '7.00', '17.00'], [MUG(1)], { 'Order Status': 'Awaiting Fulfillment' }),
  ]),
  currency: 'USD',
  rows: 12,
  told: { STATUS_EXCLUDED_FROM_REVENUE: 3 },
  months: {
    '2025-03': { gross: 123_000, discounts: 12_000, returns: 0, net: 111_000, tax: 8_610, shipping: 500, orders: 2, units: 4 },
    // 105 given back: 26.40 × 20/26.40; 106: 12.50 × 40/50
    '2025-04': { gross: 8_500, discounts: 0, returns: 2_000 + 1_000, net: 5_500, tax: 280, shipping: 500 + 1_000 + 400, orders: 4, units: 9 },
    '2025-05': { gross: 10_000, discounts: 0, returns: 0, net: 10_000, tax: 0, shipping: 700, orders: 3, units: 10 },
  },
  also: async (staging) => {
    const rows = await staging.query(
      `SELECT title, sku, CAST(gross AS DOUBLE) AS gross FROM stage.lines WHERE order_id IN ('101', '107') ORDER BY order_id, line`,
    )
    expect(rows).toEqual([
      { title: 'Mug, blue', sku: 'M-1', gross: 2_000 },
      { title: 'Rug | small', sku: 'R-1', gross: 1_000 },
      { title: 'Mug, blue', sku: 'M-1', gross: 1_000 },
      { title: 'Cup', sku: 'C-1', gross: 1_000 },
    ])
  },
}) // prettier-ignore
