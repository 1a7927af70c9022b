import type { OrderSource } from './source.ts'

/**
 * The UCI "Online Retail" sets, both headers. Codes that are no products were read off the file: POST, DOT, C2, C3 carriage;
 * BANK CHARGES, AMAZONFEE, CRUK fees; M and m "Manual", D "Discount", S "Samples", ADJUST…, B "Adjust bad debt" bookings by
 * hand; gift_… vouchers; TEST… tests. PADS, SP1002 and DCGS… are products of the catalogue.
 */
export const uci: OrderSource = {
  name: 'uci',
  kind: 'orders',
  must: [['invoice', 'invoiceno'], ['stockcode'], ['quantity'], ['invoicedate'], ['price', 'unitprice']],
  fields: new Map([
    ['order_id', ['invoice', 'invoiceno']],
    ['sku', ['stockcode']],
    ['title', ['description']],
    ['quantity', ['quantity']],
    ['ordered_at', ['invoicedate']],
    ['unit_price', ['price', 'unitprice']],
    ['customer', ['customer id', 'customerid']],
    ['country', ['country']],
  ]),
  rules: [
    { on: 'sku', pattern: 'post|dot|c2|c3', kind: 'shipping' },
    { on: 'sku', pattern: 'bank charges|amazonfee|cruk', kind: 'fee' },
    { on: 'sku', pattern: 'm|d|s|b|adjust.*', kind: 'adjustment' },
    { on: 'sku', pattern: 'gift_.*', kind: 'gift_card' },
    { on: 'sku', pattern: 'test.*', kind: 'excluded' },
  ],
  perOrder: [],
  returnPrefix: 'C',
  otherPrefix: 'A',
  currencies: ['GBP'],
  stockRows: true,
}
