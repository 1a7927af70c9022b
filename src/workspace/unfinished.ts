import { compactStore } from '../store/compact.ts'
import { sweepScratches } from '../store/file/scratch-folder.ts'
import { noteChange } from '../store/history.ts'
import { oneRescueAtATime, removeRescue } from '../store/rescue/folder.ts'
import { scrubDatabase } from '../store/scrub.ts'
import { endUnfinished, leaveUnfinished, readUnfinished } from '../store/unfinished.ts'
import { WorkspaceDatabase } from '../store/workspace-database.ts'
import { eraseAgain } from './privacy/erase-again.ts'
import { erasedLists } from './privacy/erased-list.ts'
import type { Rescue } from './rescue/rescue.ts'

/**
 * Erases people again whom a restore has brought back, where the browser was stopped between the two. Called before
 * anything of a workspace is shown; waits while another tab is at it. What cannot be done now is tried at the next start.
 */
export async function eraseUnfinished(id: string, database: WorkspaceDatabase): Promise<void> {
  if ((await readUnfinished(database)) !== 'erase') return
  await oneRescueAtATime(id, async () => {
    if ((await readUnfinished(database)) !== 'erase') return
    const again = await eraseAgain(database, await erasedLists(database))
    if (again.ok) {
      await leaveUnfinished(database, 'clean')
      const { people } = again.value
      if (people > 0) await noteChange(database, 'erasure', { people })
    } else reportError(new Error(again.failure.detail))
  })
}

/** What the disk still knows of before goes: files in the making, rescue copies, bytes that were overwritten. */
async function cleanDisk(id: string): Promise<void> {
  await sweepScratches(true)
  await scrubDatabase(id).catch(reportError)
  await compactStore().catch(reportError)
}

/** Cleans the disk where the browser was stopped before that was done. */
export async function cleanUnfinished(
  database: WorkspaceDatabase,
  id: string,
  rescue: Rescue,
): Promise<void> {
  if ((await readUnfinished(database)) !== 'clean') return
  await rescue.renew('erasure')
  await cleanDisk(id)
  await endUnfinished(database)
}

/** The same for a locked workspace, without its key: rescue copies of before go, and no new one is made. */
export async function cleanLocked(id: string): Promise<void> {
  const database = new WorkspaceDatabase(id)
  try {
    if ((await readUnfinished(database)) !== 'clean') return
    await removeRescue(id)
    await cleanDisk(id)
    await endUnfinished(database)
  } finally {
    database.close({ disableAutoOpen: true })
  }
}
