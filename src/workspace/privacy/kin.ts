import type { ErasedList } from '../../model/erasure.ts'
import { openWorkspaceDatabase, type WorkspaceDatabase } from '../../store/workspace-database.ts'
import type { Session } from '../session.ts'
import { erasedLists } from './erased-list.ts'

/** Erased lists that a file's content falls under. `locked`: a workspace could not be asked, since it is locked. */
export interface KinLists {
  readonly lists: readonly ErasedList[]
  readonly locked: boolean
}

/** Whether two stores have grown from the same: one is a copy of the other, or an import went into both. */
async function isKin(own: WorkspaceDatabase, imports: ReadonlySet<string>): Promise<boolean> {
  const keys = await own.imports.toCollection().primaryKeys()
  return keys.some((id) => imports.has(id))
}

/**
 * Who was erased here from the same data that a file brings: out of every workspace of this device that the file was
 * made of, or that shares an import with it. Another shop's list is none of its business.
 */
export async function kinLists(
  session: Session,
  given: WorkspaceDatabase,
  source: string,
): Promise<KinLists> {
  const imports = new Set(await given.imports.toCollection().primaryKeys())
  const lists: ErasedList[] = []
  let locked = false
  for (const row of await session.list()) {
    const own = await openWorkspaceDatabase(row.id, session.keyOf(row.id)).catch(() => null)
    if (!own) locked = true
    else {
      if (row.id === source || (await isKin(own, imports))) lists.push(...(await erasedLists(own)))
      own.close({ disableAutoOpen: true })
    }
  }
  return { lists, locked }
}
