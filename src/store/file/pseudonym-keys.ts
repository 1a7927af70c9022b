import { hex } from '../../model/hex.ts'
import type { WorkspaceDatabase } from '../workspace-database.ts'
import { randomBytes, utf8 } from './bytes.ts'
import { purposeKey } from './keys.ts'
import type { PseudonymKeys } from '../../model/pseudonym.ts'

const KEY = 'pseudonym_key'

/** The key of this workspace's pseudonyms: it never leaves, so that the same person keeps the same one. */
export async function pseudonymKeys(database: WorkspaceDatabase): Promise<PseudonymKeys> {
  const kept = (await database.settings.get(KEY))?.value
  const key = typeof kept === 'string' ? kept : hex(randomBytes(32))
  if (key !== kept) await database.settings.put({ key: KEY, value: key })
  const of = async (purpose: string) => hex(await purposeKey(utf8(key), purpose))
  return { inner: await of('inner'), outer: await of('outer') }
}
