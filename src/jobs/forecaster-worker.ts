import type { ForecasterCalls } from '../../workers/forecaster.ts'
import type { Outcome } from '../model/outcome.ts'
import { createWorkerClient } from './worker-client.ts'

export const startForecaster = () =>
  new Worker(new URL('../../workers/forecaster.ts', import.meta.url), {
    type: 'module',
    name: 'forecaster',
  })

/** The worker for what is asked for: one job after the other. */
export const client = createWorkerClient<ForecasterCalls>(startForecaster, {
  silenceMs: 30_000,
  idleMs: 60_000,
})

/** The worker died or fell silent, as it does when its graphics context is lost. */
export const isLost = (outcome: Outcome<unknown>): boolean =>
  !outcome.ok && outcome.failure.code === 'ENGINE_FAILED' && outcome.failure.fields?.['reason'] !== undefined
