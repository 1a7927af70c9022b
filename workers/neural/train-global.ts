import * as tf from '@tensorflow/tfjs'
import { BATCH, DAYS, drawBatch, learnable } from '../../src/analytics/forecast/global-network/batch.ts'
import type { Checkpoint } from '../../src/analytics/forecast/global-network/checkpoint.ts'
import { AHEAD, SEEN, type Track } from '../../src/analytics/forecast/global-network/inputs.ts'
import { MOST_FACTOR, QUANTILES, WEIGHTS } from '../../src/analytics/forecast/global-network/network.ts'
import type { NetworkPlan } from '../../src/analytics/forecast/global-network/plan.ts'
import { seeded } from '../../src/analytics/forecast/statistics.ts'

const FASTEST = 0.003
const SLOWEST = 0.0002
/** Later stages go on from where the first one ended, and need no long strides. */
const LATER = 0.3

/** The learning rate falls along half a cosine within a stage. */
const rateAt = (stage: number, share: number): number =>
  SLOWEST + (stage > 0 ? LATER : 1) * (FASTEST - SLOWEST) * 0.5 * (1 + Math.cos(Math.PI * share))

/** He-scaled uniform numbers; zeros for biases and the last layer, so that training begins at the first guess of each day. */
const startingWeights = (seed: number): Float32Array[] => {
  const random = seeded(seed)
  return WEIGHTS.map(([from, to], i) => {
    if (to === undefined || i === WEIGHTS.length - 2) return new Float32Array(from * (to ?? 1))
    const limit = Math.sqrt(6 / from)
    return Float32Array.from({ length: from * to }, () => (2 * random() - 1) * limit)
  })
}

type Layers = readonly tf.Variable[]

/** Rows of the gaps' signs: what each adds to the five quantiles around the median. */
const GAPS = [
  [-1, 0, 0, 0, 0],
  [-1, -1, 0, 0, 0],
  [0, 0, 0, 1, 1],
  [0, 0, 0, 0, 1],
]
const LEVELS = [...QUANTILES]

interface Tensors {
  readonly seen: tf.Tensor2D
  readonly ahead: tf.Tensor2D
  readonly anchors: tf.Tensor2D
  readonly targets: tf.Tensor2D
}

/** The six numbers at the end of the network, for each day of each window. */
function endOf(layers: Layers, { seen, ahead }: Tensors): tf.Tensor2D {
  const [w1, b1, w2, b2, w3, b3, wc, wa, bm, wo, bo] = layers as unknown as tf.Tensor2D[]
  const first = tf.relu(tf.add(tf.matMul(seen, w1!), b1!))
  const second = tf.add(tf.relu(tf.add(tf.matMul(first, w2!), b2!)), first) as tf.Tensor2D
  const code = tf.add(tf.matMul(second, w3!), b3!) as tf.Tensor2D
  const width = bm!.shape[0]!
  const ground = tf.reshape(tf.matMul(code, wc!), [BATCH, 1, width])
  const days = tf.reshape(tf.matMul(ahead, wa!), [BATCH, DAYS, width])
  const mixed = tf.relu(tf.add(tf.add(ground, days), bm!))
  return tf.add(tf.matMul(tf.reshape(mixed, [BATCH * DAYS, width]) as tf.Tensor2D, wo!), bo!) as tf.Tensor2D
}

/** Poisson loss of the mean (which asks for the mean, and does not chase single large days) and pinball loss of the quantiles. */
function lossOf(layers: Layers, tensors: Tensors): tf.Scalar {
  const { anchors, targets } = tensors
  const end = endOf(layers, tensors)
  const rows = BATCH * DAYS
  const factor = tf.clipByValue(tf.slice(end, [0, 0], [rows, 1]), -MOST_FACTOR, MOST_FACTOR)
  const mean = tf.mul(anchors, tf.exp(factor))
  const poisson = tf.mean(tf.sub(mean, tf.mul(targets, factor)))
  const middle = tf.add(anchors, tf.slice(end, [0, 1], [rows, 1]))
  const gaps = tf.softplus(tf.slice(end, [0, 2], [rows, 4])) as tf.Tensor2D
  const quantiles = tf.add(middle, tf.matMul(gaps, tf.tensor2d(GAPS)))
  const above = tf.sub(targets, quantiles)
  const pinball = tf.add(tf.mul(above, tf.tensor1d(LEVELS)), tf.relu(tf.neg(above)))
  return tf.add(poisson, tf.mean(pinball)) as tf.Scalar
}

const tensorsOf = (tracks: readonly Track[], plan: NetworkPlan, unseen: number, at: number): Tensors => {
  const { seen, ahead, anchors, targets } = drawBatch(tracks, plan, unseen, at)
  const rows = BATCH * DAYS
  return {
    seen: tf.tensor2d(seen, [BATCH, SEEN]),
    ahead: tf.tensor2d(ahead, [rows, AHEAD]),
    anchors: tf.tensor2d(anchors, [rows, 1]),
    targets: tf.tensor2d(targets, [rows, 1]),
  }
}

