import type { Control } from '../jobs/control.ts'
import { createImporter, type Importer } from '../jobs/importer.ts'
import { type Deleted, deletionsIn, mergeDeleted } from '../model/merge-deleted.ts'
import { editsToStore, mergeEdits } from '../model/merge-edits.ts'
import { type Conflict, mergeRecords, type Side } from '../model/merge-records.ts'
import { failure, type Outcome, success } from '../model/outcome.ts'
import { commitGeneration, currentManifest, StaleGeneration } from '../store/generations.ts'
import type { ImportRow, ManifestRow, RefusedRows, StoredRecord } from '../store/records.ts'
import { leaveUnfinished } from '../store/unfinished.ts'
import { RECORD_NAMES, type RecordTable, type WorkspaceDatabase } from '../store/workspace-database.ts'
import { namesBack } from './privacy/names-back.ts'
import { eraseAgain } from './privacy/erase-again.ts'
import { erasedElsewhere, erasedLists } from './privacy/erased-list.ts'
import type { Session } from './session.ts'
import { withStaged } from './staged-file.ts'
import { storageFailure } from './storage-failure.ts'
import { replayOne, type Replayed } from './take-back.ts'
import type { Workspace } from './workspace.ts'
import { withWriter } from './writer.ts'

/** Records of these belong to one workspace's own story. */
const OWN: readonly RecordTable[] = ['audit']

/** A recipe keeps the name of the file that it was last used with. */
const ASIDE: Partial<Record<RecordTable, string>> = { recipes: 'name' }

export interface TableMerge {
  readonly table: RecordTable
  readonly added: readonly StoredRecord[]
  readonly conflicts: readonly Conflict<StoredRecord>[]
  /** Deleted on one side, and still there on the other: what of these comes or goes is chosen, too. */
  readonly deleted: readonly Deleted<StoredRecord>[]
  readonly same: number
}

/** What merging a file would change, or has changed. */
export interface MergeReview {
  /** Imports of the file that are not here yet; their rows are merged by key. */
  readonly imports: readonly ImportRow[]
  readonly knownImports: number
  readonly tables: readonly TableMerge[]
  /** One's own changes of customers, which those of the file are laid over. */
  readonly edits: readonly StoredRecord[]
}

/** A merge that was made; `undo` is the rescue copy of before it, null where there was nothing, no place for one, or somebody is erased by it. */
export interface Merged extends MergeReview {
  readonly undo: string | null
}

export interface MergeOptions {
  readonly password?: string | undefined
  /** Only looks. */
  readonly dryRun: boolean
  /** Which side of a conflict or a deletion counts, by `table/id`; the newer or usual one where nothing is said. */
  readonly choices: Readonly<Record<string, Side>>
}

/** Who was erased there and not here, as it stands here. */
function newlyErased(
  theirs: WorkspaceDatabase,
  own: readonly StoredRecord[],
  given: readonly StoredRecord[],
) {
  const known = new Set(own.map(({ id }) => id))
  return erasedElsewhere(
    theirs,
    given.filter(({ id }) => !known.has(id)),
  )
}

const deletionsOf = async (database: WorkspaceDatabase) =>
  deletionsIn((await database.records('audit').toArray()).map(({ data }) => data))

