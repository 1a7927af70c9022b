import type { ErasedList } from '../../model/erasure.ts'
import { literal } from '../staging/sql-text.ts'

/** Columns by which a person of the erased list is known again. */
export const KNOWN_BY = ['identity', 'email', 'platform_id', 'phone'] as const

/** The folded key carries its kind: 'id:17850', 'tel:+34600…'. */
export const bareOf = (column: string): string => `regexp_replace(${column}, '^(id|tel):', '')`

/** The salted hash of a column, folded as the list folds it. */
export const hashed = (salt: string, column: string): string => `sha256(${literal(salt)} || lower(${column}))`

/** Rows `(hash, name)` of everybody on the list, for VALUES. */
export const erasedRows = ({ people }: ErasedList, nameOf: (token: string) => string): string =>
  people
    .flatMap(({ token, hashes }) => hashes.map((hash) => `(${literal(hash)}, ${literal(nameOf(token))})`))
    .join(', ')
