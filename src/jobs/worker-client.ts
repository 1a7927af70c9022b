import { proxy, wrap, type Remote } from 'comlink'
import { failure, type Outcome } from '../model/outcome.ts'
import type { Progress } from '../model/progress.ts'
import type { CallTable, Served } from '../../workers/contract.ts'
import type { Control } from './control.ts'

/** The page's half of one worker. Calls run one after the other, in the order in which they were made. */
export interface WorkerClient<Calls extends CallTable> {
  /**
   * Never rejects. Aborting answers CANCELLED at once; the worker is told, and ended if it does not stop by itself.
   * A worker that fails or falls silent answers ENGINE_FAILED (`fields.reason`: 'error' | 'silence'); the next call
   * starts a new one. Buffers move when `input` is wrapped by Comlink's `transfer`.
   */
  call<Name extends keyof Calls & string>(
    name: Name,
    input: Parameters<Calls[Name]>[0],
    control?: Control,
  ): ReturnType<Calls[Name]>
  /** Ends the worker; a running call answers ENGINE_FAILED. The next call starts it anew. */
  stop(): void
  /** Ends the worker: the running call and all that wait answer CANCELLED. The next call starts it anew. */
  drop(): void
  /** Ends the worker for good: the running call and all that wait, or come later, answer CANCELLED. */
  close(): void
}

export interface WorkerOptions {
  /** Longest time without a beat before the worker counts as dead. */
  readonly silenceMs?: number
  /** How long a cancelled call may take to stop before its worker is ended. */
  readonly graceMs?: number
  /** The worker is ended, and its memory freed, after so long without a call; 0: never. */
  readonly idleMs?: number
}

interface Live {
  readonly worker: Worker
  readonly remote: Remote<Served>
  readonly died: Promise<Outcome<never>>
}

const cancelled = (): Outcome<never> => failure('CANCELLED', 'cancelled by the caller')
const broken = (detail: string, reason: string): Outcome<never> =>
  failure('ENGINE_FAILED', detail, { reason })
const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const bringUp = (start: () => Worker): Live => {
  const worker = start()
  const died = new Promise<Outcome<never>>((resolve) => {
    worker.addEventListener('error', (event) =>
      resolve(broken(event.message || 'the worker failed', 'error')),
    )
    worker.addEventListener('messageerror', () => resolve(broken('an answer could not be read', 'error')))
    worker.addEventListener('ventas-stop', () => resolve(broken('the worker was stopped', 'error')))
  })
  return { worker, remote: wrap<Served>(worker), died }
}

const makeWatchdog = (silenceMs: number) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let bark: () => void = () => {}
  const silent = new Promise<Outcome<never>>((resolve) => {
    bark = () => resolve(broken(`no sign of life for ${silenceMs} ms`, 'silence'))
  })
  const stop = (): void => clearTimeout(timer)
  const beat = (): void => {
    stop()
    timer = setTimeout(bark, silenceMs)
  }
  beat()
  return { silent, beat, stop }
}

const whenAborted = (signal: AbortSignal | undefined): Promise<Outcome<never>> =>
  new Promise((resolve) => {
    if (signal?.aborted) resolve(cancelled())
    signal?.addEventListener('abort', () => resolve(cancelled()), { once: true })
  })

/** Takes a sign of life, and tells the caller how far the work is. */
const makeBeat =
  (alive: () => void, control: Control) =>
  (progress?: Progress): void => {
    alive()
    if (!progress || control.signal?.aborted) return
    try {
      control.onProgress?.(progress)
    } catch (cause) {
      reportError(cause)
    }
  }

const either = (one: AbortSignal | undefined, other: AbortSignal): AbortSignal =>
  one ? AbortSignal.any([one, other]) : other

const clients = new Set<{ stop(): void; drop(): void }>()

/**
 * Ends every worker of this page: what they hold in memory goes. `stop`, as a crash would: running calls answer
 * ENGINE_FAILED, what can be tried again is, and those that wait take their turn. `drop`: all of them answer CANCELLED.
 */
export function endWorkers(how: 'stop' | 'drop'): void {
  for (const client of clients) client[how]()
}

const terminate = ({ worker }: Live): void => {
  worker.dispatchEvent(new Event('ventas-stop'))
  worker.terminate()
}

/** Owns the worker that `start` makes: FIFO queue, cancel, progress, watchdog, restart. One client per worker. */
export function createWorkerClient<Calls extends CallTable>(
  start: () => Worker,
  { silenceMs = 60_000, graceMs = 250, idleMs = 0 }: WorkerOptions = {},
): WorkerClient<Calls> {
  let live: Live | undefined
  let tail: Promise<unknown> = Promise.resolve()
  let lastId = 0
  let shut = new AbortController()
  let idleTimer: ReturnType<typeof setTimeout> | undefined

  const end = (which = live): void => {
    if (which) terminate(which)
    if (which === live) live = undefined
  }

  const attempt = async (name: string, input: unknown, control: Control) => {
    if (control.signal?.aborted) return { outcome: cancelled(), settled: Promise.resolve() }
    clearTimeout(idleTimer)
    const current = (live ??= bringUp(start))
    const id = ++lastId
    const watchdog = makeWatchdog(silenceMs)
    const onBeat = makeBeat(watchdog.beat, control)
    const answer = current.remote
      .run(id, name, input, proxy(onBeat))
      .catch((cause: unknown) => broken(String(cause), 'error'))
    const ended = Promise.race([answer, current.died, watchdog.silent])
    const outcome = await Promise.race([ended, whenAborted(control.signal)])
    const settle = async (): Promise<void> => {
      if (control.signal?.aborted) void current.remote.cancel(id)
      const last = await Promise.race([ended, delay(graceMs)])
      watchdog.stop()
      if (!last || (!last.ok && last.failure.fields?.['reason'])) end(current)
      if (idleMs > 0) idleTimer = setTimeout(() => end(), idleMs)
    }
    return { outcome, settled: settle() }
  }

  const client: WorkerClient<Calls> = {
    call(name, input, given = {}) {
      const control = { ...given, signal: either(given.signal, shut.signal) }
      const turn = tail.then(() => attempt(name, input, control))
      tail = turn.then((made) => made.settled)
      const outcome = Promise.race([turn.then((made) => made.outcome), whenAborted(control.signal)])
      return outcome as ReturnType<Calls[typeof name]>
    },
    stop: () => end(),
    drop() {
      shut.abort()
      shut = new AbortController()
      end()
    },
    close() {
      shut.abort()
      clients.delete(client)
      end()
    },
  }
  clients.add(client)
  return client
}
