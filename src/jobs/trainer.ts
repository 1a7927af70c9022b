import type { TrainerCalls } from '../../workers/trainer.ts'
import { createWorkerClient, type WorkerClient } from './worker-client.ts'

/** What learns from the orders of customers: segments, worth, churn. */
export type Trainer = Pick<WorkerClient<TrainerCalls>, 'call'>

/** The worker that trains models of customers; one job after the other. */
export const trainer: Trainer = createWorkerClient<TrainerCalls>(
  () => new Worker(new URL('../../workers/trainer.ts', import.meta.url), { type: 'module', name: 'trainer' }),
  { silenceMs: 60_000, idleMs: 60_000 },
)
