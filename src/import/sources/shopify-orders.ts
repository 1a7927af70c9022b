import type { OrderSource } from './source.ts'
import { NON_PRODUCT_RULES } from './non-product.ts'

/** Shopify `orders_export.csv`: one row per line, order cells on the first row only (or repeated by hand). Headers of 2012, of today and of the help pages. */
export const shopifyOrders: OrderSource = {
  name: 'shopify_orders',
  kind: 'orders',
  must: [['name'], ['lineitem name'], ['lineitem quantity'], ['lineitem price'], ['created at', 'paid at']],
  fields: new Map([
    ['order_key', ['name']],
    ['order_id', ['id']],
    ['ordered_at', ['created at', 'paid at']],
    ['cancelled_at', ['cancelled at', 'canceled at']],
    ['status', ['financial status']],
    ['email', ['email']],
    ['phone', ['phone', 'billing phone', 'shipping phone']],
    ['name', ['billing name', 'shipping name']],
    ['currency', ['currency']],
    ['subtotal', ['subtotal']],
    ['shipping', ['shipping']],
    ['tax', ['taxes']],
    ['total', ['total']],
    ['coupon', ['discount code']],
    ['discount', ['discount amount']],
    ['refund', ['refunded amount']],
    ['quantity', ['lineitem quantity']],
    ['title', ['lineitem name']],
    ['unit_price', ['lineitem price']],
    ['sku', ['lineitem sku']],
    ['line_discount', ['lineitem discount']],
    ['country', ['shipping country']],
    ['billing_country', ['billing country']],
    ['channel', ['source']],
  ]),
  rules: NON_PRODUCT_RULES,
  perOrder: ['discount', 'tax', 'shipping', 'refund', 'subtotal', 'total'],
  currencies: [],
  stockRows: false,
}
