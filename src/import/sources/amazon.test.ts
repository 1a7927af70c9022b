import { expect } from 'vitest'
import { tableOf } from '../../../tests/source-months.ts'
import { tellSource } from '../../../tests/source-story.ts'

const ALL =
  'amazon-order-id merchant-order-id purchase-date last-updated-date order-status fulfillment-channel sales-channel order-channel url ship-service-level product-name sku asin item-status quantity currency item-price item-tax shipping-price shipping-tax gift-wrap-price gift-wrap-tax item-promotion-discount ship-promotion-discount ship-city ship-state ship-postal-code ship-country promotion-ids is-business-order purchase-order-number price-designation'
    .split(' ')
    .join('\t')

const line = (
  at: string,
  id: string,
  title: string,
  [quantity, price, tax, shipping, shippingTax, discount, shippingDiscount]: readonly string[],
  more: Record<string, string> = {},
) => ({
  'amazon-order-id': id, 'purchase-date': at, 'order-status': 'Shipped', 'fulfillment-channel': 'Amazon', 'sales-channel': 'Amazon.com', 'product-name': title, sku: title.slice(0, 4), asin: 'B000', 'item-status': 'Shipped', quantity: quantity ?? '', currency: 'USD',
  'item-price': price ?? '', 'item-tax': tax ?? '', 'shipping-price': shipping ?? '', 'shipping-tax': shippingTax ?? '', 'item-promotion-discount': discount ?? '', 'ship-promotion-discount': shippingDiscount ?? '', 'ship-country': 'US', ...more,
}) // prettier-ignore
const cancelled = { 'order-status': 'Cancelled', 'item-status': 'Cancelled' }

tellSource('Amazon, all orders', {
  source: 'amazon_orders',
  text: tableOf(
    ALL,
    [
      line('2025-06-17T08:04:21+00:00', '111-1', '12" Shelf "Oak', ['2', '39.98', '3.20', '5.99', '0.48', '4.00', '5.99']),
      line('2025-06-17T08:04:21+00:00', '111-1', 'Hook', ['1', '4.50', '0.36']),
      line('2025-06-20T10:00:00+00:00', '111-2', 'Hook', ['0', ''], cancelled),
      line('2025-06-30T23:30:00+00:00', '111-3', 'Lamp', ['1', '120.00', '9.60', '', '', '', '']),
      line('2025-07-01T00:10:00+00:00', '111-4', 'Hook', ['10', '45.00', '3.60', '7.50', '0.60', '', '2.50']),
      line('2025-07-04T12:00:00+00:00', '111-5', 'Lamp', ['1', ''], { 'order-status': 'Pending', 'item-status': 'Unshipped' }),
      line('2025-07-09T12:00:00+00:00', '111-6', 'Lamp', ['1', '120.00', '9.60'], { 'order-status': 'Shipped - Returned to Seller', 'gift-wrap-price': '3.99', 'gift-wrap-tax': '0.32' }),
      line('2025-07-10T12:00:00+00:00', '111-7', 'Lamp', ['1', '120.00', '9.60'], cancelled),
      line('2025-07-31T12:00:00+00:00', '111-8', 'Hook', ['1', '4.50', '0.36']),
      line('2025-08-02T12:00:00+00:00', '111-9', 'Hook', ['3', '13.50', '1.08', '', '', '1.35']),
      line('2025-08-03T12:00:00+00:00', '112-0', 'Shelf', ['1', '1999.99', '160.00']),
      line('2025-08-03T12:00:00+00:00', '112-0', 'Hook', ['0', ''], { 'item-status': 'Cancelled' }),
    ],
    '\t',
  ),
  currency: 'USD',
  shape: { delimiter: '\t', quoted: false },
  rows: 12,
  told: { STATUS_EXCLUDED_FROM_REVENUE: 4 },
  months: {
    '2025-06': { gross: 16_448, discounts: 400, returns: 0, net: 16_048, tax: 1_364, shipping: 0, orders: 2, units: 4 },
    '2025-07': { gross: 16_950, discounts: 0, returns: 0, net: 16_950, tax: 1_448, shipping: 899, orders: 3, units: 12 },
    '2025-08': { gross: 201_349, discounts: 135, returns: 0, net: 201_214, tax: 16_108, shipping: 0, orders: 2, units: 4 },
  },
  also: async (staging) => {
    const [row] = await staging.query(`SELECT title FROM stage.lines WHERE order_id = '111-1' AND line = 1`)
    expect(row).toEqual({ title: '12" Shelf "Oak' })
  },
}) // prettier-ignore

const V2 =
  'settlement-id settlement-start-date settlement-end-date deposit-date total-amount currency transaction-type order-id merchant-order-id adjustment-id shipment-id marketplace-name amount-type amount-description amount fulfillment-id posted-date posted-date-time order-item-code merchant-order-item-id merchant-adjustment-item-id sku quantity-purchased promotion-id'
    .split(' ')
    .join('\t')