async function review(mine: WorkspaceDatabase, theirs: WorkspaceDatabase): Promise<MergeReview> {
  const known = new Set(await mine.imports.toCollection().primaryKeys())
  const brought = (await theirs.imports.toArray()).filter(({ state }) => state === 'committed')
  const imports = brought.filter(({ id }) => !known.has(id)).toSorted((a, b) => a.generation - b.generation)
  const tables: TableMerge[] = []
  const gone = { mine: await deletionsOf(mine), theirs: await deletionsOf(theirs) }
  for (const table of RECORD_NAMES.filter((name) => !OWN.includes(name))) {
    const own = await mine.records(table).toArray()
    const given = await theirs.records(table).toArray()
    const other = table === 'erased' ? await newlyErased(theirs, own, given) : given
    const deleted = mergeDeleted(own, other, { mine: gone.mine.get(table), theirs: gone.theirs.get(table) })
    const back = new Set(deleted.filter(({ by }) => by === 'mine').map(({ id }) => id))
    const rest = other.filter(({ id }) => !back.has(id))
    const merged = table === 'edits' ? mergeEdits(own, rest) : mergeRecords(own, rest, ASIDE[table])
    const found = merged.added.length + merged.conflicts.length + merged.same + deleted.length
    if (found > 0) tables.push({ table, ...merged, deleted })
  }
  const edits = await mine.records('edits').toArray()
  return { imports, knownImports: brought.length - imports.length, tables, edits }
}

/** Merges the new imports of the file, one after the other, as if their files were imported now. */
async function replayAll(
  mine: WorkspaceDatabase,
  theirs: WorkspaceDatabase,
  importer: Importer,
  imports: readonly ImportRow[],
  control?: Control,
): Promise<Outcome<Replayed>> {
  const sources = new Map((await theirs.parts.toArray()).map((part) => [part.id, part]))
  const before = await currentManifest(mine)
  let done: Replayed = { manifests: [before], parts: sources, imports: [] }
  for (const [index, row] of imports.entries()) {
    control?.onProgress?.({ done: index, total: imports.length, phase: 'replay' })
    const next = await replayOne(mine, importer, done, row, control)
    if (!next.ok) return next
    done = next.value
  }
  const made = [...done.parts].filter(([id]) => !sources.has(id))
  const at = new Date().toISOString()
  const manifests = done.manifests.slice(1).map((manifest, index) => ({
    ...manifest,
    at,
    cause: { kind: 'import' as const, import: imports[index]?.id ?? null },
  }))
  return success({ manifests, parts: new Map(made), imports: done.imports.map((row) => ({ ...row, at })) })
}

/** What a merge writes into a table, and what it takes out of it. */
interface Chosen {
  readonly table: RecordTable
  readonly rows: readonly StoredRecord[]
  readonly gone: readonly string[]
}

const chosen = ({ tables, edits }: MergeReview, choices: MergeOptions['choices']): readonly Chosen[] =>
  tables.map(({ table, added, conflicts, deleted }) => {
    const sideOf = ({ id, newer }: Conflict<StoredRecord>) => choices[`${table}/${id}`] ?? newer
    const asThere = deleted.filter(({ id, usual }) => (choices[`${table}/${id}`] ?? usual) === 'theirs')
    const back = asThere.filter(({ by }) => by === 'mine').map(({ record }) => record)
    const gone = asThere.filter(({ by }) => by === 'theirs').map(({ id }) => id)
    const fresh = [...added, ...back]
    if (table === 'edits')
      return { table, rows: editsToStore(edits, { added: fresh, conflicts }, sideOf), gone }
    const taken = conflicts.filter((conflict) => sideOf(conflict) === 'theirs')
    return { table, rows: [...fresh, ...taken.map(({ theirs }) => theirs)], gone }
  })

async function store(
  mine: WorkspaceDatabase,
  found: MergeReview,
  replayed: Replayed,
  refused: readonly RefusedRows[],
  choices: MergeOptions['choices'],
): Promise<void> {
  await mine.transaction('rw', mine.tables, async () => {
    await commitGeneration(mine, {
      manifests: replayed.manifests,
      parts: [...replayed.parts.values()],
      imports: replayed.imports,
    })
    await mine.refused.bulkPut([...refused])
    for (const { table, rows, gone } of chosen(found, choices)) {
      await mine.records(table).bulkPut([...rows])
      await mine.records(table).bulkDelete([...gone])
      // Who was erased there is erased here, too: when the workspace is opened again after this.
      if (table === 'erased' && rows.length > 0) await leaveUnfinished(mine, 'erase')
    }
  })
}

