import { Dexie, type EntityTable } from 'dexie'
import type { WorkspaceRow } from './records.ts'

class ListDatabase extends Dexie {
  declare workspaces: EntityTable<WorkspaceRow, 'id'>
  constructor() {
    super('ventas', { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ workspaces: 'id, opened_at' })
    this.on('versionchange', () => {
      this.close({ disableAutoOpen: true })
      return false
    })
  }
}

let database: ListDatabase | undefined
const list = () => (database ??= new ListDatabase()).workspaces

/** All workspaces, last opened first. */
export async function listWorkspaces(): Promise<WorkspaceRow[]> {
  const read = () => list().orderBy('opened_at').reverse().toArray()
  // Over damaged files Chrome refuses once, and then opens an empty database: the sentinels tell.
  return read().catch(() => {
    database?.close()
    database = undefined
    return read()
  })
}

export const findWorkspace = (id: string): Promise<WorkspaceRow | undefined> => list().get(id)

/** Adds a workspace to the list, or changes its entry. */
export const putWorkspace = async (row: WorkspaceRow): Promise<void> => void (await list().put(row))

/** Runs `work` while no other tab makes or takes away workspaces. */
export const whileListStands = <Value>(work: () => Promise<Value>): Promise<Value> =>
  navigator.locks.request('ventas-list', work)

/** Deletes a workspace with all that it holds. Tabs that have it open are told by their `ended`. */
export async function deleteWorkspace(id: string): Promise<void> {
  await Dexie.delete(`ventas-${id}`)
  await list().delete(id)
}
