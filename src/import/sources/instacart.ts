import { type CompanionTable, tableName } from './companion.ts'
import type { OrderSource } from './source.ts'

const orders: CompanionTable = {
  name: 'instacart_orders',
  kind: 'orders',
  columns: {
    order_id: ['order id'],
    person: ['user id'],
    number: ['order number'],
    weekday: ['order dow'],
    hour: ['order hour of day'],
    days: ['days since prior order'],
  },
}
const products: CompanionTable = {
  name: 'instacart_products',
  kind: 'products',
  columns: {
    sku: ['product id'],
    title: ['product name'],
    aisle_id: ['aisle id'],
    department_id: ['department id'],
  },
}
const aisles: CompanionTable = {
  name: 'instacart_aisles',
  kind: 'products',
  columns: { aisle_id: ['aisle id'], aisle: ['aisle'] },
}
const departments: CompanionTable = {
  name: 'instacart_departments',
  kind: 'products',
  columns: { department_id: ['department id'], department: ['department'] },
}

/**
 * The set has no dates, only the weekday and hour of an order and the days since the one before (30: 30 or more). Days are
 * counted on from each customer's first order, which is laid in the first week of 2017, the year of the set.
 */
const DAYS = `(SELECT order_id, person, strftime(TIMESTAMP '2017-01-01 00:00:00' + to_days(CAST(coalesce(first_value(weekday) OVER w, 0) AS INTEGER)
      + CAST(coalesce(sum(since) OVER w, 0) AS INTEGER)) + to_hours(CAST(coalesce(hour, 0) AS INTEGER)), '%Y-%m-%d %H:%M:%S') AS ordered_at
  FROM (SELECT order_id, person, TRY_CAST(number AS INTEGER) AS number, TRY_CAST(weekday AS INTEGER) AS weekday, TRY_CAST(hour AS INTEGER) AS hour,
      round(TRY_CAST(days AS DOUBLE)) AS since FROM ${tableName(orders)} QUALIFY row_number() OVER (PARTITION BY order_id) = 1)
  WINDOW w AS (PARTITION BY person ORDER BY number, order_id ROWS UNBOUNDED PRECEDING))`

const LINES = `SELECT r.*, 0 AS item, o.ordered_at, o.person, p.title, coalesce(a.aisle, d.department) AS category FROM rows r
  LEFT JOIN ${DAYS} o USING (order_id)
  LEFT JOIN (SELECT sku, any_value(title) AS title, any_value(aisle_id) AS aisle_id, any_value(department_id) AS department_id FROM ${tableName(products)} GROUP BY sku) p USING (sku)
  LEFT JOIN (SELECT aisle_id, any_value(aisle) AS aisle FROM ${tableName(aisles)} GROUP BY aisle_id) a USING (aisle_id)
  LEFT JOIN (SELECT department_id, any_value(department) AS department FROM ${tableName(departments)} GROUP BY department_id) d USING (department_id)`

/** Instacart's baskets: products of orders without dates and prices, put together with the set's other tables. For baskets and what comes next; its amounts are zero. */
export const instacart: OrderSource = {
  name: 'instacart_items',
  kind: 'orders',
  must: [['order id'], ['product id'], ['add to cart order'], ['reordered']],
  fields: new Map([
    ['order_id', ['order id']],
    ['sku', ['product id']],
  ]),
  rules: [],
  perOrder: [],
  currencies: ['USD'],
  currency: 'USD',
  stockRows: false,
  decimal: '.',
  set: { needs: [orders], takes: [products, aisles, departments] },
  reshape: () => ({
    lines: LINES,
    fields: {
      ordered_at: 'ordered_at',
      customer: 'person',
      title: 'title',
      category: 'category',
      unit_price: `'0'`,
    },
    tell: { DAYS_ARE_COUNTED: 'true', PRICES_MISSING: 'true' },
  }),
}
