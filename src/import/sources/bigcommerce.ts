import { digitsOf, part } from './expressions.ts'
import { NON_PRODUCT_RULES } from './non-product.ts'
import type { OrderSource, Reshape, ShapedFile } from './source.ts'
import { NO_SALE } from '../order-states.ts'

/** One fact of an item in `Product ID: 77, Product Name: Mug, blue, Product SKU: M-1, Product Qty: 2 …`; values may hold commas. */
const fact = (name: string): string =>
  `nullif(trim(regexp_extract(lot, 'Product ${name}: ?(.*?)(, Product [A-Z]|$)', 1)), '')`

/** Goods without tax, as the order's subtotal has them: prices of items may have the tax in them, then they share the subtotal. */
const LINES = `WITH cut AS (SELECT *, string_split(regexp_replace(packed_details, ' ?[|] ?Product ', chr(1) || 'Product ', 'g'), chr(1)) AS lots,
    coalesce(stage.amount(subtotal_ex), stage.amount(subtotal_inc) - coalesce(stage.amount(tax_total), 0)) AS goods,
    coalesce(stage.amount(freight_ex), stage.amount(freight_inc), 0) + coalesce(stage.amount(handling_ex), stage.amount(handling_inc), 0) AS freight,
    coalesce(stage.amount(total_inc), stage.amount(total_ex) + coalesce(stage.amount(tax_total), 0)) AS paid, ${digitsOf('coalesce(subtotal_ex, subtotal_inc)')} AS digits FROM rows),
  lots AS (SELECT * EXCLUDE (lots), unnest(CASE WHEN packed_details IS NULL THEN [NULL] ELSE lots END) AS lot,
    unnest(range(CASE WHEN packed_details IS NULL THEN 1 ELSE len(lots) END)) AS item FROM cut),
  items AS (SELECT *, ${fact('Name')} AS article, ${fact('SKU')} AS code, coalesce(stage.amount(${fact('Qty')}), CASE WHEN lot IS NULL THEN stage.amount(pieces_total) END, 1) AS pieces,
    coalesce(stage.amount(${fact('Total Price')}), stage.amount(${fact('Unit Price')}) * coalesce(stage.amount(${fact('Qty')}), 1)) AS own FROM lots),
  summed AS (SELECT *, sum(own) OVER (PARTITION BY origin) AS owns, CASE WHEN bool_and(own IS NOT NULL) OVER (PARTITION BY origin) THEN own ELSE pieces END AS weight FROM items)
  SELECT *, CASE WHEN goods IS NULL OR abs(owns - goods) < 0.005 THEN own ELSE ${part('goods', 'weight', 'origin', 'digits')} END AS sold,
    greatest(goods + freight + coalesce(stage.amount(tax_total), 0) - paid, 0) AS off FROM summed`

const once = (sql: string): string => `CASE WHEN item = 0 THEN ${sql} END`

const reshape = (file: ShapedFile): Reshape => ({
  lines: LINES,
  fields: {
    ordered_at: `date_text || coalesce(' ' || time_text, '')`,
    title: 'article',
    sku: 'code',
    quantity: 'stage.written(pieces)',
    amount: 'stage.written(sold)',
    discount: 'stage.written(off)',
    tax: once('stage.plain(tax_total)'),
    shipping: once('stage.written(freight)'),
    refund: `CASE WHEN stage.amount(refund_text) <> 0 THEN stage.plain(refund_text) WHEN ${file.means('status', 'refunded')} THEN stage.written(paid) END`,
    subtotal: 'stage.written(goods - off)',
    total: 'stage.written(paid)',
    email: 'coalesce(email, billing_email)',
    customer: `CASE WHEN coalesce(email, billing_email) IS NULL AND customer_number <> '0' THEN customer_number END`,
    coupon: `nullif(regexp_extract(coupons, 'Coupon Code: ?([^,|]+)', 1), '')`,
  },
})

/** BigCommerce's export of orders (default template or a chosen one): one row an order, its goods packed in `Product Details`. */
export const bigcommerce: OrderSource = {
  name: 'bigcommerce',
  kind: 'orders',
  must: [['order id'], ['order date'], ['order total (inc tax)', 'order total (ex tax)', 'subtotal (inc tax)', 'subtotal (ex tax)'], ['product details', 'order status']], // prettier-ignore
  fields: new Map([
    ['order_id', ['order id']],
    ['date_text', ['order date']],
    ['time_text', ['order time']],
    ['status', ['order status']],
    ['customer_number', ['customer id']],
    ['name', ['customer name']],
    ['email', ['customer email']],
    ['billing_email', ['billing email']],
    ['phone', ['customer phone']],
    ['country', ['shipping country', 'shipping country code', 'billing country', 'billing country code']],
    ['currency', ['order currency code']],
    ['subtotal_ex', ['subtotal (ex tax)']],
    ['subtotal_inc', ['subtotal (inc tax)']],
    ['tax_total', ['tax total']],
    ['freight_ex', ['shipping cost (ex tax)']],
    ['freight_inc', ['shipping cost (inc tax)']],
    ['handling_ex', ['handling cost (ex tax)']],
    ['handling_inc', ['handling cost (inc tax)']],
    ['total_inc', ['order total (inc tax)']],
    ['total_ex', ['order total (ex tax)']],
    ['price_text', ['order total (inc tax)', 'order total (ex tax)']],
    ['pieces_total', ['total quantity']],
    ['coupons', ['coupon details']],
    ['packed_details', ['product details']],
    ['refund_text', ['refund amount']],
    ['channel', ['channel name']],
  ]),
  rules: NON_PRODUCT_RULES,
  perOrder: ['discount', 'refund', 'subtotal', 'total'],
  currencies: ['USD', 'AUD', 'GBP', 'CAD', 'EUR', 'MXN'],
  stockRows: false,
  excluded: NO_SALE,
  decimal: '.',
  dateOrder: 'mdy',
  reshape,
}
