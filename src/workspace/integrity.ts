import { currentManifest, partIdsOf } from '../store/generations.ts'
import type { ManifestRow, PartRow } from '../store/records.ts'
import { readSentinel, type Sentinel, writeSentinel } from '../store/sentinel.ts'
import { sha256 } from '../store/sha256.ts'
import type { WorkspaceDatabase } from '../store/workspace-database.ts'

/** Whether what was found at start is what was left: Chrome empties a damaged database without an error. */
export type Integrity =
  | { readonly state: 'ok' }
  /** The store is behind what was saved last: fewer generations or other rows. */
  | { readonly state: 'lost'; readonly expected: Sentinel; readonly found: Sentinel }
  /** Parts of the generation in force are missing, or their files are not as they were written. */
  | { readonly state: 'damaged'; readonly parts: readonly string[] }

const partIds = (manifest: ManifestRow): string[] => partIdsOf(manifest.parts)

async function sentinelOf(
  workspace: string,
  database: WorkspaceDatabase,
  manifest: ManifestRow,
): Promise<Sentinel> {
  const parts = await database.parts.bulkGet(partIds(manifest))
  const hash = await sha256(parts.map((part) => part?.sha256 ?? 'missing').join(' '))
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

/** Bytes at the head of a part that are read at start: a file that is gone, or emptied, is seen at once. */
const HEAD = 16

async function headStands(part: PartRow | undefined): Promise<boolean> {
  if (!part || part.file.size !== part.bytes) return false
  return part.file
    .slice(0, HEAD)
    .arrayBuffer()
    .then(({ byteLength }) => byteLength === Math.min(HEAD, part.bytes))
    .catch(() => false)
}

const fileStands = (part: PartRow | undefined): Promise<boolean> =>
  part
    ? sha256(part.file)
        .then((found) => found === part.sha256)
        .catch(() => false)
    : Promise.resolve(false)

async function brokenParts(
  database: WorkspaceDatabase,
  stands: (part: PartRow | undefined) => Promise<boolean>,
): Promise<Integrity> {
  const broken: string[] = []
  for (const id of partIds(await currentManifest(database)))
    if (!(await stands(await database.parts.get(id)))) broken.push(id)
  return broken.length > 0 ? { state: 'damaged', parts: broken } : { state: 'ok' }
}

/** Compares the store with the word that was left. A store ahead of it (crash between the two) is in order. */
export async function checkIntegrity(workspace: string, database: WorkspaceDatabase): Promise<Integrity> {
  const expected = await readSentinel(workspace)
  const found = await sentinelOf(workspace, database, await currentManifest(database))
  const same =
    !expected ||
    found.generation > expected.generation ||
    (found.generation === expected.generation && found.hash === expected.hash && found.rows === expected.rows)
  return same ? brokenParts(database, headStands) : { state: 'lost', expected, found }
}

/** Reads every part in force to its end and compares it with its hash: about 0.1 s per 15 MB, so only when idle. */
export const checkFiles = (database: WorkspaceDatabase): Promise<Integrity> =>
  brokenParts(database, fileStands)
