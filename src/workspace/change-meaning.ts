import { failure, type Outcome, success } from '../model/outcome.ts'
import { commitGeneration, currentManifest, type RecordChange } from '../store/generations.ts'
import type { ManifestRow } from '../store/records.ts'
import type { Settings } from '../store/settings.ts'
import type { WorkspaceDatabase } from '../store/workspace-database.ts'
import { storageFailure } from './storage-failure.ts'
import { withWriter } from './writer.ts'

/**
 * Writes settings, and records with them, that change what figures mean as a new generation over the same parts: caches, forecasts and other
 * tabs then know that the answers of before are old. Gives the generation; BUSY while another tab imports.
 */
export async function changeMeaning(
  database: WorkspaceDatabase,
  workspace: string,
  settings: Partial<Settings>,
  records: RecordChange | undefined,
  onGeneration: (manifest: ManifestRow) => Promise<void>,
): Promise<Outcome<number>> {
  const write = async (): Promise<ManifestRow> => {
    const current = await currentManifest(database)
    const next: ManifestRow = {
      ...current,
      generation: current.generation + 1,
      at: new Date().toISOString(),
      cause: { kind: 'settings', import: null },
    }
    await commitGeneration(database, {
      manifests: [next],
      parts: [],
      imports: [],
      settings,
      ...(records && { records }),
    })
    return next
  }
  try {
    const next = await withWriter(workspace, write)
    if (!next) return failure('BUSY', 'another tab is importing into this workspace; wait until it is done')
    await onGeneration(next)
    return success(next.generation)
  } catch (cause) {
    return storageFailure(cause)
  }
}
