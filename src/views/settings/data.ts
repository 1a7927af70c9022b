import { createAsync, query, revalidate } from '@solidjs/router'
import type { Client } from '../../api/client.ts'
import { health } from '../../api/health.ts'
import { getLock } from '../../api/locks.ts'
import { getAudit, listRescueCopies } from '../../api/safety.ts'
import { getSettings, listWorkspaces, storageState } from '../../api/workspaces.ts'
import type { Outcome } from '../../model/outcome.ts'
import { success } from '../../model/outcome.ts'
import { useShop } from '../shop.tsx'

/** A workspace of this device. */
export interface WorkspaceEntry {
  readonly id: string
  readonly name: string
  readonly demo: boolean
  readonly created_at: string
  /** Before `created_at`: never. */
  readonly opened_at: string
}

interface WorkspaceList {
  readonly items: readonly WorkspaceEntry[]
  readonly current: string
}

export interface Health {
  readonly status: 'ok' | 'degraded'
  readonly version: string
  readonly schema: number
  readonly engine: { readonly duckdb: string | null }
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly detail: string }[]
}

const readWorkspaces = query(async (_version: string, client: Client): Promise<Outcome<WorkspaceList>> => {
  const outcome = await client.run(listWorkspaces, { limit: 1000 })
  if (!outcome.ok) return outcome
  const { items, current } = outcome.value
  return success({ items: items as unknown as readonly WorkspaceEntry[], current })
}, 'workspaces')

const readStorage = query((_version: string, client: Client) => client.run(storageState, {}), 'storage')

const readCopies = query(
  (_version: string, client: Client) => client.run(listRescueCopies, {}),
  'rescue-copies',
)

const readHistory = query((_version: string, client: Client) => client.run(getAudit, { limit: 20 }), 'audit')

const readHealth = query(
  (_version: string, client: Client) => client.run(health, {}) as Promise<Outcome<Health>>,
  'health',
)

const readSettings = query((_version: string, client: Client) => client.run(getSettings, {}), 'settings')

const readLock = query(
  (_version: string, client: Client) => client.run(getLock, { id: client.session.current().row.id }),
  'lock',
)

/** Whether the open workspace has a passphrase. */
export function createLock() {
  const shop = useShop()
  return createAsync(() => readLock(shop.version(), shop.client))
}

/** What the open workspace is set to. */
export function createSettings() {
  const shop = useShop()
  return createAsync(() => readSettings(shop.version(), shop.client))
}

/** Workspaces of this device, last opened first. */
export function createWorkspaces() {
  const shop = useShop()
  return createAsync(() => readWorkspaces(shop.version(), shop.client))
}

/** Space used, and whether the browser has promised to keep it. */
export function createStorage() {
  const shop = useShop()
  return createAsync(() => readStorage(shop.version(), shop.client))
}

/** The rescue copies of the open workspace, newest first. */
export function createCopies() {
  const shop = useShop()
  return createAsync(() => readCopies(shop.version(), shop.client))
}

/** The last entries of the change history. */
export function createHistory() {
  const shop = useShop()
  return createAsync(() => readHistory(shop.version(), shop.client))
}

/** The checks of the app. */
export function createHealth() {
  const shop = useShop()
  return createAsync(() => readHealth(shop.version(), shop.client))
}

export const workspacesAgain = (): Promise<void> => revalidate(readWorkspaces.key)
export const copiesAgain = (): Promise<void> => revalidate([readCopies.key, readHistory.key, readStorage.key])
export const storageAgain = (): Promise<void> => revalidate(readStorage.key)
export const healthAgain = (): Promise<void> => revalidate(readHealth.key)
/** After an export: its date, and whether a copy is still asked for. */
export const exportedAgain = (): Promise<void> => revalidate([readSettings.key, readStorage.key])
export const lockAgain = (): Promise<void> => revalidate(readLock.key)
