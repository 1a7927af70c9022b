import { dayOf } from '../../model/day.ts'
import { failure, type Outcome, success } from '../../model/outcome.ts'
import { readPredictions } from '../../query/customers/base.ts'
import { listedCount } from '../../query/customers/found.ts'
import type { Engine } from '../../query/duckdb.ts'
import type { Control, Workspace } from '../workspace.ts'
import { customerBase, customerContext } from './base.ts'
import { customerPredictions } from './predictions.ts'

/** Wait for the models, or take what is there. */
export type Waiting = 'wait' | 'kept'

let files = 0

/** What is predicted beside a directory: begun when first asked for, for it takes longest. */
export interface PredictedBeside {
  readonly currency: string
  predicted: Promise<Outcome<boolean>> | undefined
  hasPredictions: boolean
  /** Ends the training: somebody cancelled it, or the data have changed and nobody reads what comes of it. */
  stop: AbortController
}

interface Opened {
  readonly engine: Engine
  readonly directory: PredictedBeside
}

const written = (value: number): string => (Number.isFinite(value) ? String(value) : '')
const writtenDay = (day: number): string => (Number.isFinite(day) ? dayOf(day) : '')

/** Puts worth, risk and next order beside the directory; false where nobody has ordered or too little is known. */
async function putPredictions(
  workspace: Workspace,
  engine: Engine,
  { currency, stop }: PredictedBeside,
  onProgress: Control['onProgress'],
): Promise<Outcome<boolean>> {
  const context = await customerContext(workspace, { signal: stop.signal, onProgress })
  const base = await customerBase(context, { currency })
  if (!base.ok || !base.value) return success(false)
  const made = await customerPredictions(context, base.value)
  if (!made.ok) return made.failure.code === 'TOO_LITTLE_DATA' ? success(false) : made
  if (!made.value || stop.signal.aborted) return success(false)
  const { customer, clv, churn, next } = made.value
  const lines = Array.from(customer, (key, at) =>
    [key, written(clv[at]!), written(churn[at]!), writtenDay(next[at]!)].join(','),
  )
  if (lines.length === 0) return success(false)
  const name = `predictions-${++files}.csv`
  await engine.putFile(name, new TextEncoder().encode(`${lines.join('\n')}\n`))
  await engine.exec(readPredictions(name))
  await engine.dropFile(name)
  return success(true)
}

/** One training in a workspace at a time: another tab waits for it, and finds what it has kept. */
const oneTab = (
  workspace: Workspace,
  signal: AbortSignal,
  work: () => Promise<Outcome<boolean>>,
): Promise<Outcome<boolean>> =>
  navigator.locks
    .request(`ventas-predictions-${workspace.row.id}`, { signal }, work)
    .catch((cause: unknown) => {
      if (signal.aborted) return failure('CANCELLED', 'cancelled by the caller')
      throw cause
    })

/**
 * Puts worth, risk of leaving and next order beside the directory, unless they are there; false: there are none. The
 * first to ask begins the training, in whichever tab. What fails is tried again when asked again. Aborting ends it for all.
 */
export async function predictDirectory(
  workspace: Workspace,
  { engine, directory }: Opened,
  { signal, onProgress }: Control = {},
): Promise<Outcome<boolean>> {
  if (directory.hasPredictions) return success(true)
  if (directory.stop.signal.aborted) directory.stop = new AbortController()
  const { stop } = directory
  signal?.addEventListener('abort', () => stop.abort(), { once: true })
  if (signal?.aborted) stop.abort()
  const work = (directory.predicted ??= oneTab(workspace, stop.signal, () =>
    putPredictions(workspace, engine, directory, onProgress),
  ))
  const forget = (): void => {
    if (directory.predicted === work) directory.predicted = undefined
  }
  const made = await work.catch((cause: unknown) => {
    forget()
    throw cause
  })
  if (!made.ok) forget()
  else directory.hasPredictions = made.value
  return made
}

/** From so many customers on, a list does not wait for the models unless it is told to. */
const MANY = 20_000

/** Begins what is predicted, and waits for it where the list rests on it, or where it is soon there. A list stands without it too. */
export async function awaitPredictions(
  workspace: Workspace,
  { engine, directory }: Opened,
  asked: Waiting | undefined,
  needed: boolean,
): Promise<void> {
  if (directory.hasPredictions || (asked === 'kept' && !needed)) return
  const made = predictDirectory(workspace, { engine, directory }).catch(() => undefined)
  const [{ customers = 0 } = {}] = await engine.run(listedCount())
  if (needed || asked === 'wait' || customers <= MANY) await made
}
