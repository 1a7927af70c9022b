import type { PartRow } from '../records.ts'
import { openWorkspaceDatabase, type WorkspaceDatabase, writeLock } from '../workspace-database.ts'
import { utf8 } from './bytes.ts'
import type { Contents } from './contents.ts'
import type { NewScratch } from './scratch.ts'
import { blobOf, piecesOf } from './streams.ts'
import { VIEWER_SETTING } from './viewer.ts'

/** Makes the scratches of one piece of work; `clear` takes them away, finished or not. */
export type NewScratches = () => { readonly newScratch: NewScratch; clear(): Promise<void> }

const PROBE = 'probe'

/**
 * Whether the store has copied a file that was put into it, once that is gone from the disk. In a private window rows
 * point at the file that they were given, and go with it (seen in Chromium 156).
 */
async function copiesFiles(database: WorkspaceDatabase, newScratches: NewScratches): Promise<boolean> {
  const { newScratch, clear } = newScratches()
  const scratch = await newScratch()
  await scratch.append(utf8(PROBE))
  await database.settings.put({ key: PROBE, value: await scratch.finish() })
  await clear()
  const kept = (await database.settings.get(PROBE))?.value
  await database.settings.delete(PROBE)
  return kept instanceof Blob && (await kept.text().catch(() => '')) === PROBE
}

/** The parts as they can be stored: files that go after this work are taken into memory where the store does not copy them. */
async function ownParts(
  database: WorkspaceDatabase,
  parts: readonly PartRow[],
  newScratches: NewScratches,
): Promise<readonly PartRow[]> {
  if (parts.length === 0 || (await copiesFiles(database, newScratches))) return parts
  const own: PartRow[] = []
  for (const part of parts) own.push({ ...part, file: await blobOf(piecesOf(part.file)) })
  return own
}

async function fill(
  database: WorkspaceDatabase,
  contents: Contents,
  parts: readonly PartRow[],
): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    // One by one: a part may be large, and is encrypted here.
    for (const part of parts) await database.parts.put(part)
    await database.imports.bulkPut([...contents.imports])
    await database.refused.bulkPut([...contents.refused])
    await database.settings.bulkPut([...contents.settings])
    if (contents.figures) await database.settings.put({ key: VIEWER_SETTING, value: contents.figures })
    for (const [name, rows] of contents.records) await database.records(name).bulkPut([...rows])
    await database.manifests.bulkPut([...contents.manifest.manifests])
  })
}

export interface StagingPlace {
  readonly id: string
  /** What is staged is encrypted with it, so that it can be read as long as somebody has it; null: it lies in the clear. */
  readonly key: CryptoKey | null
}

/** A lock that nothing opens but the key itself. */
const NO_WRAPS = { wraps: [], auto_lock_minutes: 0 }

/**
 * Writes the content of a file into a database of its own, which no list names yet: putting its row into the list of
 * workspaces is the switch. A failure leaves nothing behind. The scratches of the content may go afterwards.
 */
export async function stageContents(
  { id, key }: StagingPlace,
  contents: Contents,
  newScratches: NewScratches,
  isCancelled: () => boolean,
): Promise<void> {
  if (key) await writeLock(id, NO_WRAPS)
  const database = await openWorkspaceDatabase(id, key)
  try {
    // What is encrypted is a file of its own already.
    await fill(
      database,
      contents,
      key ? contents.parts : await ownParts(database, contents.parts, newScratches),
    )
    if (isCancelled()) await database.delete({ disableAutoOpen: true })
    database.close({ disableAutoOpen: true })
  } catch (cause) {
    await database.delete({ disableAutoOpen: true })
    throw cause
  }
}
