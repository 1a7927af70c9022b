import type { Outcome } from '../model/outcome.ts'
import { sweepScratches } from '../store/file/scratch-folder.ts'
import { listStaged, markStaged, unmarkStaged } from '../store/staged-list.ts'
import { deleteWorkspace, findWorkspace } from '../store/workspace-list.ts'
import { storageFailure } from './storage-failure.ts'

const lockOf = (id: string): string => `ventas-staging-${id}`

/** Deletes the database of an id, unless it has become a workspace of the list. */
async function clear(id: string): Promise<void> {
  if (!(await findWorkspace(id))) await deleteWorkspace(id)
  await unmarkStaged(id)
}

/**
 * Runs work that fills a new database under an id of its own, which no list names yet. What does not end well, also
 * because the browser is ended in the middle, is deleted: at once, or at the next start.
 */
export async function inStaging<Value>(
  work: (id: string) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const id = crypto.randomUUID()
  return navigator.locks.request(lockOf(id), async () => {
    try {
      await markStaged(id)
      return await work(id)
    } catch (cause) {
      return storageFailure(cause)
    } finally {
      await clear(id)
    }
  })
}

/** Deletes what an earlier visit has left in the middle of its work. Only databases that were marked as such are touched. */
async function sweepStaging(): Promise<void> {
  for (const id of await listStaged())
    await navigator.locks.request(lockOf(id), { ifAvailable: true }, async (lock) => {
      if (lock) await clear(id)
    })
}

/** Held by every tab as long as it is there. */
const TABS = 'ventas-tabs'

/** Deletes what a browser that was ended in the middle of its work has left: files in the making, unless another tab may be at them, and staged databases. */
export async function sweepLeftovers(): Promise<void> {
  await navigator.locks.request(TABS, { ifAvailable: true }, async (alone) => {
    if (alone) await sweepScratches(true)
  })
  void navigator.locks.request(TABS, { mode: 'shared' }, () => new Promise(() => {}))
  await sweepStaging()
}
