import { type CompanionTable, tableName } from './companion.ts'
import { onFirstRow } from './expressions.ts'
import { NON_PRODUCT_RULES } from './non-product.ts'
import type { OrderSource, Reshape } from './source.ts'
import { NO_SALE } from '../order-states.ts'

const PIECE = 'order_id, product_number, unit_price'

/** A table that was joined with payments or reviews has a unit several times; units of one product are pieces of one line. */
const linesOf = (rows: string): string => `WITH units AS (SELECT * FROM ${rows}
    QUALIFY row_number() OVER (PARTITION BY order_id, coalesce(order_item, CAST(origin AS VARCHAR)) ORDER BY origin) = 1)
  SELECT *, origin AS item, count(*) OVER (PARTITION BY ${PIECE}) AS pieces, sum(stage.amount(freight)) OVER (PARTITION BY ${PIECE}) AS freights
  FROM units QUALIFY row_number() OVER (PARTITION BY ${PIECE} ORDER BY origin) = 1`

const FIELDS: Reshape['fields'] = {
  sku: 'coalesce(product_number, sku)',
  title: `coalesce(category_en, category_pt, 'product') || ' ' || left(coalesce(product_number, ''), 8)`,
  category: 'coalesce(category_en, category_pt)',
  quantity: 'pieces',
  shipping: 'stage.written(freights)',
  customer: 'coalesce(person, order_person)',
}

const DROP = [{ code: 'NOT_SALES_SKIPPED', when: 'unit_price IS NULL' }]

const MEANING = {
  kind: 'orders',
  rules: NON_PRODUCT_RULES,
  perOrder: [],
  currencies: ['BRL'],
  currency: 'BRL',
  stockRows: false,
  excluded: NO_SALE,
  decimal: '.',
} as const

/** Olist's research set with its tables joined to one: a row a unit sold, freight per unit, no tax. `customer_id` is new with every order; the person is `customer_unique_id`. */
export const olist: OrderSource = {
  ...MEANING,
  name: 'olist_orders',
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
  reshape: () => ({ drop: DROP, lines: linesOf('rows'), fields: FIELDS }),
}

const orders: CompanionTable = {
  name: 'olist_orders',
  kind: 'orders',
  columns: {
    order_id: ['order id'],
    order_person: ['customer id'],
    status: ['order status'],
    ordered_at: ['order purchase timestamp'],
  },
}
const customers: CompanionTable = {
  name: 'olist_customers',
  kind: 'customers',
  columns: { order_person: ['customer id'], person: ['customer unique id'] },
}
const products: CompanionTable = {
  name: 'olist_products',
  kind: 'products',
  columns: { product_number: ['product id'], category_pt: ['product category name'] },
}
const translation: CompanionTable = {
  name: 'olist_translation',
  kind: 'products',
  columns: { category_pt: ['product category name'], category_en: ['product category name english'] },
}
const payments: CompanionTable = {
  name: 'olist_payments',
  kind: 'orders',
  columns: { order_id: ['order id'], paid: ['payment value'] },
  must: ['payment sequential', 'payment type'],
}
const sellers: CompanionTable = {
  name: 'olist_sellers',
  kind: 'unknown',
  columns: {},
  must: ['seller id', 'seller zip code prefix', 'seller city'],
}
const places: CompanionTable = {
  name: 'olist_places',
  kind: 'unknown',
  columns: {},
  must: ['geolocation zip code prefix', 'geolocation lat', 'geolocation lng'],
}

/** One row a key of a table that is looked up. */
const lookup = (table: CompanionTable, key: string, values: string): string =>
  `(SELECT ${key}, ${values} FROM ${tableName(table)} GROUP BY ${key})`

const JOINED = `(SELECT r.*, o.ordered_at, o.status, o.order_person, c.person, p.category_pt, t.category_en, y.paid FROM rows r
  LEFT JOIN ${lookup(orders, 'order_id', 'any_value(ordered_at) AS ordered_at, any_value(status) AS status, any_value(order_person) AS order_person')} o USING (order_id)
  LEFT JOIN ${lookup(customers, 'order_person', 'any_value(person) AS person')} c USING (order_person)
  LEFT JOIN ${lookup(products, 'product_number', 'any_value(category_pt) AS category_pt')} p USING (product_number)
  LEFT JOIN ${lookup(translation, 'category_pt', 'any_value(category_en) AS category_en')} t USING (category_pt)
  LEFT JOIN ${lookup(payments, 'order_id', 'stage.written(sum(stage.amount(paid))) AS paid')} y USING (order_id))`

/** Olist's items, one row a unit, put together with the set's other tables that lie beside them in the drop. */
export const olistItems: OrderSource = {
  ...MEANING,
  name: 'olist_items',
  must: [['order id'], ['order item id'], ['product id'], ['price'], ['freight value']],
  fields: new Map([
    ['order_id', ['order id']],
    ['order_item', ['order item id']],
    ['product_number', ['product id']],
    ['sku', ['product id']],
    ['unit_price', ['price']],
    ['freight', ['freight value']],
  ]),
  set: { needs: [orders], takes: [customers, products, translation, payments, sellers, places] },
  reshape: () => ({
    drop: DROP,
    lines: linesOf(JOINED),
    fields: {
      ...FIELDS,
      ordered_at: 'ordered_at',
      status: 'status',
      total: onFirstRow('order_id', 'paid'),
    },
    left: {
      code: 'ORDERS_OF_SET_WITHOUT_LINES',
      from: `${tableName(orders)} o WHERE o.order_id NOT IN (SELECT order_id FROM rows WHERE order_id IS NOT NULL)`,
    },
  }),
}
