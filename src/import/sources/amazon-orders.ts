import { NON_PRODUCT_RULES } from './non-product.ts'
import type { OrderSource, Reshape } from './source.ts'

const sum = (...texts: string[]): string =>
  texts.map((text) => `coalesce(stage.amount(${text}), 0)`).join(' + ')

/** Cancelled lines, and pending ones whose price is not known yet, have no price: they are no sale. */
const NO_PRICE = 'stage.amount(item_price) IS NULL'

const reshape = (): Reshape => ({
  lines: 'SELECT *, origin AS item FROM rows',
  fields: {
    amount: `CASE WHEN ${NO_PRICE} THEN '0' ELSE stage.plain(item_price) END`,
    line_discount: 'stage.written(abs(stage.amount(promotion)))',
    tax: `stage.written(${sum('item_tax', 'shipping_tax', 'wrap_tax')})`,
    shipping: `stage.written(${sum('shipping_price', 'wrap_price')} - abs(coalesce(stage.amount(shipping_promotion), 0)))`,
    quantity: `CASE WHEN coalesce(stage.amount(pieces), 0) = 0 THEN '1' ELSE stage.plain(pieces) END`,
    line_kind: `CASE WHEN stage.words(item_status) IN ('cancelled', 'canceled') OR stage.words(status) IN ('cancelled', 'canceled') OR ${NO_PRICE} THEN 'excluded' END`,
  },
})

/** Amazon "All Orders": one row a line, tabs without quoting, instants in UTC, amounts of whole lines. No buyer and no refunds in it. */
export const amazonOrders: OrderSource = {
  name: 'amazon_orders',
  kind: 'orders',
  must: [['amazon order id'], ['purchase date'], ['item price'], ['sku', 'asin']],
  fields: new Map([
    ['order_id', ['amazon order id']],
    ['ordered_at', ['purchase date']],
    ['status', ['order status']],
    ['item_status', ['item status']],
    ['channel', ['sales channel']],
    ['title', ['product name']],
    ['sku', ['sku', 'asin']],
    ['pieces', ['quantity']],
    ['currency', ['currency']],
    ['item_price', ['item price']],
    ['item_tax', ['item tax']],
    ['shipping_price', ['shipping price']],
    ['shipping_tax', ['shipping tax']],
    ['wrap_price', ['gift wrap price']],
    ['wrap_tax', ['gift wrap tax']],
    ['promotion', ['item promotion discount']],
    ['shipping_promotion', ['ship promotion discount']],
    ['country', ['ship country']],
    ['coupon', ['promotion ids']],
  ]),
  rules: NON_PRODUCT_RULES,
  perOrder: [],
  currencies: ['USD', 'EUR', 'GBP', 'MXN', 'CAD', 'BRL'],
  stockRows: false,
  decimal: '.',
  isUtc: true,
  tabsUnquoted: true,
  reshape,
}
