import type { WorkspaceRow } from '../store/records.ts'
import type { Workspace } from './workspace.ts'

/** The workspace has a passphrase and this tab has no key to it. */
class LockedStore extends Error {
  override name = 'LockedStore'
}

const locked = new WeakSet<Workspace>()

/** Whether a workspace stands there only by its name, because it is locked. */
export const isLocked = (workspace: Workspace): boolean => locked.has(workspace)

/** Whether a workspace could not be opened because it has a passphrase. */
export const needsKey = (cause: unknown): boolean => cause instanceof Error && cause.name === 'LockedStore'

/**
 * What stands in the place of a locked workspace: its row is known, nothing is ever announced, and whoever asks for
 * anything else gets an error that is told as LOCKED.
 */
export function lockedWorkspace(row: WorkspaceRow): Workspace {
  const known: Partial<Workspace> = {
    row,
    // There is none to ask for its ending.
    database: undefined as unknown as Workspace['database'],
    generation: () => -1,
    // A loss is found by what can be read; until then, none is.
    safety: {
      integrity: () => ({ state: 'ok' }),
      onIntegrity: () => () => {},
    } as unknown as Workspace['safety'],
    onChange: () => () => {},
    close: async () => {},
  }
  const workspace = new Proxy(known as Workspace, {
    get(target, key) {
      if (key in target) return Reflect.get(target, key) as unknown
      // A promise that resolves with the workspace asks whether it is one itself.
      if (key === 'then' || typeof key === 'symbol') return undefined
      throw new LockedStore('the workspace is locked')
    },
  })
  locked.add(workspace)
  return workspace
}
