import type { ErasedList } from '../../model/erasure.ts'
import type { PersonRow } from '../sql/person.ts'
import type { Statement } from '../statement.ts'
import { bareOf, erasedRows, hashed, KNOWN_BY } from './hashes.ts'

/** Somebody in a part who was erased before. */
export interface FoundAgain extends PersonRow {
  readonly identity: string
  readonly token: string
}

/** People of an attached part who are on an erased list and still say who they are. */
export function erasedIn(alias: string, list: ErasedList): Statement<FoundAgain> {
  const keys = [...KNOWN_BY.map((column) => `i.${column}`), bareOf('i.identity')]
  const hits = keys.map((key) => hashed(list.salt, key)).join(', ')
  return {
    sql: `SELECT CAST(i.customer_id AS DOUBLE) AS customer_id, i.identity, i.platform_id, i.email, i.name, i.phone, i.country, min(e.token) AS token
      FROM ${alias}.identities i JOIN (VALUES ${erasedRows(list, (token) => token)}) e(hash, token) ON e.hash IN (${hits})
      WHERE i.identity NOT LIKE 'erased:%' GROUP BY ALL ORDER BY 1, 2`,
    params: [],
  }
}
