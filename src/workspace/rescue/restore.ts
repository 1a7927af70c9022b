import { currentManifest, START } from '../../store/generations.ts'
import type { ManifestRow, StoredRecord } from '../../store/records.ts'
import { type CopyContent, wholeTables } from '../../store/rescue/copy.ts'
import { leaveUnfinished } from '../../store/unfinished.ts'
import { SCHEMA_VERSION, type WorkspaceDatabase } from '../../store/workspace-database.ts'
import { failure, type Outcome, success } from '../../model/outcome.ts'

/** Tables whose rows are never taken back: who was erased, and what was done. */
const LASTING = ['erased', 'audit'] as const

/** Rows of the copy and of the present together; of two with the same id the present one. */
const together = (copied: readonly unknown[] = [], present: readonly StoredRecord[]): unknown[] => {
  const ids = new Set(present.map(({ id }) => id))
  return [...present, ...(copied as StoredRecord[]).filter(({ id }) => !ids.has(id))]
}

const latestOf = (manifests: readonly ManifestRow[]): ManifestRow | undefined =>
  manifests.toSorted((a, b) => b.generation - a.generation)[0]

/** The generation that the restore makes: the parts of the copy, above every number that any tab or sentinel has seen. */
function restored(copy: CopyContent, above: number, at: string): ManifestRow {
  // Records may have been kept before anything was imported.
  const latest = latestOf((copy.tables['manifests'] ?? []) as ManifestRow[]) ?? START
  return {
    ...latest,
    generation: Math.max(above, latest.generation) + 1,
    at,
    cause: { kind: 'restore', import: null },
  }
}

/**
 * Puts a rescue copy in the place of all that the database holds, in one transaction: all of it or nothing. `above` is
 * the highest generation that was ever told. NEWER_VERSION, where a newer app made it; throws DamagedStore.
 */
export async function restoreCopy(
  database: WorkspaceDatabase,
  copy: CopyContent,
  above: number,
): Promise<Outcome<ManifestRow>> {
  if (copy.version > SCHEMA_VERSION)
    return failure('NEWER_VERSION', 'a newer version of the app made this rescue copy; nothing was changed')
  const tables = await wholeTables(copy.workspace.id, copy)
  const { generation } = await currentManifest(database)
  const manifest = restored(copy, Math.max(above, generation), new Date().toISOString())
  await database.transaction('rw', database.tables, async () => {
    // The passphrase of now stays, whatever it was then.
    const lock = await database.settings.get('lock')
    const lasting = new Map<string, StoredRecord[]>()
    for (const name of LASTING) lasting.set(name, await database.records(name).toArray())
    for (const table of database.tables) {
      const present = lasting.get(table.name)
      const rows = present ? together(tables[table.name], present) : (tables[table.name] ?? [])
      await table.clear()
      await table.bulkPut([...rows])
    }
    await database.manifests.put(manifest)
    if (lock) await database.settings.put(lock)
    // People of the copy who were erased since go in a second step: until then the store says so.
    if ((lasting.get('erased') ?? []).length > 0) await leaveUnfinished(database, 'erase')
  })
  return success(manifest)
}
