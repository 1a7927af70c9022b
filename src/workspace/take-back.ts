import type { Importer } from '../jobs/importer.ts'
import type { Control } from '../jobs/control.ts'
import { type Outcome, success } from '../model/outcome.ts'
import { currentManifest, type GenerationChange } from '../store/generations.ts'
import type { ImportRow, ManifestRow, PartRow } from '../store/records.ts'
import type { WorkspaceDatabase } from '../store/workspace-database.ts'
import { existingParts, findPartIn } from './existing-parts.ts'
import { nextGeneration, rowsIn } from './next-generation.ts'

/** What an empty workspace goes back to: the next import decides anew. */
const UNDECIDED = { currency: null, time_zone: null, definitions: null } as const

export interface Replayed {
  readonly manifests: readonly ManifestRow[]
  readonly parts: ReadonlyMap<string, PartRow>
  readonly imports: readonly ImportRow[]
}

/** Merges one later import into the newest state of the replay, from its own part. */
export async function replayOne(
  database: WorkspaceDatabase,
  importer: Importer,
  done: Replayed,
  row: ImportRow,
  control?: Control,
): Promise<Outcome<Replayed>> {
  const before = done.manifests.at(-1)
  const find = findPartIn(database, done.parts)
  if (!before || !row.source_part) return success(done)
  const source = (await find(row.source_part)).file
  const existing = await existingParts(before.parts, find)
  const outcome = await importer.call('replay', { source, existing }, control)
  if (!outcome.ok) return outcome
  const next = nextGeneration(before.parts, row.id, outcome.value, () => crypto.randomUUID())
  const parts = new Map([...done.parts, ...next.made.map((part) => [part.id, part] as const)])
  const rows = new Map<string, number>()
  for (const { part } of next.parts.orders) rows.set(part, (await findPartIn(database, parts)(part)).rows)
  const generation = before.generation + 1
  const manifest = {
    ...before,
    generation,
    parts: next.parts,
    rows: rowsIn(next.parts, (part) => rows.get(part) ?? 0),
  }
  const replayed = { ...row, base: before.generation, generation, source_part: next.sourcePart }
  return success({ manifests: [...done.manifests, manifest], parts, imports: [...done.imports, replayed] })
}

/**
 * The change that takes an import back: the state it was merged into, then every later import merged again from its
 * own part. `base` is the manifest that the import was merged into. Nothing is written here.
 */
export async function replayWithout(
  database: WorkspaceDatabase,
  importer: Importer,
  row: ImportRow,
  base: ManifestRow,
  control?: Control,
): Promise<Outcome<GenerationChange>> {
  const current = await currentManifest(database)
  const later = (await database.imports.toArray())
    .filter((other) => other.state === 'committed' && other.generation > row.generation)
    .toSorted((a, b) => a.generation - b.generation)
  const first: ManifestRow = {
    ...base,
    generation: current.generation + 1,
    at: new Date().toISOString(),
    cause: { kind: 'take_back', import: row.id },
  }
  let done: Replayed = { manifests: [first], parts: new Map(), imports: [] }
  for (const [index, other] of later.entries()) {
    control?.onProgress?.({ done: index, total: later.length, phase: 'replay' })
    const outcome = await replayOne(database, importer, done, other, control)
    if (!outcome.ok) return outcome
    done = outcome.value
  }
  const taken: ImportRow = { ...row, state: 'taken_back', source_part: null }
  return success({
    manifests: done.manifests,
    parts: [...done.parts.values()],
    imports: [taken, ...done.imports],
    settings: done.manifests.at(-1)?.rows === 0 ? UNDECIDED : {},
  })
}
