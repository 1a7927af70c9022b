import { columnsIn, fateOf, type FoundColumn } from './redaction.ts'
import type { Runner } from './statement.ts'

/** A column with personal data that a file would hold, and in how many rows it says something. */
export interface PersonalColumn {
  readonly column: string
  /** The column holds pseudonyms in place of what was there. */
  readonly pseudonym: boolean
  readonly rows: number
}

/** Who people are, what they wrote, and by what they are known, by table; the name is what the columns are told as. */
const PERSONAL: Readonly<Record<string, { readonly name: string; readonly columns: readonly string[] }>> = {
  identities: { name: 'customers', columns: ['identity', 'platform_id', 'email', 'name', 'phone'] },
  reviews: { name: 'reviews', columns: ['headline', 'body'] },
  refunds: { name: 'refunds', columns: ['reason'] },
  events: { name: 'events', columns: ['visitor'] },
}

interface Count {
  readonly rows: number
  readonly pseudonyms: boolean | null
}

/**
 * Counts the personal columns of an attached file (`alias`); with `redacted` those that a copy of it without personal
 * data would hold, which is not made for that.
 */
export async function countPersonal(
  runner: Runner,
  alias: string,
  redacted: boolean,
): Promise<PersonalColumn[]> {
  const counted: PersonalColumn[] = []
  for (const found of await runner.run<FoundColumn>(columnsIn(alias))) {
    const { table_name, column_name } = found
    const personal = PERSONAL[table_name]
    const fate = redacted ? fateOf(found) : 'kept'
    if (!personal?.columns.includes(column_name) || fate === 'gone') continue
    const [row] = await runner.run<Count>({
      sql: `SELECT CAST(count(${column_name}) AS DOUBLE) AS rows, bool_and(starts_with(${column_name}, 'p_')) AS pseudonyms
        FROM ${alias}.${table_name}`,
      params: [],
    })
    const column = `${personal.name}.${column_name}`
    const known = fateOf(found) === 'pseudonym' && row?.pseudonyms === true
    counted.push({ column, rows: row?.rows ?? 0, pseudonym: fate === 'pseudonym' || known })
  }
  return counted
}
