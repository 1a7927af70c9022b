import { flatModel } from './flat-model.ts'
import { tsbRate, type TsbWeights } from './intermittent.ts'
import { minimise } from './minimise.ts'
import { mean } from './statistics.ts'

const FIRST = [0.1, 0.05] as const
/** Weight of the starting weights beside the errors: short series carry no free choice. */
const PULL = 0.02

interface Start {
  readonly size: number
  readonly chance: number
}

/** Squared error of the one-step forecasts along the series, with both levels begun at the mean of the whole. */
function errorAlong(values: Float64Array, start: Start, size: number, chance: number): number {
  let { size: level, chance: odds } = start
  let error = 0
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!
    error += (value - level * odds) ** 2
    odds += chance * ((value === 0 ? 0 : 1) - odds)
    if (value !== 0) level += size * (value - level)
  }
  return error
}

function weightsFor(values: Float64Array, start: Start): TsbWeights {
  const scale = errorAlong(values, start, ...FIRST) || 1
  const target = (at: Float64Array): number => {
    const [size, chance] = [at[0]!, at[1]!]
    if (size < 0 || chance < 0 || size > 0.5 || chance > 0.5) return Infinity
    const pull = (size - FIRST[0]) ** 2 + (chance - FIRST[1]) ** 2
    return errorAlong(values, start, size, chance) / scale + PULL * pull
  }
  const { at } = minimise(target, Float64Array.from(FIRST), { steps: [0.1, 0.1], evaluations: 80 })
  return { size: at[0]!, chance: at[1]! }
}

/**
 * The method of Teunter, Syntetos and Babai (2011), for demand that may die out. Its two weights are fitted; the levels
 * begin at their means.
 */
export const tsb = flatModel('tsb', (values) => {
  const sizes = values.filter((value) => value !== 0)
  const start = { size: mean(sizes), chance: sizes.length / (values.length || 1) }
  const weights = weightsFor(values, start)
  const rate = sizes.length > 0 ? tsbRate(values, weights, start) : 0
  return { rate, told: { size_weight: weights.size, chance_weight: weights.chance } }
})
