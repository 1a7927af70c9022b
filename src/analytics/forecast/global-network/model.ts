import { demandClass, isRare } from '../intermittent.ts'
import { asModel, type Ahead, type FitContext, type Model, type Series } from '../model.ts'
import { LEAST, trackOf, type Track } from './inputs.ts'
import { sayAhead, type GlobalNetwork, type GlobalNetworks } from './network.ts'

interface State {
  readonly track: Track
  readonly network: GlobalNetwork
  /** Days from the origin to the end of all series. */
  readonly toEnd: number
  /** The median is said instead of the mean: where each day sells, absolute errors are what counts. */
  readonly median: boolean
}

/** The calendar days of a series up to an origin: closed ones are 0. */
function daysOf({ raw, positions }: Series, origin: number): Float64Array {
  const days = new Float64Array(origin)
  positions.forEach((at, i) => (days[at] = raw[i]!))
  return days
}

/** The youngest network that saw nothing after an origin so many days before the end. */
const networkFor = ({ networks }: GlobalNetworks, toEnd: number): GlobalNetwork | undefined =>
  [...networks].sort((a, b) => a.unseen - b.unseen).find(({ unseen }) => unseen >= toEnd)

/**
 * The network of all products as a model of one of their series, of which `length` days are known in all. It was trained
 * before: from an origin of the backtest the network speaks that stood before it, so that no score rests on days seen.
 */
export function globalNetwork(trained: GlobalNetworks, length: number): Model {
  const oldest = Math.max(...trained.networks.map(({ unseen }) => unseen))
  const model: Model<State> = {
    name: 'global_network',
    cost: { whole: 2, update: 2 },
    // An origin before the oldest network would be asked of one that has seen what came after it.
    minimum: ({ nonNegative, positions }) =>
      nonNegative && (positions.at(-1) ?? 0) + 1 >= length - oldest ? LEAST : Infinity,
    fit(series: Series, { origin }: FitContext) {
      const days = daysOf(series, origin)
      const toEnd = length - origin
      const network = networkFor(trained, toEnd)!
      return { track: trackOf(days), network, toEnd, median: !isRare(demandClass(days)) }
    },
    predict({ track, network, toEnd, median }, { positions }: Ahead) {
      const steps = positions.map((at) => at - track.values.length)
      const { mean, quantiles } = sayAhead(network, trained, track, steps, toEnd)
      return median ? quantiles[2]! : mean
    },
    explain: ({ network, median }) => ({
      steps: trained.steps,
      parameters: trained.parameters,
      horizon: trained.horizon,
      unseen_days: network.unseen,
      says: median ? 'median' : 'mean',
    }),
  }
  return asModel(model)
}
