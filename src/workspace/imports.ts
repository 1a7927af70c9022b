import { createImporter, type Importer, type PreviewResult } from '../jobs/importer.ts'
import type { Control } from '../jobs/control.ts'
import { failure, type Outcome, success } from '../model/outcome.ts'
import type { ImportOptions, RefusedRow } from '../model/preview.ts'
import { commitGeneration, currentManifest, manifestOf, StaleGeneration } from '../store/generations.ts'
import type { ImportRow, ManifestRow } from '../store/records.ts'
import { readSettings, type Settings } from '../store/settings.ts'
import type { WorkspaceDatabase } from '../store/workspace-database.ts'
import { answersAsOptions, openQuestions } from '../model/answers.ts'
import { existingParts, findPartIn } from './existing-parts.ts'
import { nextGeneration, rowsIn } from './next-generation.ts'
import { storageFailure } from './storage-failure.ts'
import { replayWithout } from './take-back.ts'

export type { ImportRow }

/** An import that was looked at and not yet committed. */
export interface PendingImport extends PreviewResult {
  readonly id: string
  readonly options: ImportOptions
}

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
  close(): void
}

/** What the imports of a workspace work with. */
export interface ImportsHost {
  readonly id: string
  readonly database: WorkspaceDatabase
  readonly onGeneration: (manifest: ManifestRow) => Promise<void>
  readonly browserZone: string
  /** Runs `work` while no other tab writes; null: another tab writes now. */
  readonly withWriter: <Value>(work: () => Promise<Value>) => Promise<Value | null>
}

interface Waiting extends PendingImport {
  readonly given: readonly File[]
  readonly base: ManifestRow
}

const BUSY = () => failure('BUSY', 'another tab is importing into this workspace; wait until it is done')

const today = (): string => new Date().toISOString().slice(0, 10)
const total = (
  result: PreviewResult,
  fate: 'added' | 'updated' | 'unchanged',
  withPeople: boolean,
): number =>
  result.plan
    ? result.plan.lines[fate] + result.plan.products[fate] + (withPeople ? result.plan.people[fate] : 0)
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

async function look(
  host: ImportsHost,
  importer: Importer,
  given: readonly File[],
  options: ImportOptions,
  control?: Control,
) {
  const settings = await readSettings(host.database)
  const base = await currentManifest(host.database)
  const existing = await existingParts(base.parts, findPartIn(host.database))
  const context = {
    timeZone: settings.time_zone ?? options.time_zone ?? host.browserZone,
    zoneIsFixed: settings.time_zone !== null || options.time_zone !== undefined,
    files: given.length,
    currency: settings.currency,
    asOf: today(),
  }
  const outcome = await importer.call('preview', { files: given, options, context, existing }, control)
  return outcome.ok ? success({ base, result: outcome.value }) : outcome
}

/** What the first orders decide for the workspace: its currency and its time zone. */
async function decided(host: ImportsHost, waiting: Waiting): Promise<Partial<Settings>> {
  const settings = await readSettings(host.database)
  const file = waiting.files.find(({ kind, action }) => kind === 'orders' && action !== 'reject')
  if (!file) return {}
  return {
    currency: settings.currency ?? file.currency,
    time_zone: settings.time_zone ?? file.time_zone ?? host.browserZone,
  }
}

const importRow = (waiting: Waiting, generation: number, sourcePart: string): ImportRow => ({
  id: waiting.id,
  at: new Date().toISOString(),
  state: 'committed',
  files: waiting.files,
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
  const outcome = await importer.call('commit', null, control)
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
  await commitGeneration(host.database, {
    manifests: [manifest],
    parts: next.made,
    imports: [row],
    refused,
    settings,
  })
  await host.onGeneration(manifest)
  return success({ row })
}

async function guarded(
  host: ImportsHost,
  work: () => Promise<Outcome<Committed>>,
): Promise<Outcome<Committed>> {
  try {
    return (await host.withWriter(work)) ?? BUSY()
  } catch (cause) {
    if (cause instanceof StaleGeneration)
      return failure('CONFLICT', 'another tab has changed the data; look at the import again')
    return storageFailure(cause)
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
  const change = await replayWithout(
    host.database,
    importer,
    row,
    await manifestOf(host.database, row.base),
    control,
  )
  if (!change.ok) return change
  await commitGeneration(host.database, change.value)
  const last = change.value.manifests.at(-1)
  if (last) await host.onGeneration(last)
  return success({ row: { ...row, state: 'taken_back' } })
}

/** Makes the imports of a workspace. One import waits at a time; a new preview drops the one before. */
export function createImports(host: ImportsHost): Imports {
  const importer = createImporter()
  let waiting: Waiting | undefined

  const preview: Imports['preview'] = async (given, options, control) => {
    waiting = undefined
    const seen = await look(host, importer, given, options, control)
    if (!seen.ok) return seen
    waiting = { id: crypto.randomUUID(), options, given, base: seen.value.base, ...seen.value.result }
    return success(waiting)
  }

  const answered = async (current: Waiting, answers: Readonly<Record<string, string>>, control?: Control) => {
    if (Object.keys(answers).length === 0) return success(current)
    const options = answersAsOptions(current.options, answers)
    const seen = await look(host, importer, current.given, options, control)
    if (!seen.ok) return seen
    waiting = { ...current, options, base: seen.value.base, ...seen.value.result }
    return success(waiting)
  }

  const commit: Imports['commit'] = async (id, answers, control) => {
    if (waiting?.id !== id) return failure('NOT_FOUND', 'no such import is waiting; look at the files again')
    const ready = await answered(waiting, answers, control)
    if (!ready.ok) return ready
    const open = openQuestions(ready.value.files)
    if (open.length > 0) return failure('VALIDATION', 'questions are open', { ask: open })
    if (!ready.value.plan)
      return failure('REJECTED', 'no file of this import can be read', { files: reasons(ready.value) })
    const outcome = await guarded(host, () => store(host, importer, ready.value, control))
    if (outcome.ok) waiting = undefined
    return outcome
  }

  return {
    preview,
    commit,
    pending: (id) => (waiting?.id === id ? waiting : undefined),
    async discard(id) {
      if (waiting?.id === id) {
        waiting = undefined
        await importer.call('discard', null)
      }
    },
    takeBack: (id, control) => guarded(host, () => takeBack(host, importer, id, control)),
    list: () => host.database.imports.orderBy('at').reverse().toArray(),
    get: (id) => host.database.imports.get(id),
    refused: async (id) =>
      waiting?.id === id ? waiting.refused : (await host.database.refused.get(id))?.rows,
    close: () => importer.stop(),
  }
}

const reasons = (pending: PreviewResult) =>
  pending.files.map(({ name, reason }) => ({ name, reason: reason ?? null }))