const copied = async (tensors: readonly tf.Tensor[]): Promise<Float32Array[]> =>
  Promise.all(tensors.map(async (tensor) => Float32Array.from(await tensor.data())))

const BETA = [0.9, 0.999] as const
/** Said aloud: tfjs takes another default on WebGL (its issue 6980), and then networks differ by backend. */
const EPSILON = 1e-7

/** Adam (Kingma and Ba, 2015) with its moments in the open, so that they can be kept and taken up again exactly. */
interface Adam {
  readonly first: Layers
  readonly second: Layers
}

const variablesOf = (values: readonly Float32Array[]): Layers =>
  values.map((one, i) => tf.tidy(() => tf.variable(tf.tensor(one, [...WEIGHTS[i]!]))))

function adamOf({ adam }: Checkpoint): Adam {
  const count = WEIGHTS.length
  const zeros = WEIGHTS.map(([from, to]) => new Float32Array(from * (to ?? 1)))
  return {
    first: variablesOf(adam.length > 0 ? adam.slice(0, count) : zeros),
    second: variablesOf(adam.length > 0 ? adam.slice(count) : zeros),
  }
}

function descend(
  layers: Layers,
  { first, second }: Adam,
  gradients: tf.NamedTensorMap,
  rate: number,
  step: number,
): void {
  layers.forEach((layer, i) => {
    const gradient = gradients[layer.name]!
    const [m, v] = [first[i]!, second[i]!]
    m.assign(tf.add(tf.mul(m, BETA[0]), tf.mul(gradient, 1 - BETA[0])))
    v.assign(tf.add(tf.mul(v, BETA[1]), tf.mul(tf.square(gradient), 1 - BETA[1])))
    const [up, down] = [tf.mul(m, rate / (1 - BETA[0] ** step)), tf.div(v, 1 - BETA[1] ** step)]
    layer.assign(tf.sub(layer, tf.div(up, tf.add(tf.sqrt(down), EPSILON))))
  })
}

export const beginning = (plan: NetworkPlan): Checkpoint => ({
  stage: 0,
  step: 0,
  weights: startingWeights(plan.seed),
  adam: [],
  networks: [],
  loss: NaN,
})

/** Steps between two looks at the loss, at which waiting messages are let in. */
const LOOK = 10

/**
 * Trains on from a checkpoint for some steps, at most to the end of its stage, where the network is kept. The same plan, series
 * and backend give the same numbers however often training was stopped and taken up again. Null: stopped, or the loss ran
 * away. All tensors are freed.
 */
export async function trainOn(
  tracks: readonly Track[],
  plan: NetworkPlan,
  from: Checkpoint,
  options: { steps: number; pause: (done: number) => Promise<boolean> },
): Promise<Checkpoint | null> {
  const stage = plan.stages[from.stage]
  if (!stage) return from
  const shown = learnable(tracks, stage.unseen)
  const before = plan.stages.slice(0, from.stage).reduce((sum, { steps }) => sum + steps, 0)
  const layers = variablesOf(from.weights)
  const adam = adamOf(from)
  const end = Math.min(stage.steps, from.step + options.steps)
  let { loss } = from
  try {
    for (let step = from.step; step < end; step++) {
      const value = tf.tidy(() => {
        const batch = tensorsOf(shown, plan, stage.unseen, before + step)
        const { value: made, grads } = tf.variableGrads(() => lossOf(layers, batch), [...layers])
        descend(layers, adam, grads, rateAt(from.stage, step / stage.steps), step + 1)
        return made
      })
      const look = (step + 1) % LOOK === 0 || step + 1 === end
      if (look) loss = (await value.data())[0]!
      value.dispose()
      if (look && (!Number.isFinite(loss) || (await options.pause(before + step + 1)))) return null
    }
    return await after(plan, from, end, loss, layers, adam)
  } finally {
    tf.dispose([...layers, ...adam.first, ...adam.second])
  }
}

/** The checkpoint after the steps up to `end` of a stage; with its last one a network is kept. */
async function after(
  { stages }: NetworkPlan,
  from: Checkpoint,
  end: number,
  loss: number,
  layers: Layers,
  adam: Adam,
): Promise<Checkpoint> {
  const stage = stages[from.stage]!
  const weights = await copied(layers)
  if (end < stage.steps)
    return { ...from, step: end, weights, adam: await copied([...adam.first, ...adam.second]), loss }
  const networks = [...from.networks, { weights, unseen: stage.unseen }]
  return { stage: from.stage + 1, step: 0, weights, adam: [], networks, loss }
}
