import { failure, success } from '../src/model/outcome.ts'
import type { FilePreview, ImportOptions, RefusedRow } from '../src/model/preview.ts'
import type { MergePlan } from '../src/query/merge/plan.ts'
import type { Call, Job } from './contract.ts'
import { mergeParts, type MadeParts } from './importer/merge-parts.ts'
import { stageSource } from './importer/replay.ts'
import { type ExistingParts, type MergeSession, openSession, planSession } from './importer/session.ts'
import { refusedRows } from './import/refused-rows.ts'
import { createStaging, stageFile, type StageContext } from './import/stage-file.ts'
import { stagingOrder } from './import/staging-order.ts'
import { serve } from './serve.ts'

/** What an import is made of. */
export interface PreviewInput {
  readonly files: readonly File[]
  readonly options: ImportOptions
  readonly context: StageContext
  readonly existing: ExistingParts
}

export interface PreviewResult {
  readonly files: readonly FilePreview[]
  readonly plan: MergePlan | null
  readonly refused: readonly RefusedRow[]
}

/** What a commit hands over; `remainders` by id of the part that they replace. */
export interface CommitResult extends Omit<MadeParts, 'remainders'> {
  readonly remainders: ReadonlyMap<string, MadeParts['source'] | null>
}

/** The import that waits for its commit: one at a time in a worker. */
let waiting: MergeSession | null = null

async function close(): Promise<void> {
  const session = waiting
  waiting = null
  await session?.engine.close()
}

const beatWith = (job: Job, phase: string) => () => job.beat({ done: 0, total: 0, phase })

async function stageAll(session: MergeSession, input: PreviewInput, job: Job): Promise<FilePreview[]> {
  const previews: FilePreview[] = new Array(input.files.length)
  const context = { ...input.context, files: input.files.length }
  const control = {
    signal: job.stop,
    onProgress: (progress: Parameters<Job['beat']>[0]) => job.beat(progress),
  }
  for (const [turn, index] of (await stagingOrder(input.files)).entries()) {
    previews[index] = await stageFile(
      session.engine,
      input.files[index]!,
      turn,
      input.options,
      context,
      control,
    )
  }
  return previews
}

const preview: Call<PreviewInput, PreviewResult> = async (input, job) => {
  await close()
  await job.beat({ done: 0, total: 0, phase: 'start' })
  const session = await openSession(input.existing)
  waiting = session
  await createStaging(session.engine)
  const files = await stageAll(session, input, job)
  if (job.stop.aborted) return failure('CANCELLED', 'cancelled by the caller')
  await job.beat({ done: 0, total: 0, phase: 'compare' })
  const ready = files.some((file) => file.action === 'accept' || file.action === 'warn')
  const plan = ready ? await planSession(session) : null
  return success({ files, plan, refused: await refusedRows(session.engine) })
}

async function handOver(session: MergeSession, plan: MergePlan, job: Job): Promise<CommitResult> {
  const made = await mergeParts(session.engine, plan, session.attached, beatWith(job, 'write'))
  const remainders = [...made.remainders].map(
    ([alias, part]) => [session.partIds.get(alias) ?? alias, part] as const,
  )
  return { ...made, remainders: new Map(remainders) }
}

const commit: Call<null, CommitResult> = async (_, job) => {
  if (!waiting?.plan) return failure('CONFLICT', 'no import is waiting for its commit')
  const result = await handOver(waiting, waiting.plan, job)
  await close()
  return success(result)
}

/** Merges an import's own part anew into a state that it was not made for: after an earlier import was taken back. */
const replay: Call<{ source: Blob; existing: ExistingParts }, CommitResult> = async (input, job) => {
  await close()
  waiting = await openSession(input.existing)
  await stageSource(waiting, input.source)
  const result = await handOver(waiting, await planSession(waiting), job)
  await close()
  return success(result)
}

const discard: Call<null, null> = async () => {
  await close()
  return success(null)
}

const calls = { preview, commit, replay, discard }
export type ImporterCalls = typeof calls
serve(calls)
