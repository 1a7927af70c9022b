import { Dexie } from 'dexie'
import type { ManifestRow } from './records.ts'

/** Number of the generation in force in a workspace's database as it is stored, whatever its version; null: there is none. */
export async function storedGeneration(id: string): Promise<number | null> {
  const name = `ventas-${id}`
  // Opening makes a database that is not there.
  if (!(await Dexie.getDatabaseNames()).includes(name)) return null
  const stored = new Dexie(name)
  try {
    await stored.open()
    const last = (await stored.table('manifests').orderBy(':id').last()) as ManifestRow | undefined
    return last?.generation ?? null
  } catch {
    return null
  } finally {
    stored.close({ disableAutoOpen: true })
  }
}
