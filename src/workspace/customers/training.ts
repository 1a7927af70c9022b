import type { Trainer } from '../../jobs/trainer.ts'
import { type Outcome, success } from '../../model/outcome.ts'
import type { Task, TrainedOn } from '../../model/task.ts'
import { plain, type StoredRecord } from '../stored-records.ts'
import type { CustomerBase, CustomerContext } from './base.ts'
import { fingerprintOf } from './fingerprint.ts'

/** What came out of a training, or of the same one before. */
export interface Trained<Result> {
  readonly result: Result
  readonly model_id: string
  readonly log_id: string
  readonly fingerprint: string
  readonly seconds: number
}

/** A training: what it is called, what it is asked, how it runs, and what the records keep of it. */
export interface Training<Result> {
  readonly task: Task
  readonly question: Readonly<Record<string, unknown>>
  run(trainer: Trainer): Promise<Outcome<Result>>
  /** How many customers it learnt from. */
  count(result: Result): number
  /** Of the result for the model's record: no row of a customer. */
  describe(result: Result): Readonly<Record<string, unknown>>
  /** Writes what is kept of each customer, with the model's id. */
  keep?(result: Result, modelId: string): Promise<void>
}

const REMEMBERED = 8
const memory = new WeakMap<object, Map<string, Promise<Outcome<Trained<unknown>>>>>()

const latest = (records: readonly StoredRecord[], fingerprint: string): StoredRecord | undefined =>
  records.find(({ data }) => (data['trained_on'] as Partial<TrainedOn>)?.fingerprint === fingerprint)

/** The same training of the same data leaves one model; every run leaves a log. */
async function keepRecords<Result>(
  context: CustomerContext,
  training: Training<Result>,
  made: Outcome<Result>,
  about: { seconds: number; as_of: string; currency: string },
  trainedOn: TrainedOn,
): Promise<Outcome<Trained<Result>>> {
  const { task, question } = training
  const logs = context.records('training_logs')
  if (!made.ok) {
    await logs.put(
      plain({ task, ...question, ...about, trained_on: trainedOn, state: 'failed', failure: made.failure }),
    )
    return made
  }
  const trained_on: TrainedOn = { ...trainedOn, customers: training.count(made.value) }
  const data = plain({
    task,
    name: task,
    ...question,
    ...about,
    ...training.describe(made.value),
    trained_on,
  })
  const models = context.records('models')
  const { fingerprint } = trainedOn
  const known = latest(await models.list(), fingerprint)
  const model = known ?? (await models.put(data))
  if (!known) await training.keep?.(made.value, model.id)
  const log = await logs.put(plain({ ...data, state: 'done', model_id: model.id }))
  return success({
    result: made.value,
    model_id: model.id,
    log_id: log.id,
    fingerprint,
    seconds: about.seconds,
  })
}

async function train<Result>(
  context: CustomerContext,
  base: CustomerBase,
  training: Training<Result>,
  fingerprint: string,
): Promise<Outcome<Trained<Result>>> {
  const begin = performance.now()
  const made = await training.run(context.trainer)
  const seconds = (performance.now() - begin) / 1000
  if (!made.ok && made.failure.code === 'CANCELLED') return made
  const about = { seconds, as_of: base.asOf, currency: base.currency }
  return keepRecords(context, training, made, about, { from: base.firstDay, to: base.asOf, fingerprint })
}

/**
 * Trains in the worker, or gives what came out of the same question to the same data before in this tab. The model and
 * a log are kept with fingerprint, seed and seconds; a failed training leaves a log, a cancelled one nothing.
 */
export async function trained<Result>(
  context: CustomerContext,
  base: CustomerBase,
  training: Training<Result>,
): Promise<Outcome<Trained<Result>>> {
  const question = JSON.stringify([training.task, training.question, base.asOf, base.currency])
  const fingerprint = await fingerprintOf(base.days, question)
  const known = memory.get(context.runner) ?? new Map<string, Promise<Outcome<Trained<unknown>>>>()
  memory.set(context.runner, known)
  const before = known.get(fingerprint) as Promise<Outcome<Trained<Result>>> | undefined
  const shared = before && (await before)
  if (shared?.ok) return shared
  const work = train(context, base, training, fingerprint)
  known.set(fingerprint, work)
  for (const old of [...known.keys()].slice(0, -REMEMBERED)) known.delete(old)
  const outcome = await work.catch((cause: unknown) => {
    known.delete(fingerprint)
    throw cause
  })
  if (!outcome.ok) known.delete(fingerprint)
  return outcome
}
