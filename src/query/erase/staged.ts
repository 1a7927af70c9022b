import { type ErasedList, tombstoneOf } from '../../model/erasure.ts'
import { literal } from '../staging/sql-text.ts'
import type { BulkEngine } from '../statement.ts'
import { bareOf, erasedRows, hashed, KNOWN_BY } from './hashes.ts'

/** An e-mail address within a raw row. */
const ADDRESS = String.raw`[^\s"',;<>|]+@[^\s"',;<>|]+`

/** Whether an address in a text is that of somebody erased. */
const namesThem = (salt: string, column: string): string =>
  `list_has_any(list_transform(regexp_extract_all(${column}, ${literal(ADDRESS)}), x -> sha256(${literal(salt)} || lower(x))),
     (SELECT list(hash) FROM stage.erased))`

/** What they wrote, and what names their address: as it was left when they were erased. */
const unwritten = (salt: string): string =>
  ['headline', 'body']
    .map(
      (column) => `${column} = CASE WHEN theirs OR ${namesThem(salt, column)} THEN NULL ELSE ${column} END`,
    )
    .join(', ')

/** Reviews come as a table, with the person's folded key in it. */
const reviewsOf = ({ salt }: ErasedList): readonly string[] => [
  `CREATE OR REPLACE TABLE stage.written AS SELECT r.row_key, g.tombstone, g.tombstone IS NOT NULL
     OR coalesce(${hashed(salt, "'order:' || r.order_id")} IN (SELECT hash FROM stage.erased), false) AS theirs
   FROM stage.reviews r LEFT JOIN stage.gone g ON g.identity = r.identity`,
  `UPDATE stage.reviews r SET identity = coalesce(w.tombstone, r.identity), ${unwritten(salt)} FROM stage.written w WHERE w.row_key = r.row_key`,
]

const gone = (list: ErasedList): readonly string[] => [
  `CREATE OR REPLACE TABLE stage.erased AS SELECT * FROM (VALUES ${erasedRows(list, tombstoneOf)}) e(hash, tombstone)`,
  `CREATE OR REPLACE TABLE stage.gone AS
   SELECT p.identity, any_value(e.tombstone) AS tombstone FROM (
     ${KNOWN_BY.map((column) => `SELECT identity, ${hashed(list.salt, column)} AS hash FROM stage.identities`).join(' UNION ALL ')}
     UNION ALL SELECT DISTINCT identity, ${hashed(list.salt, 'identity')} FROM stage.orders
     UNION ALL SELECT DISTINCT identity, ${hashed(list.salt, bareOf('identity'))} FROM stage.orders) p
   JOIN stage.erased e ON e.hash = p.hash WHERE p.identity IS NOT NULL GROUP BY p.identity`,
  `UPDATE stage.identities SET identity = g.tombstone, platform_id = NULL, email = NULL, name = NULL, phone = NULL, country = NULL
   FROM stage.gone g WHERE g.identity = stage.identities.identity`,
  `UPDATE stage.orders SET identity = g.tombstone FROM stage.gone g WHERE g.identity = stage.orders.identity`,
  `UPDATE stage.refused SET raw = '' WHERE ${namesThem(list.salt, 'raw')}`,
  ...reviewsOf(list),
]

const isView = async (engine: BulkEngine): Promise<boolean> => {
  const [row] = await engine.run<{ views: number }>({
    sql: `SELECT CAST(count(*) AS DOUBLE) AS views FROM duckdb_views() WHERE schema_name = 'stage' AND view_name = 'lines'`,
    params: [],
  })
  return Boolean(row?.views)
}

async function eraseBy(engine: BulkEngine, list: ErasedList, round: number): Promise<void> {
  for (const sql of gone(list)) await engine.exec(sql)
  // Each list has its own `gone`: the view of its round must find it when it is read.
  await engine.exec(`CREATE TABLE stage.gone_${round} AS SELECT * FROM stage.gone`)
  await engine.exec(
    `ALTER ${(await isView(engine)) ? 'VIEW' : 'TABLE'} stage.lines RENAME TO lines_as_read_${round}`,
  )
  await engine.exec(`CREATE VIEW stage.lines AS SELECT l.* REPLACE (coalesce(g.tombstone, l.identity) AS identity)
    FROM stage.lines_as_read_${round} l LEFT JOIN stage.gone_${round} g ON g.identity = l.identity`)
}

/**
 * Takes people who were erased out of what an import brings, before it is merged: their rows stay under the key that
 * the store has kept for them, so that the same file again changes nothing. Does nothing without an erased list.
 */
export async function eraseStaged(engine: BulkEngine, lists: readonly ErasedList[]): Promise<void> {
  for (const [round, list] of lists.entries()) if (list.people.length > 0) await eraseBy(engine, list, round)
}
