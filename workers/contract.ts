import type { Outcome } from '../src/model/outcome.ts'
import type { Progress, StopSignal } from '../src/model/progress.ts'

/** What a running call of a worker may ask and tell. */
export interface Job {
  /** Set when the page has cancelled; look at it after every `beat`. */
  readonly stop: StopSignal
  /** Says "alive" (and how far), then lets waiting messages in, so that a cancel is seen. */
  beat(progress?: Progress): Promise<void>
}

/** One call of a worker: failures come back as data, a throw is a bug. Return `transfer(outcome, […])` to move buffers. */
export type Call<Input, Value> = (input: Input, job: Job) => Promise<Outcome<Value>>

/** The calls of a worker by name. A worker exports `type XxxCalls = typeof calls` for its owner in `src/jobs`. */
// oxlint-disable-next-line no-explicit-any
export type CallTable = Record<string, Call<any, unknown>>

/** What `serve` puts on the wire; only `worker-client.ts` talks to it. */
export interface Served {
  run(
    id: number,
    name: string,
    input: unknown,
    onBeat: (progress?: Progress) => void,
  ): Promise<Outcome<unknown>>
  cancel(id: number): void
}
