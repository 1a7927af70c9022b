import { currentManifest } from '../store/generations.ts'
import type { ManifestRow } from '../store/records.ts'
import { readSentinel, type Sentinel, writeSentinel } from '../store/sentinel.ts'
import type { WorkspaceDatabase } from '../store/workspace-database.ts'

/** Whether what was found at start is what was left: Chrome empties a damaged database without an error. */
export type Integrity =
  | { readonly state: 'ok' }
  /** The store is behind what was saved last: fewer generations or other rows. */
  | { readonly state: 'lost'; readonly expected: Sentinel; readonly found: Sentinel }

async function sentinelOf(
  workspace: string,
  database: WorkspaceDatabase,
  manifest: ManifestRow,
): Promise<Sentinel> {
  const named = [
    ...manifest.parts.orders.map(({ part }) => part),
    manifest.parts.products,
    manifest.parts.people,
  ]
  const ids = named.filter((id): id is string => id !== null)
  const parts = await database.parts.bulkGet(ids)
  const text = parts.map((part) => part?.sha256 ?? 'missing').join(' ')
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return { workspace, generation: manifest.generation, rows: manifest.rows, hash }
}

/** Leaves word of the generation in force, outside IndexedDB. */
export async function leaveSentinel(
  workspace: string,
  database: WorkspaceDatabase,
  manifest: ManifestRow,
): Promise<void> {
  await writeSentinel(await sentinelOf(workspace, database, manifest))
}

/** Compares the store with the word that was left. A store ahead of it (crash between the two) is in order. */
export async function checkIntegrity(workspace: string, database: WorkspaceDatabase): Promise<Integrity> {
  const expected = await readSentinel(workspace)
  const found = await sentinelOf(workspace, database, await currentManifest(database))
  if (!expected || found.generation > expected.generation) return { state: 'ok' }
  const same =
    found.generation === expected.generation && found.hash === expected.hash && found.rows === expected.rows
  return same ? { state: 'ok' } : { state: 'lost', expected, found }
}
