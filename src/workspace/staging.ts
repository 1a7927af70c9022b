import type { Outcome } from '../model/outcome.ts'
import { deleteWorkspace, findWorkspace } from '../store/workspace-list.ts'

const PREFIX = 'ventas-staging-'
const lockOf = (id: string): string => `${PREFIX}${id}`

/** Deletes the database of an id, unless it has become a workspace of the list. */
async function clear(id: string): Promise<void> {
  if (!(await findWorkspace(id))) await deleteWorkspace(id)
  localStorage.removeItem(lockOf(id))
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
    localStorage.setItem(lockOf(id), new Date().toISOString())
    try {
      return await work(id)
    } finally {
      await clear(id)
    }
  })
}

/** Deletes what an earlier visit has left in the middle of its work. Only databases that were marked as such are touched. */
export async function sweepStaging(): Promise<void> {
  const marked = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))
  for (const key of marked)
    await navigator.locks.request(key, { ifAvailable: true }, async (lock) => {
      if (lock) await clear(key.slice(PREFIX.length))
    })
}
