import type { Statement } from '../statement.ts'

/** Two listed customers that may be one person, the one with more orders first. */
export interface DuplicateRow {
  readonly reason: 'email' | 'phone' | 'name'
  readonly first_id: number
  readonly second_id: number
}

/** The last nine digits of a phone: what stays the same with or without the code of the country. */
const PHONE = `right(regexp_replace(phone, '[^0-9]', '', 'g'), 9)`

/** A name of two words and more, its words in order of the alphabet: "Ana Ruiz" is "Ruiz, Ana". */
const NAME = `array_to_string(list_sort(regexp_extract_all(lower(strip_accents(name)), '[a-z0-9]+')), ' ')`

/** More than so many of one key are no duplicates but a shop counter's phone, or a name such as "Web order". */
const MOST_OF_A_KEY = 4

/**
 * Pairs of the directory that share an e-mail, a phone or a name with its country, most valuable first. A key that
 * more than four share says nothing and is left out; of one key, each is paired with the customer of most orders.
 */
export const duplicateCustomers = (limit: number): Statement<DuplicateRow> => ({
  sql: `WITH keys AS (
      SELECT customer_id, orders, net, 'email' AS reason, 1 AS rank, lower(email) AS key FROM directory.base WHERE email IS NOT NULL
      UNION ALL SELECT customer_id, orders, net, 'phone', 2, ${PHONE} FROM directory.base WHERE length(${PHONE}) >= 7
      UNION ALL SELECT customer_id, orders, net, 'name', 3, ${NAME} || '@' || coalesce(country, '') FROM directory.base
        WHERE contains(${NAME}, ' ')),
    placed AS (SELECT reason, rank, customer_id, net, first_value(customer_id) OVER same AS first_id, first_value(net) OVER same AS first_net
      FROM keys WINDOW same AS (PARTITION BY reason, key ORDER BY orders DESC, net DESC, customer_id)
      QUALIFY count(*) OVER (PARTITION BY reason, key) BETWEEN 2 AND ${MOST_OF_A_KEY}),
    pairs AS (SELECT reason, rank, first_id, customer_id AS second_id, net + first_net AS worth FROM placed WHERE customer_id <> first_id
      QUALIFY row_number() OVER (PARTITION BY least(first_id, customer_id), greatest(first_id, customer_id) ORDER BY rank) = 1)
    SELECT reason, first_id, second_id FROM pairs ORDER BY rank, worth DESC, first_id, second_id LIMIT CAST(? AS BIGINT)`,
  params: [limit],
})
