import {
  type HistoryEntry,
  type HistoryKind,
  type HistoryState,
  noteChange,
  readHistory,
  readMark,
  verifyHistory,
} from '../store/history.ts'
import type { ManifestRow, WorkspaceRow } from '../store/records.ts'
import type { WorkspaceDatabase } from '../store/workspace-database.ts'
import { checkFiles, checkIntegrity, type Integrity } from './integrity.ts'
import { createRescue, type Rescue } from './rescue/rescue.ts'
import { askToPersistOnce } from './storage-use.ts'

/** What keeps the data of a workspace: whether all is there, copies beside the database, the history of changes. */
export interface Safety {
  /** Whether what was saved is there: as found at start, then after every change. */
  integrity(): Integrity
  /** Calls back when `integrity` has changed; returns the way to stop it. */
  onIntegrity(listener: () => void): () => void
  readonly rescue: Rescue
  readonly history: History
  /** Called with every generation of this tab, once it is stored. */
  onGeneration(manifest: ManifestRow): Promise<void>
  close(): void
}

/** The change history: what was done, each entry chained to the one before. An owner of the data can rewrite it all: it is no proof. */
export interface History {
  note(kind: HistoryKind, facts: HistoryEntry['facts']): Promise<void>
  /** Oldest first. */
  list(): Promise<readonly HistoryEntry[]>
  /** Whether the chain holds, and its head, which reports carry. */
  state(): Promise<HistoryState>
}

const createHistory = (database: WorkspaceDatabase): History => ({
  note: async (kind, facts) => void (await noteChange(database, kind, facts)),
  list: () => readHistory(database),
  state: async () => verifyHistory(await readHistory(database), readMark(database)),
})

const FIRST_LOOK_MS = 5_000
const LOOK_EVERY_MS = 60_000

/** Looks after the store while the app is open: the files a while after the start, the rescue once a minute. */
function watchOver(firstLook: () => Promise<void>, look: () => Promise<unknown>): () => void {
  // What fails here is told by the next start, or by whoever reads: a watch must not disturb.
  const first = setTimeout(() => void firstLook().catch(() => {}), FIRST_LOOK_MS)
  const every = setInterval(() => void look().catch(() => {}), LOOK_EVERY_MS)
  return () => {
    clearTimeout(first)
    clearInterval(every)
  }
}

/** Takes care of an open workspace; `announce` shows a generation that a restore has made, here and in other tabs. */
export async function createSafety(
  row: WorkspaceRow,
  database: WorkspaceDatabase,
  announce: (manifest: ManifestRow) => Promise<void>,
): Promise<Safety> {
  let integrity = await checkIntegrity(row.id, database)
  const listeners = new Set<() => void>()
  const history = createHistory(database)
  const setIntegrity = (found: Integrity) => {
    const changed = found.state !== integrity.state
    integrity = found
    if (changed) for (const listener of listeners) listener()
  }
  const rescue = createRescue(row, database, () => integrity.state === 'ok', announce)
  const stop = watchOver(
    async () => {
      if (integrity.state === 'ok') setIntegrity(await checkFiles(database))
      await rescue.makeIfDue()
    },
    () => rescue.makeIfDue(),
  )
  return {
    rescue,
    history,
    integrity: () => integrity,
    onIntegrity(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async onGeneration({ cause, generation, rows }) {
      if (cause.kind !== 'start') await history.note(cause.kind, { import: cause.import, generation, rows })
      setIntegrity(await checkIntegrity(row.id, database))
      void askToPersistOnce()
    },
    close: stop,
  }
}
