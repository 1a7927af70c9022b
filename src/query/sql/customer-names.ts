import type { Statement } from '../statement.ts'

export interface CustomerNameRow {
  readonly customer_id: number
  readonly name: string | null
}

/** Names (else e-mails) of these customers; erased ones have none. */
export const customerNames = (ids: readonly number[]): Statement<CustomerNameRow> => ({
  sql: `SELECT customer_id, coalesce(name, email) AS name FROM store.identities
    WHERE customer_id IN (SELECT CAST(unnest(string_split(?, ',')) AS INTEGER))`,
  params: [ids.join(',')],
})
