import type { Control } from '../../jobs/control.ts'
import { createImporter } from '../../jobs/importer.ts'
import type { ErasedList } from '../../model/erasure.ts'
import { type Outcome, success } from '../../model/outcome.ts'
import { compactStore } from '../../store/compact.ts'
import { sweepScratches } from '../../store/file/scratch-folder.ts'
import type { ManifestRow } from '../../store/records.ts'
import type { WorkspaceDatabase } from '../../store/workspace-database.ts'
import { erasePeople } from './erase.ts'
import { leavingOf } from './leaving.ts'

/** What came of applying erased lists: how many were found, and the generation without them; null: nobody was. */
export interface ErasedAgain {
  readonly people: number
  readonly manifest: ManifestRow | null
}

/**
 * Erases those who stand on a list again, out of a store whose content came from elsewhere: an opened or merged file, a
 * rescue copy. They get the key that was left of them the first time, so that rows of both fit together.
 */
export async function eraseAgain(
  database: WorkspaceDatabase,
  lists: readonly ErasedList[],
  control: Control = {},
): Promise<Outcome<ErasedAgain>> {
  const some = lists.filter(({ people }) => people.some(({ hashes }) => hashes.length > 0))
  if (some.length === 0) return success({ people: 0, manifest: null })
  const rows = await database.parts.where('kind').anyOf('import', 'people').toArray()
  const parts = rows.map(({ id, kind, file }) => ({ id, kind, file }))
  const importer = createImporter()
  const found = await importer
    .call('seekErased', { parts, lists: some }, control)
    .finally(() => importer.close())
  if (!found.ok) return found
  if (found.value.length === 0) return success({ people: 0, manifest: null })
  const people = leavingOf(found.value, new Map(found.value.map(({ identity, token }) => [identity, token])))
  const erased = await erasePeople(database, people, [], control)
  // What the content was unpacked from knows them as well, and the store until it is rewritten.
  await sweepScratches(true)
  await compactStore().catch(reportError)
  return erased.ok ? success({ people: people.length, manifest: erased.value }) : erased
}