/** Whether somebody is erased by a merge: what was before it goes with them. */
const bringsErased = (found: MergeReview, choices: MergeOptions['choices']): boolean =>
  chosen(found, choices).some(({ table, rows }) => table === 'erased' && rows.length > 0)

/** A rescue copy of before, so that the merge can be undone; without a place for one it is made all the same. */
const copyOfBefore = (workspace: Workspace): Promise<string | null> =>
  workspace.generation() === 0
    ? Promise.resolve(null)
    : workspace.safety.rescue.make('merge').then(
        ({ made_at }) => made_at,
        () => null,
      )

/** The merge into the change history, import by import; then word of the last generation, for the next start and for the other tabs. */
async function tell(
  { safety, announce }: Workspace,
  found: MergeReview,
  manifests: readonly ManifestRow[],
  choices: MergeOptions['choices'],
): Promise<void> {
  for (const { cause, generation, rows } of manifests.slice(0, -1))
    await safety.history.note('import', { import: cause.import, generation, rows })
  const merged = chosen(found, choices)
  for (const { table, gone } of merged)
    for (const id of gone) await safety.history.note('edit', { table, id, act: 'removed' })
  const records = merged.reduce((sum, { rows }) => sum + rows.length, 0)
  if (records > 0) await safety.history.note('edit', { what: 'merge', records })
  const last = manifests.at(-1)
  if (last) await announce(last)
}

async function merge(
  session: Session,
  theirs: WorkspaceDatabase,
  options: MergeOptions,
  control?: Control,
): Promise<Outcome<Merged>> {
  const workspace = session.current()
  const mine = workspace.database
  // Who was erased here must not come back by the file.
  const again = await eraseAgain(theirs, await erasedLists(mine), control)
  if (!again.ok) return again
  await namesBack(workspace, theirs)
  const found = await review(mine, theirs)
  if (options.dryRun) return success({ ...found, undo: null })
  let undo: string | null = null
  const importer = createImporter()
  try {
    const replayed = await replayAll(mine, theirs, importer, found.imports, control)
    if (!replayed.ok) return replayed
    if (control?.signal?.aborted) return failure('CANCELLED', 'cancelled by the caller')
    const refused = (await theirs.refused.bulkGet(found.imports.map(({ id }) => id))).filter(
      (rows) => rows !== undefined,
    )
    undo = bringsErased(found, options.choices) ? null : await copyOfBefore(workspace)
    await store(mine, found, replayed.value, refused, options.choices)
    // It is stored: what cannot be told of it does not undo that.
    await tell(workspace, found, replayed.value.manifests, options.choices).catch(reportError)
  } finally {
    importer.close()
  }
  // Every screen reads anew: records of all kinds may have changed.
  await session.reload()
  return success({ ...found, undo })
}

/**
 * Merges a workspace file into the open workspace: imports that are not here by key of their rows, records by id, the
 * newer of two that differ unless `choices` says otherwise. All of it in one transaction, or nothing; a rescue copy of
 * before is made first, unless somebody is erased by it. CONFLICT when another tab has changed the data meanwhile,
 * BUSY, QUOTA, CANCELLED, and the codes of a file that is refused.
 */
export async function mergeFile(
  session: Session,
  file: Blob,
  options: MergeOptions,
  control?: Control,
): Promise<Outcome<Merged>> {
  return withStaged(session, { file, password: options.password }, control, async (theirs, { manifest }) => {
    if (manifest.kind === 'viewer')
      return failure('CONFLICT', 'a viewer file holds figures only: there is nothing to merge')
    try {
      const { row } = session.current()
      const merged = await withWriter(row.id, () => merge(session, theirs, options, control))
      return merged ?? failure('BUSY', 'another tab is writing into this workspace; wait until it is done')
    } catch (cause) {
      if (cause instanceof StaleGeneration)
        return failure('CONFLICT', 'another tab has changed the data; merge again')
      return storageFailure(cause)
    }
  })
}
