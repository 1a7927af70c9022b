import type { WorkspaceRow } from '../store/records.ts'
import { readableCopies } from '../store/rescue/copies.ts'
import type { Sentinel } from '../store/sentinel.ts'
import { storedGeneration } from '../store/stored-generation.ts'
import { findWorkspace, putWorkspace } from '../store/workspace-list.ts'

async function rowOf(id: string, name: string): Promise<WorkspaceRow> {
  const [copy] = await readableCopies(id)
  const now = new Date().toISOString()
  return { ...(copy?.workspace ?? { id, name, created_at: now, demo: false }), opened_at: now }
}

/**
 * Puts workspaces back into the list that it has lost while their databases stand, as a full disk was seen to do: all
 * that was saved is there then, which no rescue copy can say. Answers those that are lost indeed.
 */
export async function relist(stranded: readonly Sentinel[], name: string): Promise<readonly Sentinel[]> {
  const lost: Sentinel[] = []
  for (const sentinel of stranded) {
    const id = sentinel.workspace
    const found = await storedGeneration(id)
    if (found === null || found < sentinel.generation) lost.push(sentinel)
    // Where the disk is still full, it is told as lost until the next start.
    else if (!(await findWorkspace(id)))
      await putWorkspace(await rowOf(id, name)).catch(() => lost.push(sentinel))
  }
  return lost
}
