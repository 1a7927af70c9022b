import type { Statement } from '../statement.ts'

export interface PersonRow {
  readonly customer_id: number
  readonly identity: string | null
  readonly platform_id: string | null
  readonly email: string | null
  readonly name: string | null
  readonly phone: string | null
  readonly country: string | null
}

/** A person by number. */
export const personById = (customerId: number): Statement<PersonRow> => ({
  sql: `SELECT CAST(customer_id AS DOUBLE) AS customer_id, identity, platform_id, email, name, phone, country
    FROM store.identities WHERE customer_id = ?`,
  params: [customerId],
})

/** A person who was looked for; with the day of the last order, so that two of one name can be told apart. */
export interface FoundPerson extends PersonRow {
  readonly last_day: string | null
}

/** People by exactly one of the things that they are known by; texts are compared without case. At most 20. */
export const personByAny = (text: string): Statement<FoundPerson> => ({
  sql: `SELECT CAST(i.customer_id AS DOUBLE) AS customer_id, identity, platform_id, email, name, phone, country,
      (SELECT strftime(max(o.day), '%Y-%m-%d') FROM store.orders o WHERE o.customer_id = i.customer_id) AS last_day
    FROM store.identities i WHERE lower(?) IN (lower(email), lower(identity), lower(platform_id), lower(phone), lower(name), CAST(i.customer_id AS VARCHAR))
    ORDER BY 1 LIMIT 20`,
  params: [text.trim()],
})

/** People by their folded keys, as the views of a schema know them: `store`, or `base` beneath changes by hand. */
export const peopleByIdentity = (identities: readonly string[], schema: string): Statement<PersonRow> => ({
  sql: `SELECT CAST(customer_id AS DOUBLE) AS customer_id, identity, platform_id, email, name, phone, country
    FROM ${schema}.identities WHERE identity IN (SELECT unnest(string_split(?, chr(31))))`,
  params: [identities.join('\u001f')],
})

/** Orders of people that somebody has written about. */
export const ordersWrittenAbout = (customerIds: readonly number[]): Statement<{ order_id: string }> => ({
  sql: `SELECT DISTINCT order_id FROM (SELECT order_id FROM store.reviews UNION ALL SELECT order_id FROM store.refunds)
    WHERE order_id IN (SELECT order_id FROM store.orders
      WHERE customer_id IN (SELECT CAST(unnest(string_split(?, ',')) AS INTEGER))) ORDER BY 1`,
  params: [customerIds.join(',')],
})

/** People whose last order is before a day; those who never ordered have none, and those erased already are left out. */
export const peopleBefore = (day: string): Statement<PersonRow> => ({
  sql: `SELECT CAST(i.customer_id AS DOUBLE) AS customer_id, i.identity, i.platform_id, i.email, i.name, i.phone, i.country
    FROM store.identities i LEFT JOIN (SELECT customer_id, max(day) AS last FROM store.orders GROUP BY customer_id) o
      ON o.customer_id = i.customer_id
    WHERE i.identity NOT LIKE 'erased:%' AND o.last < CAST(? AS DATE) ORDER BY 1`,
  params: [day],
})

export interface PersonOrder {
  readonly order_id: string
  readonly [column: string]: unknown
}

const AMOUNTS = ['gross', 'discount', 'returned', 'net', 'tax'] as const

const major = (names: readonly string[]): string =>
  names.map((name) => `CAST(${name} AS DOUBLE) AS ${name}`).join(', ')

/** All orders of a person. Amounts are in major units. */
export const ordersOfPerson = (customerId: number): Statement<PersonOrder> => ({
  sql: `SELECT order_id, kind, strftime(ordered_at, '%Y-%m-%dT%H:%M:%SZ') AS ordered_at, strftime(day, '%Y-%m-%d') AS day, status, channel, country, coupon,
    currency, ${major([...AMOUNTS, 'shipping', 'fees'])} FROM orders WHERE customer_id = ? ORDER BY ordered_at, order_id`,
  params: [customerId],
})

/** All order lines of a person. Amounts are in major units. */
export const linesOfPerson = (customerId: number): Statement<PersonOrder> => ({
  sql: `SELECT order_id, CAST(line AS DOUBLE) AS line, strftime(day, '%Y-%m-%d') AS day, product_id, sku, title, kind, quantity, unit_price,
    currency, ${major(AMOUNTS)} FROM order_lines WHERE customer_id = ? ORDER BY ordered_at, order_id, line`,
  params: [customerId],
})

/** What a person has written: reviews under their key, or of their orders. */
export const reviewsOfPerson = (customerId: number): Statement<PersonOrder> => ({
  sql: `SELECT strftime(day, '%Y-%m-%d') AS day, title, order_id, rating, headline, body FROM store.reviews
    WHERE customer_id = ? OR order_id IN (SELECT order_id FROM store.orders WHERE customer_id = ?) ORDER BY 1, 2`,
  params: [customerId, customerId],
})