const component = (
  type: string,
  id: string,
  code: string,
  at: string,
  what: string,
  amount: string,
  quantity = '',
) => {
  const [kind = '', description = ''] = what.split('/')
  const [day = ''] = at.split(' ')
  return { 'settlement-id': '77', 'transaction-type': type, 'order-id': id, 'marketplace-name': 'Amazon.de', 'amount-type': kind, 'amount-description': description, amount, 'posted-date': day, 'posted-date-time': at, 'order-item-code': code, sku: `SKU-${code}`, 'quantity-purchased': quantity } // prettier-ignore
}
const order = (id: string, code: string, at: string, quantity: string, amounts: Record<string, string>) =>
  Object.entries(amounts).map(([what, amount]) => component('Order', id, code, at, what, amount, quantity))
const refund = (id: string, code: string, at: string, amounts: Record<string, string>) =>
  Object.entries(amounts).map(([what, amount]) => component('Refund', id, code, at, what, amount))

tellSource('Amazon, settlement V2 with decimal commas', {
  source: 'amazon_settlement_v2',
  text: tableOf(
    V2,
    [
      { 'settlement-id': '77', 'settlement-start-date': '01.06.2025 00:00:00 UTC', 'total-amount': '1.234,56', currency: 'EUR' },
      ...order('302-1', 'A', '03.06.2025 10:11:12 UTC', '2', { 'ItemPrice/Principal': '40,00', 'ItemPrice/Tax': '7,60', 'ItemPrice/Shipping': '4,99', 'ItemPrice/ShippingTax': '0,95', 'ItemFees/Commission': '-6,00', 'ItemFees/FBAPerUnitFulfillmentFee': '-5,20' }),
      ...order('302-1', 'B', '03.06.2025 10:11:12 UTC', '1', { 'ItemPrice/Principal': '15,50', 'ItemPrice/Tax': '2,95', 'Promotion/Principal': '-1,55', 'Promotion/TaxDiscount': '-0,30' }),
      ...order('302-2', 'A', '28.06.2025 22:00:00 UTC', '1', { 'ItemPrice/Principal': '20,00', 'ItemPrice/Tax': '3,80', 'ItemPrice/Shipping': '4,99', 'Promotion/Shipping': '-4,99' }),
      ...refund('302-1', 'B', '05.07.2025 09:00:00 UTC', { 'ItemPrice/Principal': '-15,50', 'ItemPrice/Tax': '-2,95', 'Promotion/Principal': '1,55', 'Promotion/TaxDiscount': '0,30', 'ItemFees/RefundCommission': '-0,50' }),
      ...order('302-3', 'C', '15.07.2025 12:00:00 UTC', '1', { 'ItemPrice/Principal': '1.250,00', 'ItemPrice/Tax': '237,50', 'ItemFees/Commission': '-187,50' }),
      component('other-transaction', '', '', '16.07.2025 12:00:00 UTC', 'other-transaction/Subscription Fee', '-39,00'),
      component('ServiceFee', '', '', '17.07.2025 12:00:00 UTC', 'Cost of Advertising/TransactionTotalAmount', '-80,00'),
    ],
    '\t',
  ),
  currency: 'EUR',
  shape: { delimiter: '\t', quoted: false },
  rows: 22,
  told: { FOOTER_SKIPPED: 1, NOT_SALES_SKIPPED: 2 },
  months: {
    '2025-06': { gross: 7_550, discounts: 155, returns: 0, net: 7_395, tax: 760 + 95 + 295 - 30 + 380, shipping: 499, orders: 2, units: 4 },
    '2025-07': { gross: 125_000, discounts: 0, returns: 1_395, net: 123_605, tax: 23_750 - 265, shipping: 0, orders: 1, units: 1 },
  },
}) // prettier-ignore

