import type { WorkspaceRow } from '../store/records.ts'
import { failure, type Outcome, success } from '../model/outcome.ts'
import { closeEngineAhead, startEngineAhead } from '../query/duckdb.ts'
import { readableCopies } from '../store/rescue/copies.ts'
import { removeRescue } from '../store/rescue/folder.ts'
import { avoidBrokenStore } from '../store/second-store.ts'
import { removeSentinel, type Sentinel, strandedSentinels } from '../store/sentinel.ts'
import {
  deleteWorkspace,
  findWorkspace,
  listWorkspaces,
  putWorkspace,
  whileListStands,
} from '../store/workspace-list.ts'
import { type Ending, readLock } from '../store/workspace-database.ts'
import { inTurn } from './in-turn.ts'
import { createKeyring, type Keyring } from './keyring.ts'
import { createListeners } from './listeners.ts'
import { isLocked, lockedWorkspace, needsKey } from './locked-workspace.ts'
import { relist } from './relist.ts'
import { sweepLeftovers } from './staging.ts'
import { cleanLocked } from './unfinished.ts'
import { openWorkspace, type Workspace } from './workspace.ts'

/** What the app has open: one workspace at a time, and the list of all. */
export interface Session {
  current(): Workspace
  list(): Promise<WorkspaceRow[]>
  /** Makes a workspace; it is not opened by this. */
  create(name: string, demo?: boolean): Promise<WorkspaceRow>
  /** Puts a database that is there already (a file's content) into the list as a workspace; it is not opened by this. */
  adopt(row: Pick<WorkspaceRow, 'id' | 'name' | 'demo' | 'viewer'>): Promise<WorkspaceRow>
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
   * it has no passphrase any more; undefined: the work was not done). Opened again also when the work throws. The work is
   * given what tells the other tabs to close it and open it again.
   */
  whileClosed(
    id: string,
    work: (closeElsewhere: () => void) => Promise<CryptoKey | null | undefined>,
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

/** Now, or just after the last opening where the clock was set back since: what was opened last stays the last. */
async function nextOpening(): Promise<string> {
  const now = new Date().toISOString()
  const last = (await listWorkspaces())[0]?.opened_at ?? NEVER
  return last < now ? now : new Date(Date.parse(last) + 1).toISOString()
}

const opened = async (row: WorkspaceRow, key: CryptoKey | null): Promise<Workspace> => {
  const workspace = await openWorkspace(row, key).catch((cause: unknown) => {
    if (needsKey(cause)) {
      void cleanLocked(row.id).catch(reportError)
      return lockedWorkspace(row)
    }
    throw cause
  })
  // On a full disk the workspace opens all the same; only which one was open last is not written down.
  await putWorkspace({ ...row, opened_at: await nextOpening() }).catch(() => {})
  return workspace
}

/** The workspace that was open last, or a first one: of two tabs at once, one makes it. */
const lastOpened = (but?: string): Promise<WorkspaceRow> =>
  whileListStands(async () => {
    const rows = await listWorkspaces()
    return rows.find(({ id }) => id !== but) ?? addRow(newRow(FIRST_NAME, false))
  })

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

/** The one workspace that is open, and what changes it. */
interface Slot {
  current(): Workspace
  /** Shows another object for the same workspace, such as one with a new name. */
  replace(workspace: Workspace): void
  switchTo(row: WorkspaceRow): Promise<Workspace>
  /** Closes the open workspace, as far as it can be, runs work, and opens it again with the key that is there then. */
  reopen(work: () => Promise<void>): Promise<void>
  readonly onSwitch: Session['onSwitch']
  readonly onEnd: Session['onEnd']
}

function createSlot(first: Workspace, keyring: Keyring): Slot {
  let workspace = first
  const switches = createListeners<[workspace: Workspace]>()
  const ends = createListeners<[row: WorkspaceRow, ending: Ending]>()
  const show = (next: Workspace) => {
    workspace = next
    follow(next)
    switches.tell(next)
  }
  /** Of two switches at once, both would close the same workspace and none the other. */
  const switchTo = inTurn(async (row: WorkspaceRow): Promise<Workspace> => {
    if (row.id === workspace.row.id) return workspace
    const before = workspace
    show(await opened(row, keyring.get(row.id)))
    await before.close().catch(reportError)
    return workspace
  })
  const reopen = inTurn(async (work: () => Promise<void>): Promise<void> => {
    const { row } = workspace
    await workspace.close().catch(reportError)
    try {
      await work()
    } finally {
      show(await opened(row, keyring.get(row.id)))
    }
  })
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
  const replace = (next: Workspace) => {
    workspace = next
    switches.tell(next)
  }
  return {
    current: () => workspace,
    replace,
    switchTo,
    reopen,
    onSwitch: switches.listen,
    onEnd: ends.listen,
  }
}

type Locking = Pick<Session, 'isLocked' | 'keyOf' | 'lock' | 'unlock' | 'heedLock' | 'reload' | 'whileClosed'>

/** What the keys of this tab open and close. */
function createLocking(slot: Slot, keyring: Keyring): Locking {
  const reopenIf = (id: string, work: () => Promise<void>): Promise<void> =>
    id === slot.current().row.id ? slot.reopen(work) : work()
  keyring.listen((id) => void reopenIf(id, async () => {}).catch(reportError))
  return {
    isLocked: () => isLocked(slot.current()),
    keyOf: keyring.get,
    reload: () => slot.reopen(async () => {}),
    async heedLock() {
      const workspace = slot.current()
      if (keyring.get(workspace.row.id) || isLocked(workspace)) return
      if (await readLock(workspace.row.id)) await slot.reopen(async () => {})
    },
    async lock(id) {
      // The others first: closing an engine takes a while.
      keyring.tell(id)
      await reopenIf(id, async () => keyring.set(id, null))
    },
    unlock: (id, key) => reopenIf(id, async () => keyring.set(id, key)),
    async whileClosed(id, work) {
      let key: CryptoKey | null | undefined
      await reopenIf(id, async () => {
        key = await work(() => keyring.tell(id))
        if (key !== undefined) keyring.set(id, key)
      })
      return key
    },
  }
}

/** Starts with the workspace that was open last, or with a first, empty one. */
export async function createSession(): Promise<Session> {
  startEngineAhead()
  await avoidBrokenStore()
  void sweepLeftovers().catch(reportError)
  const stranded = await whileListStands(async () => relist(await lostWithRows(), FIRST_NAME))
  const keyring = createKeyring()
  const slot = createSlot(await opened(await lastOpened(), null), keyring)
  if (isLocked(slot.current())) void closeEngineAhead()
  const locking = createLocking(slot, keyring)
  const remove = async (id: string) => {
    if (!(await findWorkspace(id))) return false
    if (id === slot.current().row.id) await slot.switchTo(await lastOpened(id))
    await deleteAll(id)
    return true
  }
  return {
    ...lostOnes(stranded, { ...slot, remove, heedLock: locking.heedLock }),
    ...locking,
    current: slot.current,
    list: listWorkspaces,
    create: (name, demo = false) => addRow(newRow(name, demo)),
    adopt: (row) => addRow({ ...newRow(row.name, row.demo), ...row }),
    async rename(id, name) {
      const row = await findWorkspace(id)
      if (!row) return undefined
      const renamed = { ...row, name }
      await putWorkspace(renamed)
      const open = slot.current()
      if (id === open.row.id)
        slot.replace(isLocked(open) ? lockedWorkspace(renamed) : { ...open, row: renamed })
      return renamed
    },
    async open(id) {
      const row = await findWorkspace(id)
      return row && slot.switchTo(row)
    },
    remove,
    onEnd: slot.onEnd,
    onSwitch: slot.onSwitch,
  }
}
