import type { DeriverCalls } from '../../workers/deriver.ts'
import { createWorkerClient, type WorkerClient } from './worker-client.ts'

/** The page's half of the worker that makes a key of a passphrase; it ends, with its memory, when it has answered. */
export const deriver: WorkerClient<DeriverCalls> = createWorkerClient<DeriverCalls>(
  () => new Worker(new URL('../../workers/deriver.ts', import.meta.url), { type: 'module', name: 'deriver' }),
  { silenceMs: 60_000, idleMs: 1 },
)