const PREAMBLE = `"Includes Amazon Marketplace, Fulfillment by Amazon (FBA), and Amazon Webstore transactions"
"All amounts in USD, unless specified"
"Definitions:"
"Sales tax collected: Includes sales tax collected from buyers for product sales, shipping, and gift wrap."
"Selling fees: Includes variable closing fees and referral fees."
"Other transaction fees: Includes shipping chargebacks, shipping holdbacks, per-item fees  and sales tax collection fees."
"Other: Includes non-order transaction amounts. For more details, see the ""Type"" and ""Description"" columns for each order ID."
`
const US = `"date/time","settlement id","type","order id","sku","description","quantity","marketplace","account type","fulfillment","order city","order state","order postal","tax collection model","product sales","product sales tax","shipping credits","shipping credits tax","gift wrap credits","giftwrap credits tax","Regulatory Fee","Tax On Regulatory Fee","promotional rebates","promotional rebates tax","marketplace withheld tax","selling fees","fba fees","other transaction fees","other","total"
"Jun 8, 2025 10:23:05 PM PDT","9","Order","114-1","MUG","Mug, 12 oz","2","amazon.com","Standard Orders","Amazon","Reno","NV","89501","MarketplaceFacilitator","40","3.2","5.99","0.48","0","0","0","0","-5.99","-0.48","-3.2","-6","-7.5","0","0","26.5"
"Jun 15, 2025 1:00:00 AM PDT","9","Order","114-2","LAMP","Lamp","1","amazon.com","Standard Orders","Seller","Reno","NV","89501","","1,250.00","100","0","0","3.99","0.32","0","0","-125","-10","-90","-187.5","0","0","0","1,000.00"
"Jun 30, 2025 11:59:59 PM PDT","9","Order","114-3","MUG","Mug, 12 oz","1","amazon.com","Standard Orders","Amazon","Reno","NV","89501","","20","1.6","0","0","0","0","0","0","0","0","-1.6","-3","-3.7","0","0","13.3"
"Jul 2, 2025 9:00:00 AM PDT","9","Refund","114-1","MUG","Mug, 12 oz","1","amazon.com","Standard Orders","Amazon","Reno","NV","89501","","-20","-1.6","0","0","0","0","0","0","0","0","1.6","2.4","0","0","0","-17.6"
"Jul 3, 2025 9:00:00 AM PDT","9","FBA Inventory Fee","","","FBA storage fee","","","","","","","","","0","0","0","0","0","0","0","0","0","0","0","0","0","0","-12.5","-12.5"
"Jul 4, 2025 9:00:00 AM PDT","9","Transfer","","","To your account ending in: 123","","","","","","","","","0","0","0","0","0","0","0","0","0","0","0","0","0","0","-900","-900"
"Jul 9, 2025 9:00:00 AM PDT","9","Order","114-4","MUG","Mug, 12 oz","3","amazon.com","Standard Orders","Amazon","Reno","NV","89501","","60","4.8","5.99","0.48","0","0","0","0","0","0","-5.28","-9","-11.1","0","0","45.89"
"Jul 20, 2025 9:00:00 AM PDT","9","Refund","114-2","LAMP","Lamp","1","amazon.com","Standard Orders","Seller","Reno","NV","89501","","-1,250.00","-100","0","0","-3.99","-0.32","0","0","125","10","90","150","0","0","0","-979.31"
`

tellSource('Amazon, date range', {
  source: 'amazon_date_range',
  text: `${PREAMBLE}\n${US}`,
  currency: 'USD',
  shape: { header: 7 },
  rows: 6,
  told: { PREAMBLE_SKIPPED: 1, NOT_SALES_SKIPPED: 2 },
  months: {
    '2025-06': { gross: 131_000, discounts: 13_099, returns: 0, net: 117_901, tax: 9_512, shipping: 998, orders: 3, units: 4 },
    '2025-07': { gross: 6_000, discounts: 0, returns: 2_000 + 112_500, net: -108_500, tax: -160 - 9_032 + 528, shipping: 599 - 399, orders: 1, units: 3 },
  },
}) // prettier-ignore

const DE = `"Umfasst Amazon Marketplace, Versand durch Amazon"
"Alle Beträge in EUR sofern nicht anders gekennzeichnet"
"Datum/Uhrzeit","Abrechnungsnummer","Typ","Bestellnummer","SKU","Beschreibung","Menge","Marketplace","Versand","Umsätze","Produktumsatzsteuer","Gutschrift für Versandkosten","Steuer auf Versandgutschrift","Rabatte aus Werbeaktionen","Steuer auf Aktionsrabatte","Verkaufsgebühren","Gesamt"
"01.05.2025 10:00:00 UTC","5","Bestellung","305-1","TEE","Tee, grün","2","amazon.de","Amazon","40,00","7,60","3,99","0,76","-4,00","-0,76","-6,00","41,59"
"17.05.2025 23:30:00 UTC","5","Bestellung","305-2","TEE","Tee, grün","1","amazon.de","Amazon","1.020,00","193,80","0","0","0","0","-6,00","1.207,80"
"02.06.2025 08:00:00 UTC","5","Erstattung","305-1","TEE","Tee, grün","1","amazon.de","Amazon","-20,00","-3,80","0","0","2,00","0,38","3,00","-18,42"
"03.06.2025 08:00:00 UTC","5","Übertrag","","","An Ihr Konto","","","","0","0","0","0","0","0","0","-900,00"
`

tellSource('Amazon, date range of Germany', {
  source: 'amazon_date_range',
  text: DE,
  currency: 'EUR',
  shape: { header: 2 },
  rows: 3,
  told: { PREAMBLE_SKIPPED: 1, NOT_SALES_SKIPPED: 1 },
  months: {
    '2025-05': { gross: 106_000, discounts: 400, returns: 0, net: 105_600, tax: 760 + 76 - 76 + 19_380, shipping: 399, orders: 2, units: 3 },
    '2025-06': { gross: 0, discounts: 0, returns: 1_800, net: -1_800, tax: -342, shipping: 0, orders: 0, units: 0 },
  },
}) // prettier-ignore
