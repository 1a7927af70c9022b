import * as tf from '@tensorflow/tfjs'
import { seeded } from '../../src/analytics/forecast/statistics.ts'
import type { Examples } from './windows.ts'

/** A network of two hidden layers with rectifiers, as plain numbers; layer i maps `sizes[i]` to `sizes[i + 1]`. */
export interface Network {
  readonly sizes: readonly number[]
  readonly weights: readonly Float32Array[]
  readonly biases: readonly Float32Array[]
  readonly epochs: number
  /** Mean absolute error on the latest windows, which training did not see, in units of a window's spread. */
  readonly heldOut: number
}

/** What the network says for one row of inputs; plain code, so that it is the same on every backend. */
export function answerOf(network: Network, inputs: Float32Array): Float64Array {
  let values: Float64Array = Float64Array.from(inputs)
  network.weights.forEach((weight, layer) => {
    const from = network.sizes[layer]!
    const to = network.sizes[layer + 1]!
    const next = Float64Array.from(network.biases[layer]!)
    for (let i = 0; i < from; i++)
      if (values[i] !== 0) for (let j = 0; j < to; j++) next[j]! += values[i]! * weight[i * to + j]!
    values = layer + 1 < network.weights.length ? next.map((value) => Math.max(0, value)) : next
  })
  return values
}

const HIDDEN = 48
const BATCH = 32
const MOST_EPOCHS = 50
const PATIENCE = 12
const MOST_WINDOWS = 1500

/** He-scaled uniform numbers; zeros for the last layer, so that training begins at what the window says by itself. */
const startingWeights = (from: number, to: number, last: boolean, random: () => number): Float32Array => {
  const limit = Math.sqrt(6 / from)
  return Float32Array.from({ length: from * to }, () => (last ? 0 : (2 * random() - 1) * limit))
}

const shuffled = (count: number, random: () => number): Int32Array => {
  const order = Int32Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return order
}

interface Layers {
  readonly weights: tf.Variable[]
  readonly biases: tf.Variable[]
}

const forward = (layers: Layers, inputs: tf.Tensor2D): tf.Tensor2D => {
  let values = inputs
  layers.weights.forEach((weight, layer) => {
    const next = tf.add(tf.matMul(values, weight as tf.Tensor2D), layers.biases[layer]!) as tf.Tensor2D
    values = layer + 1 < layers.weights.length ? tf.relu(next) : next
  })
  return values
}

/** Mean absolute error, smooth near 0 so that it has a gradient on every backend. */
const loss = (layers: Layers, inputs: tf.Tensor2D, targets: tf.Tensor2D): tf.Scalar => {
  const error = tf.sub(forward(layers, inputs), targets)
  return tf.mean(tf.sqrt(tf.add(tf.square(error), 1e-4)))
}

const rowsOf = (data: Float32Array, width: number, order: Int32Array): tf.Tensor2D => {
  const rows = new Float32Array(order.length * width)
  order.forEach((row, i) => rows.set(data.subarray(row * width, (row + 1) * width), i * width))
  return tf.tensor2d(rows, [order.length, width])
}

const clone = async (variables: readonly tf.Variable[]): Promise<Float32Array[]> =>
  Promise.all(variables.map(async (variable) => (await variable.data()).slice() as Float32Array))

interface Split {
  /** Number of the first window used, and how many from it on are learned from. */
  readonly first: number
  readonly learning: number
  /** How many after them decide when to stop. */
  readonly held: number
}

const splitOf = (count: number): Split => {
  const first = Math.max(0, count - MOST_WINDOWS)
  const held = Math.max(1, Math.floor((count - first) / 7))
  return { first, held, learning: count - first - held }
}

/** The tensor that a variable begins with is another one than the variable: tidying frees it, and keeps the variables. */
const layersOf = (sizes: readonly number[], random: () => number): Layers =>
  tf.tidy(() => {
    const pairs = sizes.slice(1).map((to, i) => [sizes[i]!, to] as const)
    const last = pairs.length - 1
    return {
      weights: pairs.map(([from, to], i) =>
        tf.variable(tf.tensor2d(startingWeights(from, to, i === last, random), [from, to])),
      ),
      biases: pairs.map(([, to]) => tf.variable(tf.zeros([to]))),
    }
  })

const runEpoch = (
  layers: Layers,
  optimizer: tf.Optimizer,
  examples: Examples,
  [input, output]: readonly [number, number],
  order: Int32Array,
): void => {
  for (let at = 0; at < order.length; at += BATCH) {
    const rows = order.subarray(at, at + BATCH)
    tf.tidy(() => {
      const inputs = rowsOf(examples.inputs, input, rows)
      const targets = rowsOf(examples.targets, output, rows)
      optimizer.minimize(() => loss(layers, inputs, targets))
    })
  }
}

const valueOf = async (make: () => tf.Scalar): Promise<number> => {
  const value = tf.tidy(make)
  const [number] = await value.data()
  value.dispose()
  return number ?? NaN
}

/**
 * Trains on all windows but the latest seventh, which decides when to stop; Adam with an explicit epsilon (WebGL's
 * default is another one), own shuffling: the same seed and backend give the same network. Null: stopped, or too few
 * windows; a loss that runs away ends training with the best weights so far. All tensors are freed.
 */
export async function trainNetwork(
  examples: Examples,
  input: number,
  output: number,
  options: { seed: number; pause: () => Promise<boolean> },
): Promise<Network | null> {
  const random = seeded(options.seed)
  const { first, learning, held } = splitOf(examples.count)
  if (learning < 1) return null
  const sizes = [input, HIDDEN, HIDDEN, output]
  const layers = layersOf(sizes, random)
  const variables = [...layers.weights, ...layers.biases]
  const optimizer = tf.train.adam(0.0005, 0.9, 0.999, 1e-7)
  const heldRows = Int32Array.from({ length: held }, (_, i) => first + learning + i)
  const heldInputs = rowsOf(examples.inputs, input, heldRows)
  const heldTargets = rowsOf(examples.targets, output, heldRows)
  const heldError = (): Promise<number> => valueOf(() => loss(layers, heldInputs, heldTargets))
  try {
    let best = { error: await heldError(), epoch: 0, values: await clone(variables) }
    for (let done = 1; done <= MOST_EPOCHS && done - best.epoch <= PATIENCE; done++) {
      const order = shuffled(learning, random).map((row) => first + row)
      runEpoch(layers, optimizer, examples, [input, output], order)
      const error = await heldError()
      if (!Number.isFinite(error)) break
      if (error < best.error) best = { error, epoch: done, values: await clone(variables) }
      if (await options.pause()) return null
    }
    const { values } = best
    const count = layers.weights.length
    return {
      sizes,
      weights: values.slice(0, count),
      biases: values.slice(count),
      epochs: best.epoch,
      heldOut: best.error,
    }
  } finally {
    tf.dispose([heldInputs, heldTargets, ...variables])
    optimizer.dispose()
  }
}
