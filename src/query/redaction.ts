import type { Statement } from './statement.ts'
import { FACT_TABLES } from './fact-tables.ts'
import type { PseudonymKeys } from '../model/pseudonym.ts'

/** Texts of tables that are not ours to know better: what a redacted copy may keep of them. */
const KEPT_TEXTS = new Set([
  'order_id',
  'product_id',
  'sku',
  'currency',
  'kind',
  'status',
  'channel',
  'country',
])
/** Tables without personal data: copied as they are. */
const PLAIN = new Set(['orders', 'lines', 'products'])

/** What people wrote, in tables whose other texts say nothing of them. */
const WRITTEN = new Set(['headline', 'body', 'reason'])

export interface FoundColumn {
  readonly table_name: string
  readonly column_name: string
  readonly data_type: string
}

/** A value as its pseudonym: a hash within a hash, each under a key of its own (NMAC, Bellare et al. 1996); nothing stays nothing. */
const pseudonym = (column: string, { inner, outer }: PseudonymKeys): string =>
  `CASE WHEN ${column} IS NULL THEN NULL ELSE 'p_' || left(sha256('${outer}' || sha256('${inner}' || ${column})), 24) END AS ${column}`

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const FACTS: Readonly<Record<string, { readonly columns: object }>> = FACT_TABLES
const isFact = (table: string, column: string): boolean => column in (FACTS[table]?.columns ?? {})

/** What a copy without personal data makes of a column: it keeps it, puts pseudonyms in its place, or leaves nothing. */
type Fate = 'kept' | 'pseudonym' | 'gone'

const IDENTITY_FATES: Readonly<Record<string, Fate>> = {
  identity: 'pseudonym',
  platform_id: 'pseudonym',
  customer_id: 'kept',
  country: 'kept',
}

/** What becomes of a column: known facts stay, texts that say nothing of persons, and everything that is no text. */
export function fateOf({ table_name, column_name, data_type }: FoundColumn): Fate {
  if (table_name === 'identities') return IDENTITY_FATES[column_name] ?? 'gone'
  if (table_name === 'events' && column_name === 'visitor') return 'pseudonym'
  const known = isFact(table_name, column_name) && !WRITTEN.has(column_name)
  const kept = known || PLAIN.has(table_name) || data_type !== 'VARCHAR' || KEPT_TEXTS.has(column_name)
  return kept ? 'kept' : 'gone'
}

function columnOf(column: FoundColumn, keys: PseudonymKeys): string {
  const name = quoted(column.column_name)
  const fate = fateOf(column)
  if (fate === 'pseudonym') return pseudonym(name, keys)
  return fate === 'kept' ? name : `CAST(NULL AS VARCHAR) AS ${name}`
}

/** What the catalogue says of the tables of an attached file. */
export const columnsIn = (alias: string) => ({
  sql: `SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE database_name = ? AND NOT internal
    ORDER BY table_name, column_index`,
  params: [alias],
})

/** Statements that copy every table of `source` to `target` without names, e-mails, phones: identities become pseudonyms. */
export function redactedCopy(
  target: string,
  source: string,
  columns: readonly FoundColumn[],
  keys: PseudonymKeys,
): readonly string[] {
  const tables = [...new Set(columns.map(({ table_name }) => table_name))]
  return tables.map((table) => {
    const own = columns.filter(({ table_name }) => table_name === table)
    const list = own.map((column) => columnOf(column, keys)).join(', ')
    return `CREATE TABLE ${target}.${quoted(table)} AS SELECT ${list} FROM ${source}.${quoted(table)}`
  })
}

/** Which of some names (in lower case, their words apart by one blank) people of an attached file have. */
export const namesAmong = (
  alias: string,
  names: readonly string[],
): Statement<{ readonly name: string }> => ({
  sql: `SELECT DISTINCT name FROM (
      SELECT trim(regexp_replace(lower(name), '[^\\p{L}\\p{M}\\p{N}''’-]+', ' ', 'g')) AS name FROM ${alias}.identities)
    WHERE name IN (SELECT unnest(string_split(?, chr(10))))`,
  params: [names.join('\n')],
})

/** Which of some phones, by their last digits, people of an attached file have. */
export const phonesAmong = (
  alias: string,
  phones: readonly string[],
  digits: number,
): Statement<{ readonly phone: string }> => ({
  sql: `SELECT DISTINCT phone FROM (SELECT right(regexp_replace(phone, '[^0-9]', '', 'g'), ${digits}) AS phone FROM ${alias}.identities)
    WHERE phone IN (SELECT unnest(string_split(?, chr(10))))`,
  params: [phones.join('\n')],
})
