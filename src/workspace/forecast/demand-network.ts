import { isTrained, networksOf, type Checkpoint } from '../../analytics/forecast/global-network/checkpoint.ts'
import type { GlobalNetworks } from '../../analytics/forecast/global-network/network.ts'
import { planNetwork, type NetworkPlan } from '../../analytics/forecast/global-network/plan.ts'
import { seriesOfDemand, type ProductSeries } from '../../analytics/forecast/demand.ts'
import { trainNetworkInWorker } from '../../jobs/forecaster.ts'
import { failure, success, type Outcome } from '../../model/outcome.ts'
import type { Task, TrainedOn } from '../../model/task.ts'
import { fromBase64, toBase64 } from '../../store/file/bytes.ts'
import { sha256 } from '../../store/sha256.ts'
import { plain, type StoredRecord } from '../stored-records.ts'
import type { Control, Workspace } from '../workspace.ts'

const TASK = 'product_demand' satisfies Task

/** What the network learns from: the days that all products share the end of. */
export interface NetworkQuestion {
  readonly products: readonly ProductSeries[]
  readonly from: string
  readonly to: string
  readonly horizon: number
  readonly seed: number
}

/** Changes with what the numbers of a checkpoint mean, and how they are named: older ones are then trained anew. */
const VERSION = 2

type Weights = readonly Float32Array[]

const coded = (weights: Weights): string[] =>
  weights.map((one) => toBase64(new Uint8Array(one.slice().buffer)))

const decoded = (texts: readonly string[]): Weights =>
  texts.map((text) => new Float32Array((fromBase64(text) ?? new Uint8Array(0)).buffer))

/** A checkpoint as plain text: it lies in sealed rows, too. */
interface KeptCheckpoint extends Pick<Checkpoint, 'stage' | 'step'> {
  readonly loss: number | null
  readonly weights: readonly string[]
  readonly adam: readonly string[]
  readonly networks: readonly { readonly weights: readonly string[]; readonly unseen: number }[]
}

const packed = (checkpoint: Checkpoint): KeptCheckpoint => ({
  ...checkpoint,
  loss: Number.isFinite(checkpoint.loss) ? checkpoint.loss : null,
  weights: coded(checkpoint.weights),
  adam: coded(checkpoint.adam),
  networks: checkpoint.networks.map(({ weights, unseen }) => ({ weights: coded(weights), unseen })),
})

const unpacked = (kept: KeptCheckpoint): Checkpoint => ({
  ...kept,
  loss: kept.loss ?? NaN,
  weights: decoded(kept.weights),
  adam: decoded(kept.adam),
  networks: kept.networks.map(({ weights, unseen }) => ({ weights: decoded(weights), unseen })),
})

const fingerprintOf = async (series: readonly Float64Array[], plan: NetworkPlan): Promise<string> => {
  const head = JSON.stringify([VERSION, plan, series.map(({ length }) => length)])
  // Bytes, not text: hundreds of products as text would hold the page up.
  return (await sha256(new Blob([head, ...(series as Float64Array<ArrayBuffer>[])]))).slice(0, 16)
}

const isOf = ({ data }: StoredRecord, fingerprint: string): boolean =>
  data['task'] === TASK && (data['trained_on'] as TrainedOn | undefined)?.fingerprint === fingerprint

/** The network that was trained on the same days before. */
async function trainedBefore(workspace: Workspace, fingerprint: string): Promise<Checkpoint | null> {
  const kept = (await workspace.records('models').list()).find((record) => isOf(record, fingerprint))
  const artifacts = kept?.data['artifacts'] as KeptCheckpoint | null | undefined
  return artifacts ? unpacked(artifacts) : null
}

/** Where a training of the same days was stopped. It goes when the data change. */
const noteOf = (fingerprint: string): string => `network ${fingerprint}`

/** Whether a kept network was trained for the same horizon and seed: on the days before, then. */
function isOlder({ data }: StoredRecord, { horizon, seed }: NetworkPlan): boolean {
  const told = data['explanations'] as { global_network?: { horizon?: number } } | undefined
  return data['task'] === TASK && data['seed'] === seed && told?.global_network?.horizon === horizon
}

/**
 * Keeps the trained network and the log of its training. The weights of the one before it go, its record stays: whoever looks
 * at a month and at a quarter in turn has both at hand.
 */
async function keep(
  workspace: Workspace,
  question: NetworkQuestion,
  plan: NetworkPlan,
  data: Readonly<Record<string, unknown>>,
  checkpoint: Checkpoint,
): Promise<void> {
  const models = workspace.records('models')
  for (const old of await models.list())
    if (old.data['artifacts'] && isOlder(old, plan)) await models.change(old.id, { artifacts: null })
  const { from, to, products, horizon, seed } = question
  const { steps, parameters } = networksOf(plan, checkpoint)
  const explanations = {
    global_network: { steps, parameters, products: products.length, horizon: plan.horizon },
  }
  const named = { task: TASK, name: 'units global_network', model: 'global_network', target: 'units' }
  const record = plain({ ...named, horizon, seed, ...data, explanations })
  const model = await models.put({ ...record, artifacts: plain(packed({ ...checkpoint, adam: [] })) })
  const days = { from, to, products: products.length }
  await workspace.records('training_logs').put({ ...record, ...days, state: 'done', model_id: model.id })
}

/**
 * The network of all products: the one that was trained on the same days before; else it is trained in the worker, from where a
 * training of these days was stopped, and kept. Null: too few products or days, or nothing here can train it; other models
 * answer then. Fails when it is stopped.
 */
export async function demandNetwork(
  workspace: Workspace,
  question: NetworkQuestion,
  control: Control = {},
): Promise<Outcome<GlobalNetworks | null>> {
  const series = seriesOfDemand(question.products)
  const plan = planNetwork(
    series.map((values) => values.length),
    question.horizon,
    question.seed,
  )
  if (!plan) return success(null)
  const fingerprint = await fingerprintOf(series, plan)
  const known = await trainedBefore(workspace, fingerprint)
  if (known && isTrained(plan, known)) return success(networksOf(plan, known))
  const begin = performance.now()
  const note = noteOf(fingerprint)
  const stopped = await workspace.lastKnown.read<KeptCheckpoint>(note)
  const from = stopped && unpacked(stopped)
  const made = await trainNetworkInWorker(
    { series, plan, from },
    (checkpoint) => workspace.lastKnown.write(note, packed(checkpoint)).catch(() => {}),
    control,
  )
  if (control.signal?.aborted) return failure('CANCELLED', 'cancelled by the caller')
  if (!made.ok) return made.failure.code === 'CANCELLED' ? made : success(null)
  const { checkpoint, backend } = made.value
  const seconds = (performance.now() - begin) / 1000
  const { from: first, to } = question
  const trained_on = { from: first, to, fingerprint } satisfies TrainedOn
  await keep(workspace, question, plan, { backend, seconds, trained_on, resumed: from !== null }, checkpoint)
  await workspace.lastKnown.write(note, null)
  return success(networksOf(plan, checkpoint))
}
