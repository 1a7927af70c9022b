import { type HistoryEntry, type HistoryKind, noteChange } from '../store/history.ts'
import { openWorkspaceDatabase } from '../store/workspace-database.ts'
import type { Session } from './session.ts'

/** Writes an entry into the change history of a workspace, whether it is the open one or another. Throws where it is locked and no key is given. */
export async function noteIn(
  session: Session,
  id: string,
  kind: HistoryKind,
  facts: HistoryEntry['facts'],
  key: CryptoKey | null = session.keyOf(id),
): Promise<void> {
  const current = session.current()
  if (current.row.id === id && !session.isLocked()) return current.safety.history.note(kind, facts)
  const database = await openWorkspaceDatabase(id, key)
  try {
    await noteChange(database, kind, facts)
  } finally {
    database.close({ disableAutoOpen: true })
  }
}
