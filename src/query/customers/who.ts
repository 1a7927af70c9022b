import type { Statement } from '../statement.ts'

/** Who a customer is, edits laid over; `identity` is the folded key that edits are kept by. */
export interface WhoRow {
  readonly customer_id: number
  readonly identity: string
  readonly platform_id: string | null
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly country: string | null
}

const COLUMNS = 'customer_id, identity, platform_id, name, email, phone, country'

/** A customer by key; none when it is hidden or was merged into another. */
export const whoIs = (customer: number): Statement<WhoRow> => ({
  sql: `SELECT ${COLUMNS} FROM store.identities WHERE customer_id = ?`,
  params: [customer],
})

/** A customer by folded key. */
export const whoHas = (identity: string): Statement<WhoRow> => ({
  sql: `SELECT ${COLUMNS} FROM store.identities WHERE identity = ?`,
  params: [identity],
})

/** Names of several customers, for suggestions; keys are whole numbers. */
export const whoAre = (customers: readonly number[]): Statement<WhoRow> => ({
  sql: `SELECT ${COLUMNS} FROM store.identities
    WHERE customer_id IN (${customers.map((key) => Math.trunc(key)).join(', ') || 'NULL'})`,
  params: [],
})

/** Into whom a customer was merged; only where edits are laid over the imports. */
export const whoBecame = (customer: number): Statement<{ readonly into_id: number }> => ({
  sql: 'SELECT into_id FROM edits.merged WHERE from_id = ?',
  params: [customer],
})
