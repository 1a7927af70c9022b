import { createImporter, type Importer, type PreviewResult } from '../jobs/importer.ts'
import type { Control } from '../jobs/control.ts'
import { presetOfSource } from '../model/definitions.ts'
import { failure, type Outcome, success } from '../model/outcome.ts'
import type { ImportOptions, RefusedRow } from '../model/preview.ts'
import { commitGeneration, manifestOf, StaleGeneration } from '../store/generations.ts'
import type { ImportRow, ManifestRow } from '../store/records.ts'
import { readSettings, type Settings } from '../store/settings.ts'
import { openQuestions } from '../model/answers.ts'
import { findPartIn } from './existing-parts.ts'
import { nextGeneration, rowsIn } from './next-generation.ts'
import { recipesOf } from './recipes.ts'
import { storageFailure } from './storage-failure.ts'
import { replayWithout } from './take-back.ts'
import { createDesk, type LookHost, type PendingImport, type Waiting } from './waiting-import.ts'

export type { ImportRow, PendingImport }

export interface Committed {
  readonly row: ImportRow
}

/** Importing, taking back, history: everything that changes the generation. */
export interface Imports {
  preview(files: readonly File[], options: ImportOptions, control?: Control): Promise<Outcome<PendingImport>>
  /** The import that waits, if it is this one. */
  pending(id: string): PendingImport | undefined
  /** Answers are given by the code of their question. */
  commit(
    id: string,
    answers: Readonly<Record<string, string>>,
    control?: Control,
  ): Promise<Outcome<Committed>>
  discard(id: string): Promise<void>
  takeBack(id: string, control?: Control): Promise<Outcome<Committed>>
  list(): Promise<ImportRow[]>
  get(id: string): Promise<ImportRow | undefined>
  refused(id: string): Promise<readonly RefusedRow[] | undefined>
  /** Ends the work that can be ended; resolves when what is being written is written. */
  close(): Promise<void>
}

/** What the imports of a workspace work with. */
export interface ImportsHost extends LookHost {
  readonly onGeneration: (manifest: ManifestRow) => Promise<void>
  /** Runs `work` while no other tab writes; null: another tab writes now. */
  readonly withWriter: <Value>(work: () => Promise<Value>) => Promise<Value | null>
}

const CANCELLED = () => failure('CANCELLED', 'cancelled by the caller')
const GONE = () =>
  failure(
    'NOT_FOUND',
    'no such import is waiting: what was seen of its files is dropped when the workspace is locked, closed or opened anew, by a merge for instance, and when other files are looked at. Nothing was stored; look at the files again',
  )
const BUSY = () => failure('BUSY', 'another tab is importing into this workspace; wait until it is done')

const total = (
  result: PreviewResult,
  fate: 'added' | 'updated' | 'unchanged',
  withPeople: boolean,
): number =>
  result.plan
    ? result.plan.lines[fate] +
      result.plan.products[fate] +
      result.plan.facts[fate] +
      (withPeople ? result.plan.people[fate] : 0)
    : 0

/** Sums of an import over its tables; people count where a customers file was given. */
export const importTotals = (result: PreviewResult) => {
  const withPeople = result.files.some((file) => file.kind === 'customers')
  return {
    added: total(result, 'added', withPeople),
    updated: total(result, 'updated', withPeople),
    unchanged: total(result, 'unchanged', withPeople),
  }
}

/** What the first orders decide for the workspace: its currency and its time zone. */
async function decided(host: ImportsHost, waiting: Waiting): Promise<Partial<Settings>> {
  const settings = await readSettings(host.database)
  const file = waiting.files.find(
    ({ kind, action, currency }) => kind === 'orders' && action !== 'reject' && currency !== null,
  )
  if (!file) return {}
  return {
    currency: settings.currency ?? file.currency,
    time_zone: settings.time_zone ?? file.time_zone ?? host.browserZone,
    definitions: settings.definitions ?? { preset: presetOfSource(file.source), changed: {} },
  }
}

const importRow = (waiting: Waiting, generation: number, sourcePart: string): ImportRow => ({
  id: waiting.id,
  at: new Date().toISOString(),
  state: 'committed',
  // First rows are for the mapping screen; kept, they would name people outside the parts.
  files: waiting.files.map((file) => ({ ...file, sample: [], proposals: [] })),
  ...importTotals(waiting),
  rejected: waiting.files.reduce((sum, file) => sum + file.skipped, 0),
  source_part: sourcePart,
  base: waiting.base.generation,
  generation,
})

