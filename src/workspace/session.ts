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
import { type Ending, readLock } from '../store/workspace-database.ts'
import { createKeyring } from './keyring.ts'
import { isLocked, lockedWorkspace, needsKey } from './locked-workspace.ts'
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
  /** Whether the open workspace is locked: nothing of it can be read. */
  isLocked(): boolean
  /** Key of a workspace with a passphrase, where this tab has it. */
  keyOf(id: string): CryptoKey | null
  lock(id: string): Promise<void>
  unlock(id: string, key: CryptoKey): Promise<void>
  /** Closes the open workspace and opens it again, so that all is read anew. */
  reload(): Promise<void>
  /** Opens the workspace again when a restore has brought rows that it has no key to: it is locked then. */
  heedLock(): Promise<void>
  /**
   * Runs work on a workspace that is not open here meanwhile, then opens it with the key that the work answers (null:
   * it has no passphrase any more; undefined: the work was not done). Opened again also when the work throws.
   */
  whileClosed(
    id: string,
    work: () => Promise<CryptoKey | null | undefined>,
  ): Promise<CryptoKey | null | undefined>
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

const opened = async (row: WorkspaceRow, key: CryptoKey | null): Promise<Workspace> => {
  const workspace = await openWorkspace(row, key).catch((cause: unknown) => {
    if (needsKey(cause)) return lockedWorkspace(row)
    throw cause
  })
  // On a full disk the workspace opens all the same; only which one was open last is not written down.
  await putWorkspace({ ...row, opened_at: new Date().toISOString() }).catch(() => {})
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
  heedLock(): Promise<void>
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
      await hands.heedLock()
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
  const keyring = createKeyring()
  let workspace = await opened(await lastOpened(), null)
  const switches = createListeners<[workspace: Workspace]>()
  const ends = createListeners<[row: WorkspaceRow, ending: Ending]>()

  /** Of two switches at once, both would close the same workspace and none the other. */
  const switchTo = inTurn(async (row: WorkspaceRow): Promise<Workspace> => {
    if (row.id === workspace.row.id) return workspace
    const before = workspace
    workspace = await opened(row, keyring.get(row.id))
    follow(workspace)
    switches.tell(workspace)
    await before.close()
    return workspace
  })

  /** Closes the open workspace, runs work, and opens it again with the key that is there then. */
  const reopen = inTurn(async (work: () => Promise<void>): Promise<void> => {
    const { row } = workspace
    await workspace.close()
    try {
      await work()
    } finally {
      workspace = await opened(row, keyring.get(row.id))
      follow(workspace)
      switches.tell(workspace)
    }
  })
  const reopenIf = (id: string, work: () => Promise<void>): Promise<void> =>
    id === workspace.row.id ? reopen(work) : work()
  const heedLock = async (): Promise<void> => {
    const { id } = workspace.row
    if (!keyring.get(id) && !isLocked(workspace) && (await readLock(id))) await reopen(async () => {})
  }
  keyring.listen((id) => void reopenIf(id, async () => {}).catch(reportError))

  function follow(opening: Workspace): void {
    if (isLocked(opening)) return
    const { row, database } = opening
    void database.ended.then(async (ending) => {
      if (isLocked(workspace) || workspace.database !== database) return
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
    ...lostOnes(stranded, { current: () => workspace, switchTo, remove, heedLock }),
    isLocked: () => isLocked(workspace),
    keyOf: keyring.get,
    async lock(id) {
      await reopenIf(id, async () => keyring.set(id, null))
      keyring.tell(id)
    },
    heedLock,
    reload: () => reopen(async () => {}),
    unlock: (id, key) => reopenIf(id, async () => keyring.set(id, key)),
    async whileClosed(id, work) {
      let key: CryptoKey | null | undefined
      await reopenIf(id, async () => {
        key = await work()
        if (key !== undefined) keyring.set(id, key)
      })
      keyring.tell(id)
      return key
    },
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
        workspace = isLocked(workspace) ? lockedWorkspace(renamed) : { ...workspace, row: renamed }
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
