import type { WorkspaceRow } from '../store/records.ts'
import { removeSentinel, type Sentinel, strandedSentinels } from '../store/sentinel.ts'
import { deleteWorkspace, findWorkspace, listWorkspaces, putWorkspace } from '../store/workspace-list.ts'
import { openWorkspace, type Workspace } from './workspace.ts'

/** What the app has open: one workspace at a time, and the list of all. */
export interface Session {
  current(): Workspace
  list(): Promise<WorkspaceRow[]>
  /** Makes a workspace; it is not opened by this. */
  create(name: string, demo?: boolean): Promise<WorkspaceRow>
  rename(id: string, name: string): Promise<WorkspaceRow | undefined>
  /** Closes the open workspace and opens another; undefined when there is none of that id. */
  open(id: string): Promise<Workspace | undefined>
  /** Deletes a workspace and all it holds; when it is the open one, the next (or a new one) is opened. */
  remove(id: string): Promise<boolean>
  onSwitch(listener: (workspace: Workspace) => void): () => void
  /** Workspaces that were here at the last visit and are gone, without having been deleted: the browser lost them. */
  readonly lost: readonly Sentinel[]
}

const FIRST_NAME = 'Ventas'

/** Before any day: a workspace that was made and never opened is not the one that was open last. */
const NEVER = '0000-01-01T00:00:00Z'

const newRow = (name: string, demo: boolean): WorkspaceRow => ({
  id: crypto.randomUUID(),
  name,
  created_at: new Date().toISOString(),
  opened_at: NEVER,
  demo,
})

async function addRow(name: string, demo: boolean): Promise<WorkspaceRow> {
  const row = newRow(name, demo)
  await putWorkspace(row)
  return row
}

const opened = async (row: WorkspaceRow): Promise<Workspace> => {
  const workspace = await openWorkspace(row)
  await putWorkspace({ ...row, opened_at: new Date().toISOString() })
  return workspace
}

const lastOpened = async (): Promise<WorkspaceRow> => (await listWorkspaces())[0] ?? addRow(FIRST_NAME, false)

/** Makes work that runs one call after the other, in the order in which they were made. */
function inTurn<Given, Value>(work: (given: Given) => Promise<Value>): (given: Given) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve()
  return (given) => {
    const made = last.then(() => work(given))
    last = made.catch(() => {})
    return made
  }
}

/** Starts with the workspace that was open last, or with a first, empty one. */
export async function createSession(): Promise<Session> {
  const lost = strandedSentinels((await listWorkspaces()).map(({ id }) => id)).filter(({ rows }) => rows > 0)
  let workspace = await opened(await lastOpened())
  const listeners = new Set<(workspace: Workspace) => void>()

  /** Of two switches at once, both would close the same workspace and none the other. */
  const switchTo = inTurn(async (row: WorkspaceRow): Promise<Workspace> => {
    if (row.id === workspace.row.id) return workspace
    const before = workspace
    workspace = await opened(row)
    for (const listener of listeners) listener(workspace)
    await before.close()
    return workspace
  })

  return {
    lost,
    current: () => workspace,
    list: listWorkspaces,
    create: (name, demo = false) => addRow(name, demo),
    async rename(id, name) {
      const row = await findWorkspace(id)
      if (!row) return undefined
      const renamed = { ...row, name }
      await putWorkspace(renamed)
      if (id === workspace.row.id) {
        workspace = { ...workspace, row: renamed }
        for (const listener of listeners) listener(workspace)
      }
      return renamed
    },
    async open(id) {
      const row = await findWorkspace(id)
      return row && switchTo(row)
    },
    async remove(id) {
      const row = await findWorkspace(id)
      if (!row) return false
      if (id === workspace.row.id) {
        const next =
          (await listWorkspaces()).find((other) => other.id !== id) ?? (await addRow(FIRST_NAME, false))
        await switchTo(next)
      }
      await deleteWorkspace(id)
      await removeSentinel(id)
      return true
    },
    onSwitch(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
