import { NON_PRODUCT_RULES } from './non-product.ts'
import { shopifyOrders } from './shopify-orders.ts'
import type { OrderSource, Reshape } from './source.ts'

const sum = (text: string): string => `coalesce(stage.amount(${text}), 0)`

/** Goods after discounts: the subtotal, else what the total has beside tax and shipping. */
const goods = `coalesce(stage.amount(subtotal), stage.amount(total) - ${sum('tax')} - ${sum('shipping')})`

const reshape = (): Reshape => ({
  lines: `SELECT *, 0 AS item FROM rows QUALIFY row_number() OVER (PARTITION BY coalesce(order_id, order_key) ORDER BY origin) = 1`,
  fields: { amount: `stage.written(${goods} + abs(${sum('discount')}))` },
  tell: { ORDERS_WITHOUT_LINES: 'true' },
})

/** Columns of Shopify's `orders_export.csv` without those of the lines, as consultants hand them over: one row an order. */
export const shopifyOrderList: OrderSource = {
  ...shopifyOrders,
  name: 'shopify_order_list',
  summary: true,
  orderRows: false,
  must: [
    ['name'],
    ['created at', 'paid at'],
    ['financial status', 'fulfillment status'],
    ['subtotal', 'total'],
  ],
  rules: NON_PRODUCT_RULES,
  reshape,
}
