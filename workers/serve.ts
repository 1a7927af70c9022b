import { expose, releaseProxy, type Remote } from 'comlink'
import { takeEngineModule } from '../src/model/engine-module.ts'
import { FULL_DISK, isFullDisk } from '../src/model/full-disk.ts'
import { failure, type Outcome } from '../src/model/outcome.ts'
import type { Progress } from '../src/model/progress.ts'
import { guardSinks } from '../src/model/trusted-types.ts'
import type { CallTable, Job, Served } from './contract.ts'

/** Lets the messages that wait (a cancel, above all) be handled; a timer of 0 ms is clamped to 4 ms, a message is not. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })

/** Across the wire it answers when the page has taken note. */
type Beat = (progress?: Progress) => Promise<void> | void

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

/**
 * Makes `calls` callable from the page through `createWorkerClient`. A call that throws answers QUOTA where the disk is full, else ENGINE_FAILED.
 * Unhandled rejections reach nobody by themselves in a worker: they are turned into error events for the owner.
 */
export function serve(calls: CallTable): void {
  guardSinks()
  takeEngineModule(self)
  const stops = new Map<number, { aborted: boolean }>()
  const run = async (id: number, name: string, input: unknown, onBeat: Beat): Promise<Outcome<unknown>> => {
    const stop = { aborted: false }
    stops.set(id, stop)
    let told: Promise<void> | void = undefined
    const beat: Job['beat'] = (progress) => {
      if (!stop.aborted) told = onBeat(progress)
      return breathe()
    }
    try {
      const call = calls[name]
      return call ? await call(input, { stop, beat }) : failure('NOT_FOUND', `no call ${name} in this worker`)
    } catch (cause) {
      return isFullDisk(cause) ? failure('QUOTA', FULL_DISK) : failure('ENGINE_FAILED', messageOf(cause))
    } finally {
      stops.delete(id)
      // Beats go another way than the answer: without this wait the last one could come after it.
      await told
      ;(onBeat as unknown as Remote<Beat>)[releaseProxy]()
    }
  }
  const cancel = (id: number): void => {
    const stop = stops.get(id)
    if (stop) stop.aborted = true
  }
  self.addEventListener('unhandledrejection', (event) => reportError(event.reason))
  expose({ run, cancel } satisfies Served)
}
