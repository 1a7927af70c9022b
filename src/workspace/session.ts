import type { WorkspaceRow } from '../store/records.ts'
import { failure, type Outcome, success } from '../model/outcome.ts'
import { readableCopies } from '../store/rescue/copies.ts'
import { removeRescue } from '../store/rescue/folder.ts'
import { removeSentinel, type Sentinel, strandedSentinels } from '../store/sentinel.ts'
import {
  deleteWorkspace,
  findWorkspace,
  listWorkspaces,
  putWorkspace,
  whileListStands,
} from '../store/workspace-list.ts'
import type { Ending } from '../store/workspace-database.ts'
import { sweepStaging } from './staging.ts'
import { openWorkspace, type Workspace } from './workspace.ts'

/** What the app has open: one workspace at a time, and the list of all. */
export interface Session {
  current(): Workspace
  list(): Promise<WorkspaceRow[]>
  /** Makes a workspace; it is not opened by this. */
  create(name: string, demo?: boolean): Promise<WorkspaceRow>
  /** Puts a database that is there already (a file's content) into the list as a workspace; it is not opened by this. */
  adopt(id: string, name: string, demo: boolean): Promise<WorkspaceRow>
  rename(id: string, name: string): Promise<WorkspaceRow | undefined>
  /** Closes the open workspace and opens another; undefined when there is none of that id. */
  open(id: string): Promise<Workspace | undefined>
  /** Deletes a workspace and all it holds; when it is the open one, the next (or a new one) is opened. */
  remove(id: string): Promise<boolean>
  onSwitch(listener: (workspace: Workspace) => void): () => void
  /** Another tab has ended the use of the open workspace: deleted it (the next is opened), or a newer app took it over. */
  onEnd(listener: (row: WorkspaceRow, ending: Ending) => void): () => void
  /** Workspaces that were here at the last visit and are gone, without having been deleted: the browser lost them. */
  lost(): readonly Sentinel[]
  /** Puts a lost workspace back into the list, from its newest rescue copy, and opens it. NOT_FOUND: there is none. */
  bringBack(id: string): Promise<Outcome<WorkspaceRow>>
  /** Gives a lost workspace up for good: its rescue copies go. */
  forgetLost(id: string): Promise<void>
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

async function addRow(row: WorkspaceRow): Promise<WorkspaceRow> {
  await putWorkspace(row)
  return row
}

const opened = async (row: WorkspaceRow): Promise<Workspace> => {
  const workspace = await openWorkspace(row)
  await putWorkspace({ ...row, opened_at: new Date().toISOString() })
  return workspace
}

/** The workspace that was open last, or a first one: of two tabs at once, one makes it. */
const lastOpened = (but?: string): Promise<WorkspaceRow> =>
  whileListStands(async () => {
    const rows = await listWorkspaces()
    return rows.find(({ id }) => id !== but) ?? addRow(newRow(FIRST_NAME, false))
  })

/** Makes work that runs one call after the other, in the order in which they were made. */
function inTurn<Given, Value>(work: (given: Given) => Promise<Value>): (given: Given) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve()
  return (given) => {
    const made = last.then(() => work(given))
    last = made.catch(() => {})
    return made
  }
}

function createListeners<Told extends readonly unknown[]>() {
  const listeners = new Set<(...told: Told) => void>()
  return {
    tell(...told: Told) {
      for (const listener of listeners) listener(...told)
    },
    listen(listener: (...told: Told) => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** What dealing with lost workspaces needs of the session. */
interface Hands {
  current(): Workspace
  switchTo(row: WorkspaceRow): Promise<Workspace>
  remove(id: string): Promise<boolean>
}

/** The workspaces that the list has lost, and what can be done about them. */
function lostOnes(
  stranded: readonly Sentinel[],
  hands: Hands,
): Pick<Session, 'lost' | 'bringBack' | 'forgetLost'> {
  let lost = stranded
  const done = (id: string) => void (lost = lost.filter(({ workspace }) => workspace !== id))
  return {
    lost: () => lost,
    async bringBack(id) {
      const [copy] = await readableCopies(id)
      if (!copy) return failure('NOT_FOUND', `no rescue copy of workspace ${id}`)
      const before = hands.current()
      await putWorkspace(copy.workspace)
      const back = await hands.switchTo(copy.workspace)
      const outcome = await back.safety.rescue.restore(copy.made_at)
      if (!outcome.ok) return outcome
      done(id)
      // The empty one was only made because nothing was found.
      if (before.row.name === FIRST_NAME && before.generation() === 0) await hands.remove(before.row.id)
      return success(back.row)
    },
    async forgetLost(id) {
      done(id)
      await removeRescue(id)
      await removeSentinel(id)
    },
  }
}

const lostWithRows = async (): Promise<readonly Sentinel[]> => {
  const known = (await listWorkspaces()).map(({ id }) => id)
  return (await strandedSentinels(known)).filter(({ rows }) => rows > 0)
}

/** The database last: a crash before leaves a workspace that opens, one after leaves nothing. */
async function deleteAll(id: string): Promise<void> {
  await removeRescue(id)
  await removeSentinel(id)
  await deleteWorkspace(id)
}

/** Starts with the workspace that was open last, or with a first, empty one. */
export async function createSession(): Promise<Session> {
  void sweepStaging().catch(reportError)
  const stranded = await lostWithRows()
  let workspace = await opened(await lastOpened())
  const switches = createListeners<[workspace: Workspace]>()
  const ends = createListeners<[row: WorkspaceRow, ending: Ending]>()

  /** Of two switches at once, both would close the same workspace and none the other. */
  const switchTo = inTurn(async (row: WorkspaceRow): Promise<Workspace> => {
    if (row.id === workspace.row.id) return workspace
    const before = workspace
    workspace = await opened(row)
    follow(workspace)
    switches.tell(workspace)
    await before.close()
    return workspace
  })

  function follow({ row, database }: Workspace): void {
    void database.ended.then(async (ending) => {
      if (workspace.database !== database) return
      ends.tell(row, ending)
      if (ending === 'deleted') await switchTo(await lastOpened(row.id))
    })
  }
  follow(workspace)

  const remove = async (id: string) => {
    if (!(await findWorkspace(id))) return false
    if (id === workspace.row.id) await switchTo(await lastOpened(id))
    await deleteAll(id)
    return true
  }

  return {
    ...lostOnes(stranded, { current: () => workspace, switchTo, remove }),
    current: () => workspace,
    list: listWorkspaces,
    create: (name, demo = false) => addRow(newRow(name, demo)),
    adopt: (id, name, demo) => addRow({ ...newRow(name, demo), id }),
    async rename(id, name) {
      const row = await findWorkspace(id)
      if (!row) return undefined
      const renamed = { ...row, name }
      await putWorkspace(renamed)
      if (id === workspace.row.id) {
        workspace = { ...workspace, row: renamed }
        switches.tell(workspace)
      }
      return renamed
    },
    async open(id) {
      const row = await findWorkspace(id)
      return row && switchTo(row)
    },
    remove,
    onEnd: ends.listen,
    onSwitch: switches.listen,
  }
}
