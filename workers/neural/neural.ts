import { asModel, type Ahead, type Model, type Series } from '../../src/analytics/forecast/model.ts'
import { answerOf, trainNetwork, type Network } from './network.ts'
import {
  examplesOf,
  groundOf,
  inputSize,
  inputsOf,
  planShape,
  scaled,
  unscaled,
  type Shape,
} from './windows.ts'

interface State {
  readonly shape: Shape
  readonly network: Network | null
  /** The latest window, on the scale of the network. */
  readonly window: Float64Array
}

const LEAST = 60

const windowOf = (series: Series, shape: Shape): Float64Array =>
  series.values.slice(-shape.input).map((value) => scaled(shape, value))

function predict({ shape, network, window }: State, ahead: Ahead): Float64Array {
  const { positions } = ahead
  const result = new Float64Array(positions.length)
  let seen = window
  for (let done = 0; done < positions.length; done += shape.output) {
    const ground = groundOf(shape, seen)
    const inputs = new Float32Array(inputSize(shape))
    inputsOf(shape, seen, ground, positions[done]!, inputs, 0)
    const correction = network ? answerOf(network, inputs) : new Float64Array(shape.output)
    const block = ground.naive.map((value, step) => value + correction[step]! * ground.spread)
    block.forEach((value, step) => {
      if (done + step < positions.length) result[done + step] = unscaled(shape, value)
    })
    const joined = Float64Array.from([...seen, ...block])
    seen = joined.slice(-shape.input)
  }
  return result
}

/**
 * A small network on the latest seasons of the series itself, standardised window by window, that learns what to add
 * to the median of each phase. Longer horizons are answered block by block. Between origins the weights are kept.
 */
const model: Model<State> = {
  name: 'neural',
  cost: { whole: 1000, update: 4 },
  minimum: () => LEAST,
  async fit(series, context, previous) {
    if (context.effort === 'update' && previous && previous.shape.season === series.season)
      return { ...previous, window: windowOf(series, previous.shape) }
    const shape = planShape(series)
    const network = await trainNetwork(examplesOf(series, shape), inputSize(shape), shape.output, context)
    return { shape, network, window: windowOf(series, shape) }
  },
  predict,
  explain: ({ shape, network }) => ({
    input: shape.input,
    output: shape.output,
    log: shape.log,
    epochs: network?.epochs ?? 0,
    parameters: network ? [...network.weights, ...network.biases].reduce((sum, w) => sum + w.length, 0) : 0,
  }),
}

export const neural = asModel(model)
