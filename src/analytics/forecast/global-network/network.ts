import { AHEAD, SEEN, anchorOf, viewAt, writeAhead, writeSeen, type Track } from './inputs.ts'

/** The quantiles that the network says beside the mean, in rising order. */
export const QUANTILES = [0.025, 0.1, 0.5, 0.9, 0.975] as const

const HIDDEN = 64
const CODE = 32
const MIXED = 48

/**
 * Shapes of the weights, in their order. Two layers and a skip connection read the window, one layer makes a code of it; each
 * coming day mixes that code with its own numbers (the dense encoder and temporal decoder of TiDE, Das et al., 2023): one
 * network for all products and all horizons. It ends in the logarithm of a factor on the first guess (the mean), the
 * median's distance from it, and the four gaps between quantiles.
 */
export const WEIGHTS = [
  [SEEN, HIDDEN],
  [HIDDEN],
  [HIDDEN, HIDDEN],
  [HIDDEN],
  [HIDDEN, CODE],
  [CODE],
  [CODE, MIXED],
  [AHEAD, MIXED],
  [MIXED],
  [MIXED, 6],
  [6],
] as const

/** One trained network as plain numbers. */
export interface GlobalNetwork {
  readonly weights: readonly Float32Array[]
  /** It has seen nothing of the last so many days: it may be asked from origins that lie there, or later. */
  readonly unseen: number
}

/** All networks of one training: the same one as it stood before each part of the backtest, and now. */
export interface GlobalNetworks {
  readonly horizon: number
  /** Whether it was shown places in the year, and the year before. */
  readonly year: boolean
  readonly networks: readonly GlobalNetwork[]
  readonly steps: number
  readonly parameters: number
}

export const parameterCount = (): number =>
  WEIGHTS.reduce((sum, shape) => sum + shape.reduce<number>((product, size) => product * size, 1), 0)

/** Adds `inputs` × a row-major matrix to `into`. */
function addProduct(inputs: ArrayLike<number>, matrix: Float32Array, into: Float64Array): void {
  const width = into.length
  for (let i = 0; i < inputs.length; i++) {
    const value = inputs[i]!
    if (value === 0) continue
    for (let j = 0, at = i * width; j < width; j++) into[j]! += value * matrix[at + j]!
  }
}

const layer = (inputs: ArrayLike<number>, matrix: Float32Array, bias: Float32Array): Float64Array => {
  const result = Float64Array.from(bias)
  addProduct(inputs, matrix, result)
  return result
}

const positive = (values: Float64Array): Float64Array => values.map((value) => Math.max(0, value))
const softplus = (value: number): number => Math.max(0, value) + Math.log1p(Math.exp(-Math.abs(value)))

/** Largest power of e by which the mean may leave the first guess. */
export const MOST_FACTOR = 3

/** Mean and quantiles of one day from the six numbers at the end of the network, in levels. */
export function readEnd(end: ArrayLike<number>, anchor: number): { mean: number; quantiles: number[] } {
  const factor = Math.min(MOST_FACTOR, Math.max(-MOST_FACTOR, end[0]!))
  const middle = anchor + end[1]!
  const [a, b, c, d] = [softplus(end[2]!), softplus(end[3]!), softplus(end[4]!), softplus(end[5]!)]
  return {
    mean: anchor * Math.exp(factor),
    quantiles: [middle - a - b, middle - b, middle, middle + c, middle + c + d],
  }
}

export interface GlobalForecast {
  readonly mean: Float64Array
  /** By quantile of `QUANTILES`, one value per day; none below 0, each at least the one before. */
  readonly quantiles: readonly Float64Array[]
}

/**
 * What the network says of the days `steps` (0: the first after the origin) of a series of which `origin` days are known and
 * `length` − `origin` are not. Plain code: the same on every backend. Zeros where nothing was ever sold.
 */
export function sayAhead(
  { weights }: GlobalNetwork,
  { horizon, year }: Pick<GlobalNetworks, 'horizon' | 'year'>,
  track: Track,
  steps: ArrayLike<number>,
  toEnd: number,
): GlobalForecast {
  const origin = track.values.length
  const mean = new Float64Array(steps.length)
  const quantiles = QUANTILES.map(() => new Float64Array(steps.length))
  const view = viewAt(track, origin)
  if (!view) return { mean, quantiles }
  const seen = new Float32Array(SEEN)
  writeSeen(track, view, seen, 0)
  const first = positive(layer(seen, weights[0]!, weights[1]!))
  const second = positive(layer(first, weights[2]!, weights[3]!)).map((value, i) => value + first[i]!)
  const code = layer(second, weights[4]!, weights[5]!)
  const ground = layer(code, weights[6]!, weights[8]!)
  const ahead = new Float32Array(AHEAD)
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i]!
    writeAhead(
      track,
      view,
      { step: Math.min(step, horizon - 1), toEnd: toEnd - step, horizon, year },
      ahead,
      0,
    )
    const mixed = Float64Array.from(ground)
    addProduct(ahead, weights[7]!, mixed)
    const end = layer(positive(mixed), weights[9]!, weights[10]!)
    const said = readEnd(end, anchorOf(view, step))
    mean[i] = said.mean * view.level
    said.quantiles.forEach((value, q) => (quantiles[q]![i] = Math.max(0, value) * view.level))
  }
  return { mean, quantiles }
}
