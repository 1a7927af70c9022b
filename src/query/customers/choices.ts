import type { Statement } from '../statement.ts'

/** A value that customers can be filtered by, with how many have it; '' is none. */
export interface ChoiceRow {
  readonly kind: 'country' | 'tag'
  readonly value: string
  readonly customers: number
}

/** Countries and tags of the directory, the commonest first. */
export const customerChoices = (): Statement<ChoiceRow> => ({
  sql: `SELECT kind, value, CAST(count(*) AS DOUBLE) AS customers FROM (
      SELECT 'country' AS kind, coalesce(country, '') AS value FROM directory.base
      UNION ALL SELECT 'tag', unnest(tags) FROM directory.base WHERE tags IS NOT NULL)
    GROUP BY kind, value ORDER BY kind, customers DESC, value`,
  params: [],
})

/** Orders that no customer is known of, in one currency; minor units. */
export interface AnonymousRow {
  readonly orders: number
  readonly net: number
}

export const anonymousOrders = (currency: string): Statement<AnonymousRow> => ({
  sql: `SELECT CAST(count(*) FILTER (kind = 'sale') AS DOUBLE) AS orders, CAST(coalesce(sum(net), 0) AS DOUBLE) AS net
    FROM store.orders WHERE kind <> 'excluded' AND customer_id IS NULL AND currency = ?`,
  params: [currency],
})
