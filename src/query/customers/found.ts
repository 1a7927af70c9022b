import type { CustomerOrder, CustomerSortKey } from '../../model/customer-sort.ts'
import type { Statement } from '../statement.ts'
import { type CustomerFilter, customerCondition } from './filter.ts'

const EXPRESSIONS: Readonly<Record<CustomerSortKey, string>> = {
  name: 'called',
  email: 'email',
  country: 'country',
  first_order: 'first_order',
  last_order: 'last_order',
  orders: 'orders',
  net_sales: 'net',
  average_order_value: 'net / nullif(orders, 0)',
  segment: `list_position(['vip', 'frequent', 'occasional', 'new', 'at_risk', 'inactive'], s.segment)`,
  rfm: 'CAST(s.r AS INTEGER) + s.f + s.m',
  clv: 'p.clv',
  churn_probability: 'p.churn',
  next_order_date: 'p.next_order',
}

const SCORED = `LEFT JOIN directory.scores s ON s.customer_id = b.customer_id
      LEFT JOIN directory.predictions p ON p.customer_id = b.customer_id`

/**
 * Keeps the customers of a filter in their order as `directory.found_<number>(place, customer_id)`, so that any page of
 * half a million is read at once. What has no value comes last; equals by their key.
 */
export const findCustomers = (
  number: number,
  filter: CustomerFilter,
  order: CustomerOrder,
): Statement<never> => {
  const { sql, params } = customerCondition(filter)
  const by = `${EXPRESSIONS[order.key]} ${order.descending ? 'DESC' : 'ASC'} NULLS LAST, b.customer_id`
  return {
    sql: `CREATE TABLE directory.found_${Math.trunc(number)} AS SELECT CAST(row_number() OVER (ORDER BY ${by}) - 1 AS INTEGER) AS place,
        b.customer_id FROM directory.base b ${SCORED}
      WHERE ${sql} ORDER BY place`,
    params,
  }
}

/** Forgets what was found before. */
export const forgetFound = (number: number): string =>
  `DROP TABLE IF EXISTS directory.found_${Math.trunc(number)}`

/** How many were found, and what they add up to (minor units). */
export interface FoundTotalRow {
  readonly customers: number
  readonly orders: number
  readonly net: number
}

export const foundTotal = (number: number): Statement<FoundTotalRow> => ({
  sql: `SELECT CAST(count(*) AS DOUBLE) AS customers, CAST(coalesce(sum(orders), 0) AS DOUBLE) AS orders,
      CAST(coalesce(sum(net), 0) AS DOUBLE) AS net
    FROM directory.found_${Math.trunc(number)} JOIN directory.base USING (customer_id)`,
  params: [],
})

/** A listed customer; `net` in minor units, days 'YYYY-MM-DD'. */
export interface ListedRow {
  readonly customer_id: number
  readonly platform_id: string | null
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly country: string | null
  readonly tags: string | null
  readonly first_order: string | null
  readonly last_order: string | null
  readonly orders: number
  readonly net: number
  readonly segment: 'vip' | 'frequent' | 'occasional' | 'new' | 'at_risk' | 'inactive' | null
  readonly r: number | null
  readonly f: number | null
  readonly m: number | null
  /** Minor units. */
  readonly clv: number | null
  readonly churn_probability: number | null
  readonly next_order_date: string | null
}

const LISTED = `b.customer_id, b.platform_id, b.name, b.email, b.phone, b.country, array_to_string(b.tags, chr(31)) AS tags,
  strftime(b.first_order, '%Y-%m-%d') AS first_order, strftime(b.last_order, '%Y-%m-%d') AS last_order,
  CAST(b.orders AS DOUBLE) AS orders, CAST(b.net AS DOUBLE) AS net, s.segment,
  CAST(s.r AS INTEGER) AS r, CAST(s.f AS INTEGER) AS f, CAST(s.m AS INTEGER) AS m,
  CAST(p.clv AS DOUBLE) AS clv, p.churn AS churn_probability, strftime(p.next_order, '%Y-%m-%d') AS next_order_date`

/** A page of what was found, from place `offset` (0 is the first). */
export const foundPage = (number: number, offset: number, limit: number): Statement<ListedRow> => ({
  sql: `SELECT ${LISTED} FROM (SELECT place, customer_id FROM directory.found_${Math.trunc(number)} WHERE place BETWEEN ? AND ?) f
    JOIN directory.base b ON b.customer_id = f.customer_id ${SCORED} ORDER BY f.place`,
  params: [offset, offset + limit - 1],
})

/** One customer by its key. */
export const listedCustomer = (customer: number): Statement<ListedRow> => ({
  sql: `SELECT ${LISTED} FROM directory.base b ${SCORED} WHERE b.customer_id = ?`,
  params: [customer],
})

/** Several customers by their keys, whole numbers. */
export const listedCustomers = (customers: readonly number[]): Statement<ListedRow> => ({
  sql: `SELECT ${LISTED} FROM directory.base b ${SCORED}
    WHERE b.customer_id IN (${customers.map((key) => Math.trunc(key)).join(', ') || 'NULL'})`,
  params: [],
})

/** How many customers have ordered. */
export const listedCount = (): Statement<{ readonly customers: number }> => ({
  sql: 'SELECT CAST(count(*) AS DOUBLE) AS customers FROM directory.base WHERE orders > 0',
  params: [],
})
