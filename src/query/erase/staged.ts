import { type ErasedList, tombstoneOf } from '../../model/erasure.ts'
import type { BulkEngine } from '../statement.ts'

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`

const KNOWN_BY = ['identity', 'email', 'platform_id', 'phone'] as const

/** An e-mail address within a raw row. */
const ADDRESS = String.raw`[^\s"'',;<>|]+@[^\s"'',;<>|]+`

const rowsOf = ({ people }: ErasedList): string =>
  people
    .flatMap(({ token, hashes }) => hashes.map((hash) => `(${text(hash)}, ${text(tombstoneOf(token))})`))
    .join(', ')

/** The folded key carries its kind: 'id:17850', 'tel:+34600…'. */
const bare = `regexp_replace(identity, '^(id|tel):', '')`

const hashed = (salt: string, column: string): string => `sha256(${text(salt)} || lower(${column}))`

const gone = (list: ErasedList): readonly string[] => [
  `CREATE OR REPLACE TABLE stage.erased AS SELECT * FROM (VALUES ${rowsOf(list)}) e(hash, tombstone)`,
  `CREATE OR REPLACE TABLE stage.gone AS
   SELECT p.identity, any_value(e.tombstone) AS tombstone FROM (
     ${KNOWN_BY.map((column) => `SELECT identity, ${hashed(list.salt, column)} AS hash FROM stage.identities`).join(' UNION ALL ')}
     UNION ALL SELECT DISTINCT identity, ${hashed(list.salt, 'identity')} FROM stage.orders
     UNION ALL SELECT DISTINCT identity, ${hashed(list.salt, bare)} FROM stage.orders) p
   JOIN stage.erased e ON e.hash = p.hash WHERE p.identity IS NOT NULL GROUP BY p.identity`,
  `UPDATE stage.identities SET identity = g.tombstone, platform_id = NULL, email = NULL, name = NULL, phone = NULL, country = NULL
   FROM stage.gone g WHERE g.identity = stage.identities.identity`,
  `UPDATE stage.orders SET identity = g.tombstone FROM stage.gone g WHERE g.identity = stage.orders.identity`,
  `UPDATE stage.refused SET raw = '' WHERE list_has_any(
     list_transform(regexp_extract_all(raw, ${text(ADDRESS.replaceAll("''", "'"))}), x -> sha256(${text(list.salt)} || lower(x))),
     (SELECT list(hash) FROM stage.erased))`,
]

const isView = async (engine: BulkEngine): Promise<boolean> => {
  const [row] = await engine.run<{ views: number }>({
    sql: `SELECT CAST(count(*) AS DOUBLE) AS views FROM duckdb_views() WHERE schema_name = 'stage' AND view_name = 'lines'`,
    params: [],
  })
  return Boolean(row?.views)
}

/**
 * Takes people who were erased out of what an import brings, before it is merged: their rows stay under the key that
 * the store has kept for them, so that the same file again changes nothing. Does nothing without an erased list.
 */
export async function eraseStaged(engine: BulkEngine, list: ErasedList | null): Promise<void> {
  if (!list || list.people.length === 0) return
  for (const sql of gone(list)) await engine.exec(sql)
  await engine.exec(`ALTER ${(await isView(engine)) ? 'VIEW' : 'TABLE'} stage.lines RENAME TO lines_as_read`)
  await engine.exec(`CREATE VIEW stage.lines AS SELECT l.* REPLACE (coalesce(g.tombstone, l.identity) AS identity)
    FROM stage.lines_as_read l LEFT JOIN stage.gone g ON g.identity = l.identity`)
}
