import * as v from 'valibot'
import type { Control } from '../workspace/workspace.ts'
import { type Failure, failure, type Outcome, success } from '../model/outcome.ts'
import type { Progress } from '../model/progress.ts'
import { listed, listFields } from './list.ts'
import { defineOperation } from './operation.ts'
import { problemOf } from './problem.ts'
import { recordField } from './schema.ts'

interface Job {
  readonly id: string
  readonly operation: string
  readonly started_at: string
  readonly controller: AbortController
  progress: Progress
  result: Outcome<unknown, Failure> | null
}

const KEPT = 50
const jobs = new Map<string, Job>()

const describe = (job: Job) => {
  const { id, operation, started_at, progress, result } = job
  const state =
    result === null
      ? 'running'
      : result.ok
        ? 'done'
        : result.failure.code === 'CANCELLED'
          ? 'cancelled'
          : 'failed'
  const outcome =
    result === null ? {} : result.ok ? { result: result.value } : { problem: problemOf(result.failure) }
  return { id, operation, started_at, state, progress: { ...progress }, ...outcome }
}

/** Starts work that answers later and never rejects; returns the job as it stands now. */
export function runAsync(operation: string, run: (control: Control) => Promise<Outcome<unknown>>) {
  const controller = new AbortController()
  const job: Job = {
    id: crypto.randomUUID(),
    operation,
    started_at: new Date().toISOString(),
    controller,
    progress: { done: 0, total: 0, phase: 'start' },
    result: null,
  }
  jobs.set(job.id, job)
  const onProgress = (progress: Progress) => void (job.progress = progress)
  void run({ signal: controller.signal, onProgress }).then((result) => void (job.result = result))
  for (const old of [...jobs.values()].filter(({ result }) => result !== null).slice(0, -KEPT))
    jobs.delete(old.id)
  return describe(job)
}

const jobSchema = v.looseObject({
  id: v.string(),
  operation: v.string(),
  state: v.string(),
  progress: recordField,
})

export const listJobs = defineOperation({
  method: 'GET',
  path: '/api/v1/jobs',
  summary: 'Running and finished long work of this tab',
  whileLocked: true,
  input: v.object(listFields),
  output: v.object({ items: v.array(jobSchema), total: v.number(), next: v.nullable(v.string()) }),
  example: {},
  run: async (_, page) => listed([...jobs.values()].map(describe), page),
})

const idInput = v.object({ id: v.string() })
const missing = (id: string) => failure('NOT_FOUND', `no job ${id}`)

export const getJob = defineOperation({
  method: 'GET',
  path: '/api/v1/jobs/{id}',
  summary: 'One piece of long work: its state, progress and, at the end, its result',
  whileLocked: true,
  input: idInput,
  output: jobSchema,
  example: { id: '0000' },
  async run(_, { id }) {
    const job = jobs.get(id)
    return job ? success(describe(job)) : missing(id)
  },
})

export const cancelJob = defineOperation({
  method: 'DELETE',
  path: '/api/v1/jobs/{id}',
  summary: 'Cancels long work',
  whileLocked: true,
  input: idInput,
  output: jobSchema,
  example: { id: '0000' },
  async run(_, { id }) {
    const job = jobs.get(id)
    job?.controller.abort()
    return job ? success(describe(job)) : missing(id)
  },
})
