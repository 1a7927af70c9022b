import { NON_PRODUCT_RULES } from './non-product.ts'
import type { OrderSource, Reshape, ShapedFile } from './source.ts'
import { NO_SALE } from '../order-states.ts'

/** Names of items come with the marks of web pages for quotes. */
const readable = (text: string): string =>
  `replace(replace(replace(replace(replace(${text}, '&#39;', ''''), '&quot;', '"'), '&lt;', '<'), '&gt;', '>'), '&amp;', '&')`

/** What the buyer paid for the way: the price less what was let off it. */
const freight = `CASE WHEN freight IS NOT NULL OR freight_off IS NOT NULL
  THEN stage.written(coalesce(stage.amount(freight), 0) - abs(coalesce(stage.amount(freight_off), 0))) END`

const orderNumber = `ltrim(order_number, '#')`

const reshapeItems = (): Reshape => ({
  fields: { order_id: orderNumber, title: readable('title'), shipping: freight },
})

/** One line of no product with as many pieces as the order has items. A smaller adjusted total is money given back; 0.00 is none. */
const reshapeOrders = (file: ShapedFile): Reshape => {
  const left = 'stage.amount(adjusted)'
  const paid = 'stage.amount(total)'
  return {
    fields: {
      order_id: orderNumber,
      amount: 'stage.plain(value)',
      shipping: freight,
      refund: `CASE WHEN ${left} > 0 AND ${left} < ${paid} THEN stage.written(${paid} - ${left}) WHEN ${file.means('status', 'refunded')} THEN total END`,
      subtotal: `stage.written(stage.amount(value) - abs(coalesce(stage.amount(discount), 0)))`,
      sku: null,
    },
    tell: { ORDERS_WITHOUT_LINES: 'true' },
  }
}

const COMMON: readonly (readonly [string, readonly string[]])[] = [
  ['order_number', ['order id']],
  ['ordered_at', ['sale date']],
  ['currency', ['currency']],
  ['coupon', ['coupon code']],
  ['discount', ['discount amount']],
  ['freight_off', ['shipping discount']],
  ['name', ['ship name', 'full name']],
  ['country', ['ship country']],
]

const layout = {
  kind: 'orders',
  rules: NON_PRODUCT_RULES,
  currencies: ['USD', 'EUR', 'GBP', 'CAD', 'AUD'],
  stockRows: false,
  decimal: '.',
  dateOrder: 'mdy',
} as const satisfies Partial<OrderSource>

/** `EtsySoldOrderItems`: one row an item; discount, shipping and tax of the order stand on each. Month first in every country. */
export const etsyItems: OrderSource = {
  ...layout,
  name: 'etsy_items',
  must: [['sale date'], ['item name'], ['listing id', 'transaction id'], ['order id'], ['price']],
  fields: new Map([
    ...COMMON,
    ['title', ['item name']],
    ['customer', ['buyer']],
    ['quantity', ['quantity']],
    ['unit_price', ['price']],
    ['freight', ['order shipping']],
    ['tax', ['order sales tax']],
    ['sku', ['sku']],
  ]),
  perOrder: ['discount', 'shipping', 'tax'],
  reshape: reshapeItems,
}

/** `EtsySoldOrders`: one row an order, without its goods. */
export const etsyOrders: OrderSource = {
  ...layout,
  name: 'etsy_orders',
  summary: true,
  must: [['sale date'], ['order id'], ['order value'], ['order total', 'order net']],
  fields: new Map([
    ...COMMON,
    ['customer', ['buyer user id', 'buyer']],
    ['quantity', ['number of items']],
    ['value', ['order value']],
    ['freight', ['shipping']],
    ['tax', ['sales tax']],
    ['total', ['order total']],
    ['adjusted', ['adjusted order total']],
    ['status', ['status']],
  ]),
  perOrder: ['discount', 'refund', 'subtotal', 'total'],
  excluded: NO_SALE,
  reshape: reshapeOrders,
}
