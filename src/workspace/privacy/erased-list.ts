import type { ErasedList } from '../../model/erasure.ts'
import type { StoredRecord } from '../../store/records.ts'
import { isSealed } from '../../store/seal/vault.ts'
import { sha256 } from '../../store/sha256.ts'
import type { WorkspaceDatabase } from '../../store/workspace-database.ts'
import { groupedBy } from '../../model/grouped.ts'

const SALT = 'erasure_salt'

/** The salt of a workspace's erased list; made when it is first asked for. Throws where there is one that cannot be read. */
export async function erasureSalt(database: WorkspaceDatabase): Promise<string> {
  const row = await database.settings.get(SALT)
  // Another one in its place would make the whole list worthless.
  if (isSealed(row)) throw new Error('the salt of the erased list cannot be read without the key')
  const known = row?.value
  if (typeof known === 'string') return known
  const salt = crypto.randomUUID()
  await database.settings.put({ key: SALT, value: salt })
  return salt
}

/** Whether somebody was erased, and who cannot be read without the key of the workspace. */
export const erasedUnreadable = async (database: WorkspaceDatabase): Promise<boolean> =>
  (await database.records('erased').toArray()).some(isSealed)

const saltOf = ({ data }: StoredRecord, own: string): string =>
  typeof data['salt'] === 'string' ? data['salt'] : own

const hashesIn = ({ data }: StoredRecord): readonly string[] =>
  Array.isArray(data['hashes'])
    ? data['hashes'].filter((hash): hash is string => /^[0-9a-f]{64}$/.test(String(hash)))
    : []

const TOKEN = /^[\w-]{1,64}$/

/** Who was erased, by salt: a list that came with a file keeps its own. None when nobody was. */
export async function erasedLists(database: WorkspaceDatabase): Promise<readonly ErasedList[]> {
  const rows = (await database.records('erased').toArray()).filter(({ id }) => TOKEN.test(id))
  if (rows.length === 0) return []
  const own = await erasureSalt(database)
  const bySalt = groupedBy(rows, (row) => saltOf(row, own))
  return [...bySalt].map(([salt, people]) => ({
    salt,
    people: people.map((row) => ({ token: row.id, hashes: hashesIn(row) })),
  }))
}

/** Rows of an erased list as they stand in another workspace: with the salt that they were made with. */
export async function erasedElsewhere(
  database: WorkspaceDatabase,
  rows: readonly StoredRecord[],
): Promise<readonly StoredRecord[]> {
  if (rows.length === 0) return rows
  const salt = await erasureSalt(database)
  return rows.map((row) => ({ ...row, data: { ...row.data, salt: saltOf(row, salt) } }))
}

/** Salted hashes of what a person is known by, folded as imports fold it. */
export const hashesOf = (salt: string, texts: readonly string[]): Promise<string[]> =>
  Promise.all([...new Set(texts.map((text) => text.toLowerCase()))].map((text) => sha256(salt + text)))
