import type { Called } from '../../model/customer-label.ts'
import type { Statement } from '../statement.ts'

/** By what these customers are called; erased ones are not there. */
export const customerNames = (ids: readonly number[]): Statement<Called> => ({
  sql: `SELECT customer_id, name, email, platform_id, phone FROM store.identities
    WHERE customer_id IN (SELECT CAST(unnest(string_split(?, ',')) AS INTEGER))`,
  params: [ids.join(',')],
})
