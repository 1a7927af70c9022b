import type { ErasedList } from '../../model/erasure.ts'
import { sha256 } from '../../store/sha256.ts'
import type { WorkspaceDatabase } from '../../store/workspace-database.ts'

const SALT = 'erasure_salt'

/** The salt of a workspace's erased list; made when it is first asked for. */
export async function erasureSalt(database: WorkspaceDatabase): Promise<string> {
  const known = (await database.settings.get(SALT))?.value
  if (typeof known === 'string') return known
  const salt = crypto.randomUUID()
  await database.settings.put({ key: SALT, value: salt })
  return salt
}

/** Who was erased, for an import to leave out; null when nobody was. */
export async function erasedList(database: WorkspaceDatabase): Promise<ErasedList | null> {
  const rows = await database.records('erased').toArray()
  if (rows.length === 0) return null
  return {
    salt: await erasureSalt(database),
    people: rows.map(({ id, data }) => ({ token: id, hashes: data['hashes'] as readonly string[] })),
  }
}

/** Salted hashes of what a person is known by, folded as imports fold it. */
export const hashesOf = (salt: string, texts: readonly string[]): Promise<string[]> =>
  Promise.all([...new Set(texts.map((text) => text.toLowerCase()))].map((text) => sha256(salt + text)))
