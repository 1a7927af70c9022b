import type { ImportRow, ManifestParts, ManifestRow, PartRow, RefusedRows, StoredRecord } from './records.ts'
import { type Settings, writeSettings } from './settings.ts'
import type { RecordTable, WorkspaceDatabase } from './workspace-database.ts'

const REFUSED_LIMIT = 100_000

const NOTHING: ManifestParts = { orders: [], products: null, people: null }

/** The generation of a workspace that nothing was imported into. */
export const START: ManifestRow = {
  generation: 0,
  at: '1970-01-01T00:00:00Z',
  parts: NOTHING,
  rows: 0,
  cause: { kind: 'start', import: null },
}

/** The generation in force: the one with the highest number. */
export async function currentManifest(database: WorkspaceDatabase): Promise<ManifestRow> {
  return (await database.manifests.orderBy('generation').last()) ?? START
}

/** A generation by its number; undefined when it is not kept any more. */
export async function manifestOf(
  database: WorkspaceDatabase,
  generation: number,
): Promise<ManifestRow | undefined> {
  return generation === START.generation ? START : database.manifests.get(generation)
}

/** Records that change what figures mean: written together with the generation that says so. */
export interface RecordChange {
  readonly table: RecordTable
  readonly put?: readonly StoredRecord[]
  readonly remove?: readonly string[]
}

/** All that one change writes: the generations that follow the one in force (several after a replay), their parts and imports. */
export interface GenerationChange {
  readonly manifests: readonly ManifestRow[]
  readonly parts: readonly PartRow[]
  readonly imports: readonly ImportRow[]
  readonly refused?: RefusedRows
  readonly settings?: Partial<Settings>
  readonly records?: RecordChange
}

/** The manifest in force is not the one that the change was made for: another tab was faster. */
export class StaleGeneration extends Error {
  override name = 'StaleGeneration'
}

/**
 * Writes new generations in one strict transaction: all of it is there afterwards, or nothing.
 * Throws StaleGeneration when another change came between, AbortError when it was cancelled before its end; Dexie's quota errors pass through.
 */
export async function commitGeneration(
  database: WorkspaceDatabase,
  change: GenerationChange,
  signal?: AbortSignal,
): Promise<void> {
  const { parts, manifests, imports, refused, settings } = database
  const tables = [parts, manifests, imports, refused, settings]
  const records = change.records && database.records(change.records.table)
  await database.transaction('rw', records ? [...tables, records] : tables, async () => {
    const current = await currentManifest(database)
    if (change.manifests[0] && current.generation !== change.manifests[0].generation - 1)
      throw new StaleGeneration()
    await parts.bulkPut([...change.parts])
    await imports.bulkPut([...change.imports])
    if (change.refused)
      await refused.put({ ...change.refused, rows: change.refused.rows.slice(0, REFUSED_LIMIT) })
    if (change.settings) await writeSettings(database, change.settings)
    await records?.bulkPut([...(change.records?.put ?? [])])
    await records?.bulkDelete([...(change.records?.remove ?? [])])
    await manifests.bulkPut([...change.manifests])
    signal?.throwIfAborted()
  })
}

/** Ids of all parts of a state, orders first. */
export const partIdsOf = ({ orders, products, people, facts }: ManifestParts): string[] => [
  ...orders.map(({ part }) => part),
  ...[products, people, facts].filter((id) => typeof id === 'string'),
]

/**
 * Deletes the parts that no generation in reach names: reachable are the one in force, those that a committed
 * import was merged into (for taking it back), and every committed import's own part. Returns how many went.
 */
export async function sweepParts(database: WorkspaceDatabase): Promise<number> {
  const { parts, manifests, imports } = database
  return database.transaction('rw', parts, manifests, imports, async () => {
    const current = await currentManifest(database)
    const committed = (await imports.toArray()).filter((row) => row.state === 'committed')
    const reach = new Set([current.generation, ...committed.map((row) => row.base)])
    const kept = (await manifests.toArray()).filter((manifest) => reach.has(manifest.generation))
    const named = new Set([
      ...kept.flatMap(({ parts: own }) => partIdsOf(own)),
      ...committed.map((row) => row.source_part),
    ])
    const lost = (await parts.toCollection().primaryKeys()).filter((id) => !named.has(id))
    await parts.bulkDelete(lost)
    await manifests
      .where('generation')
      .noneOf([...reach])
      .delete()
    return lost.length
  })
}
