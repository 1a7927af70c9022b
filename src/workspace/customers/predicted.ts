import { dayOf } from '../../model/day.ts'
import { readPredictions } from '../../query/customers/base.ts'
import { listedCount } from '../../query/customers/found.ts'
import type { Engine } from '../../query/duckdb.ts'
import type { Workspace } from '../workspace.ts'
import { customerBase, customerContext } from './base.ts'
import { customerPredictions } from './predictions.ts'

/** Wait for the models, or take what is there. */
export type Waiting = 'wait' | 'kept'

let files = 0

/** What is predicted beside a directory: begun when first asked for, for it takes longest. */
export interface PredictedBeside {
  readonly currency: string
  predicted: Promise<boolean> | undefined
  hasPredictions: boolean
}

interface Opened {
  readonly engine: Engine
  readonly directory: PredictedBeside
}

const written = (value: number): string => (Number.isFinite(value) ? String(value) : '')
const writtenDay = (day: number): string => (Number.isFinite(day) ? dayOf(day) : '')

/** Puts worth, risk and next order beside the directory; false where nobody has ordered or a model failed. */
async function putPredictions(workspace: Workspace, engine: Engine, currency: string): Promise<boolean> {
  const context = await customerContext(workspace, {})
  const base = await customerBase(context, { currency })
  if (!base.ok || !base.value) return false
  const made = await customerPredictions(context, base.value)
  if (!made.ok || !made.value) return false
  const { customer, clv, churn, next } = made.value
  const lines = Array.from(customer, (key, at) =>
    [key, written(clv[at]!), written(churn[at]!), writtenDay(next[at]!)].join(','),
  )
  if (lines.length === 0) return false
  const name = `predictions-${++files}.csv`
  await engine.putFile(name, new TextEncoder().encode(`${lines.join('\n')}\n`))
  await engine.exec(readPredictions(name))
  await engine.dropFile(name)
  return true
}

/** Waits for worth, risk and next order; the first to ask begins the training. What fails is tried again when asked again. */
function predictions(workspace: Workspace, engine: Engine, directory: PredictedBeside): Promise<boolean> {
  directory.predicted ??= putPredictions(workspace, engine, directory.currency).then(
    (there) => {
      directory.hasPredictions = there
      return there
    },
    (cause: unknown) => {
      directory.predicted = undefined
      throw cause
    },
  )
  return directory.predicted
}

/** Puts worth, risk of leaving and next order beside the directory, unless they are there; false: there are none. */
export const predictDirectory = async (
  workspace: Workspace,
  { engine, directory }: Opened,
): Promise<boolean> => directory.hasPredictions || predictions(workspace, engine, directory)

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
  const made = predictions(workspace, engine, directory).catch(() => false)
  const [{ customers = 0 } = {}] = await engine.run(listedCount())
  if (needed || asked === 'wait' || customers <= MANY) await made
}
