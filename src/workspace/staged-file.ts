import { archivist, type FileFacts } from '../jobs/archivist.ts'
import type { Control } from '../jobs/control.ts'
import type { Outcome } from '../model/outcome.ts'
import { randomBytes } from '../store/file/bytes.ts'
import { storeKey } from '../store/seal/lock.ts'
import { openWorkspaceDatabase, type WorkspaceDatabase } from '../store/workspace-database.ts'
import type { Session } from './session.ts'
import { inStaging } from './staging.ts'

/** Whether the open workspace has a passphrase: what is done for it leaves nothing on the disk in the clear. */
export const isGuarded = (session: Session): boolean =>
  session.isLocked() || session.keyOf(session.current().row.id) !== null

/** A file, and its password if it has one. */
export interface Given {
  readonly file: Blob
  readonly password: string | undefined
}

/**
 * Reads a file whole into a store of its own and works with that; nothing of it stays. Where the open workspace has a
 * passphrase, that store is encrypted with a key that is in the memory of this tab only.
 */
export const withStaged = <Value>(
  session: Session,
  { file, password }: Given,
  control: Control | undefined,
  work: (theirs: WorkspaceDatabase, facts: FileFacts) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> =>
  inStaging(async (id) => {
    const key = isGuarded(session) ? await storeKey(randomBytes(32)) : null
    const given = { file, password: password || undefined, id, key }
    const staged = await archivist.call('stage', given, control)
    if (!staged.ok) return staged
    const theirs = await openWorkspaceDatabase(id, key)
    try {
      return await work(theirs, staged.value)
    } finally {
      theirs.close({ disableAutoOpen: true })
    }
  })