async function store(
  host: ImportsHost,
  importer: Importer,
  waiting: Waiting,
  control?: Control,
): Promise<Outcome<Committed>> {
  const outcome = await importer.call('commit', { id: waiting.id }, control)
  if (!outcome.ok) return outcome
  const next = nextGeneration(waiting.base.parts, waiting.id, outcome.value, () => crypto.randomUUID())
  const find = findPartIn(host.database, new Map(next.made.map((part) => [part.id, part])))
  const rows = new Map<string, number>()
  for (const { part } of next.parts.orders) rows.set(part, (await find(part)).rows)
  const generation = waiting.base.generation + 1
  const manifest: ManifestRow = {
    generation,
    at: new Date().toISOString(),
    parts: next.parts,
    rows: rowsIn(next.parts, (part) => rows.get(part) ?? 0),
    cause: { kind: 'import', import: waiting.id },
  }
  const row = importRow(waiting, generation, next.sourcePart)
  const refused = { import: waiting.id, rows: waiting.refused }
  const settings = await decided(host, waiting)
  if (control?.signal?.aborted) return CANCELLED()
  const change = { manifests: [manifest], parts: next.made, imports: [row], refused, settings }
  await commitGeneration(host.database, change, control?.signal)
  // A mapping that is not remembered is asked again: no reason to call the import failed.
  await host.database
    .records('recipes')
    .bulkPut([...recipesOf(waiting.files, waiting.options, row.at)])
    .catch(() => {})
  await host.onGeneration(manifest)
  return success({ row })
}

async function guarded(
  host: ImportsHost,
  work: () => Promise<Outcome<Committed>>,
  signal?: AbortSignal,
): Promise<Outcome<Committed>> {
  try {
    return (await host.withWriter(work)) ?? BUSY()
  } catch (cause) {
    if (signal?.aborted) return CANCELLED()
    if (cause instanceof StaleGeneration)
      return failure('CONFLICT', 'another tab has changed the data; look at the import again')
    return storageFailure(cause, host.database.ending)
  }
}

async function takeBack(
  host: ImportsHost,
  importer: Importer,
  id: string,
  control?: Control,
): Promise<Outcome<Committed>> {
  const row = await host.database.imports.get(id)
  if (!row) return failure('NOT_FOUND', `no import ${id}`)
  if (row.state === 'taken_back') return failure('CONFLICT', 'this import was taken back before')
  const base = await manifestOf(host.database, row.base)
  if (!base)
    return failure('DAMAGED', `generation ${row.base}, to go back to, is missing; nothing was changed`)
  const change = await replayWithout(host.database, importer, row, base, control)
  if (!change.ok) return change
  if (control?.signal?.aborted) return CANCELLED()
  await commitGeneration(host.database, change.value, control?.signal)
  const last = change.value.manifests.at(-1)
  if (last) await host.onGeneration(last)
  return success({ row: { ...row, state: 'taken_back' } })
}

/** Makes the imports of a workspace. One import waits at a time; a new preview drops the one before. */
export function createImports(host: ImportsHost): Imports {
  const importer = createImporter()
  const desk = createDesk(host, importer)
  let writing: Promise<unknown> = Promise.resolve()

  const write = (work: () => Promise<Outcome<Committed>>, signal?: AbortSignal) => {
    const made = guarded(host, work, signal)
    writing = Promise.allSettled([writing, made])
    return made
  }

  const commit: Imports['commit'] = async (id, answers, control) => {
    const waiting = desk.waiting(id)
    if (!waiting) return GONE()
    const ready = await desk.answered(waiting, answers, control)
    if (!ready.ok) return ready
    const open = openQuestions(ready.value.files)
    if (open.length > 0) return failure('VALIDATION', 'questions are open', { ask: open })
    if (!ready.value.plan)
      return failure('REJECTED', 'no file of this import can be read', { files: reasons(ready.value) })
    const outcome = await write(() => store(host, importer, ready.value, control), control?.signal)
    if (outcome.ok) desk.clear(id)
    else if (desk.waiting(id)) desk.lose()
    return outcome
  }

  return {
    preview: desk.look,
    commit,
    pending: desk.waiting,
    async discard(id) {
      if (!desk.waiting(id)) return
      desk.clear(id)
      await importer.call('discard', { id })
    },
    takeBack(id, control) {
      desk.lose()
      return write(() => takeBack(host, importer, id, control), control?.signal)
    },
    list: () => host.database.imports.orderBy('at').reverse().toArray(),
    get: (id) => host.database.imports.get(id),
    refused: async (id) => desk.waiting(id)?.refused ?? (await host.database.refused.get(id))?.rows,
    async close() {
      importer.close()
      await writing
    },
  }
}

const reasons = (pending: PreviewResult) =>
  pending.files.map(({ name, reason }) => ({ name, reason: reason ?? null }))
