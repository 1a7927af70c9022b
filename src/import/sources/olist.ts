import { NON_PRODUCT_RULES } from './non-product.ts'
import type { OrderSource, Reshape } from './source.ts'
import { NO_SALE } from '../order-states.ts'

const PIECE = 'order_id, product_number, unit_price'

/** A table that was joined with payments or reviews has a unit several times; units of one product are pieces of one line. */
const LINES = `WITH units AS (SELECT * FROM rows QUALIFY row_number() OVER (PARTITION BY order_id, coalesce(order_item, CAST(origin AS VARCHAR)) ORDER BY origin) = 1)
  SELECT *, origin AS item, count(*) OVER (PARTITION BY ${PIECE}) AS pieces, sum(stage.amount(freight)) OVER (PARTITION BY ${PIECE}) AS freights
  FROM units QUALIFY row_number() OVER (PARTITION BY ${PIECE} ORDER BY origin) = 1`

const reshape = (): Reshape => ({
  drop: [{ code: 'NOT_SALES_SKIPPED', when: 'unit_price IS NULL' }],
  lines: LINES,
  fields: {
    sku: 'coalesce(product_number, sku)',
    title: `coalesce(category_en, category_pt, 'product') || ' ' || left(coalesce(product_number, ''), 8)`,
    category: 'coalesce(category_en, category_pt)',
    quantity: 'pieces',
    shipping: 'stage.written(freights)',
    customer: 'coalesce(person, order_person)',
  },
})

/** Olist's research set with its tables joined to one: a row a unit sold, freight per unit, no tax. `customer_id` is new with every order; the person is `customer_unique_id`. */
export const olist: OrderSource = {
  name: 'olist_orders',
  kind: 'orders',
  must: [['order id'], ['order purchase timestamp'], ['price'], ['order item id', 'product id']],
  fields: new Map([
    ['order_id', ['order id']],
    ['ordered_at', ['order purchase timestamp']],
    ['status', ['order status']],
    ['order_item', ['order item id']],
    ['product_number', ['product id']],
    ['sku', ['product id']],
    ['unit_price', ['price']],
    ['freight', ['freight value']],
    ['person', ['customer unique id']],
    ['order_person', ['customer id']],
    ['category_en', ['product category name english']],
    ['category_pt', ['product category name']],
  ]),
  rules: NON_PRODUCT_RULES,
  perOrder: [],
  currencies: ['BRL'],
  currency: 'BRL',
  stockRows: false,
  excluded: NO_SALE,
  decimal: '.',
  reshape,
}
