import { type Axes, PRESETS, presetOfSource } from '../src/model/definitions.ts'
import type { ImportEffect } from '../src/model/import-effect.ts'
import { failure, type Outcome, success } from '../src/model/outcome.ts'
import { type FilePreview, type ImportOptions, optionsOfFile, type RefusedRow } from '../src/model/preview.ts'
import { importEffect } from '../src/query/merge/effect.ts'
import type { MergePlan } from '../src/query/merge/plan.ts'
import type { Call, Job } from './contract.ts'
import type { FoundAgain } from '../src/query/erase/found.ts'
import { eraseStaged } from '../src/query/erase/staged.ts'
import { openEngine } from '../src/query/duckdb.ts'
import type { ErasedList } from '../src/model/erasure.ts'
import { type EraseInput, erasedAmong, partsWithout, type SeekInput } from './importer/erase-parts.ts'
import { mergeParts, type MadePart, type MadeParts } from './importer/merge-parts.ts'
import { stageSource } from './importer/replay.ts'
import { type ExistingParts, type MergeSession, openSession, planSession } from './importer/session.ts'
import { refusedRows } from './import/refused-rows.ts'
import { createStaging, stageFile, type StageContext } from './import/stage-file.ts'
import { expandFiles } from './import/expand-files.ts'
import { setsOf } from './import/stage-companion.ts'
import { stagingOrder } from './import/staging-order.ts'
import { serve } from './serve.ts'

/** What an import is made of. */
export interface PreviewInput {
  /** By which the page asks for the commit. */
  readonly id: string
  readonly files: readonly File[]
  readonly options: ImportOptions
  readonly context: StageContext
  readonly existing: ExistingParts
  /** People who were erased: they are taken out of what is read. */
  readonly erased: readonly ErasedList[]
  /** What counts as a sale; null: the first file's platform decides. */
  readonly axes: Axes | null
}

export interface PreviewResult {
  readonly files: readonly FilePreview[]
  readonly plan: MergePlan | null
  /** What it would do to the main figures; null when no file can be read. */
  readonly effect: ImportEffect | null
  readonly refused: readonly RefusedRow[]
}

/** What a commit hands over; `remainders` by id of the part that they replace. */
export interface CommitResult extends Omit<MadeParts, 'remainders'> {
  readonly remainders: ReadonlyMap<string, MadeParts['source'] | null>
}

/** The import that waits for its commit: one at a time in a worker. */
let waiting: { readonly id: string; readonly session: MergeSession } | null = null

async function close(): Promise<void> {
  const session = waiting?.session
  waiting = null
  await session?.engine.close()
}

const beatWith = (job: Job, phase: string) => () => job.beat({ done: 0, total: 0, phase })

async function stageAll(session: MergeSession, input: PreviewInput, job: Job): Promise<FilePreview[]> {
  const files = await expandFiles(input.files, input.options)
  const previews: FilePreview[] = new Array(files.length)
  const taken = files.filter(({ name }) => !optionsOfFile(input.options, name).skip)
  const context = {
    ...input.context,
    files: files.length,
    sets: await setsOf(taken),
  }
  const control = {
    signal: job.stop,
    onProgress: (progress: Parameters<Job['beat']>[0]) => job.beat(progress),
  }
  for (const [turn, index] of (await stagingOrder(files)).entries()) {
    previews[index] = await stageFile(session.engine, files[index]!, turn, input.options, context, control)
  }
  return previews
}

/** What the platform of the first file of orders counts. */
const axesOfFiles = (files: readonly FilePreview[]): Axes =>
  PRESETS[
    presetOfSource(files.find(({ kind, action }) => kind === 'orders' && action !== 'reject')?.source ?? '')
  ]

async function look(session: MergeSession, input: PreviewInput, job: Job): Promise<Outcome<PreviewResult>> {
  await createStaging(session.engine)
  const files = await stageAll(session, input, job)
  if (job.stop.aborted) return failure('CANCELLED', 'cancelled by the caller')
  await job.beat({ done: 0, total: 0, phase: 'compare' })
  await eraseStaged(session.engine, input.erased)
  const ready = files.some((file) => file.action === 'accept' || file.action === 'warn')
  const plan = ready ? await planSession(session) : null
  const effect =
    plan && (await importEffect(session.engine, session.attached, input.axes ?? axesOfFiles(files)))
  return success({ files, plan, effect, refused: await refusedRows(session.engine) })
}

const preview: Call<PreviewInput, PreviewResult> = async (input, job) => {
  await close()
  await job.beat({ done: 0, total: 0, phase: 'start' })
  const session = await openSession(input.existing)
  waiting = { id: input.id, session }
  let seen = false
  try {
    const outcome = await look(session, input, job)
    seen = outcome.ok
    return outcome
  } finally {
    if (!seen) await close()
  }
}

async function handOver(session: MergeSession, plan: MergePlan, job: Job): Promise<CommitResult> {
  const made = await mergeParts(session.engine, plan, session.attached, beatWith(job, 'write'))
  const remainders = [...made.remainders].map(
    ([alias, part]) => [session.partIds.get(alias) ?? alias, part] as const,
  )
  return { ...made, remainders: new Map(remainders) }
}

/** The import of that id, and no other: a later look, or a replay, may have taken its place. */
const commit: Call<{ id: string }, CommitResult> = async ({ id }, job) => {
  if (waiting?.id !== id || !waiting.session.plan)
    return failure('CONFLICT', 'what was read of these files is gone; look at them again')
  try {
    return success(await handOver(waiting.session, waiting.session.plan, job))
  } finally {
    await close()
  }
}

/** Merges an import's own part anew into a state that it was not made for: after an earlier import was taken back. */
const replay: Call<{ source: Blob; existing: ExistingParts }, CommitResult> = async (input, job) => {
  await close()
  const session = await openSession(input.existing)
  try {
    await stageSource(session, input.source)
    return success(await handOver(session, await planSession(session), job))
  } finally {
    await session.engine.close()
  }
}

const discard: Call<{ id: string }, null> = async ({ id }) => {
  if (waiting?.id === id) await close()
  return success(null)
}

/** Writes parts anew without what tells who those people are; by id of the part. */
const erase: Call<EraseInput, ReadonlyMap<string, MadePart>> = async ({ parts, traces }, job) => {
  const engine = await openEngine()
  try {
    return success(await partsWithout(engine, parts, traces, beatWith(job, 'erase')))
  } finally {
    await engine.close()
  }
}

/** Looks for people who were erased in parts that come from elsewhere: a file, a rescue copy. */
const seekErased: Call<SeekInput, readonly FoundAgain[]> = async (input, job) => {
  const engine = await openEngine()
  try {
    return success(await erasedAmong(engine, input, beatWith(job, 'erase')))
  } finally {
    await engine.close()
  }
}

const calls = { erase, seekErased, preview, commit, replay, discard }
export type ImporterCalls = typeof calls
serve(calls)
