import { Dexie } from 'dexie'
import type { WorkspaceRow } from '../records.ts'
import { SCHEMA_VERSION } from '../workspace-database.ts'
import { makeCopy } from './copy.ts'

/** Version of a database as Dexie counts; null when there is none, or it cannot be told. */
async function versionOf(name: string): Promise<number | null> {
  const all = await Dexie.dependencies.indexedDB.databases().catch(() => [])
  const version = all.find((known) => known.name === name)?.version
  return version === undefined ? null : version / 10
}

/**
 * Makes a rescue copy of a workspace that an older version of the app has written, before it is opened and so
 * migrated. Where there is no space for one the migration, which only adds and is one transaction, goes on.
 */
export async function copyBeforeMigration(row: WorkspaceRow): Promise<void> {
  const name = `ventas-${row.id}`
  const version = await versionOf(name)
  if (version === null || version >= SCHEMA_VERSION) return
  const old = new Dexie(name)
  try {
    await old.open()
    await makeCopy(row, old, 'migration', new Date().toISOString())
  } catch (cause) {
    reportError(cause)
  } finally {
    old.close({ disableAutoOpen: true })
  }
}
