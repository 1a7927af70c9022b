import type { Plan, Run } from './backtest.ts'
import { baselineOf, comparable, scaledSpread } from './errors.ts'
import { isYoungWeeks, knowsTheYear, YOUNG } from './young-weeks.ts'

/** Weights fall with this power of a model's error: inverse squared variance. */
const POWER = 4
/** Members below this share of the whole weight play no part. By reason, not fitted. */
const LEAST_SHARE = 0.01

/**
 * Shares of the runs by their errors to the power −4 (inverse squared variance), on some validation origins; they add up to 1.
 * Young weeks are weighed otherwise.
 */
export function inverseErrorWeights(plan: Plan, runs: readonly Run[], indices: readonly number[]): number[] {
  const baseline = baselineOf(runs)
  const errors = runs.map((run) => comparable(plan, run, baseline, indices, scaledSpread))
  const best = Math.min(...errors)
  const young = isYoungWeeks(plan)
  const raw = errors.map((error, i) => {
    const share = best > 0 ? (best / error) ** (young ? YOUNG.power : POWER) : error > 0 ? 0 : 1
    return share * (young && knowsTheYear(runs[i]!.name) ? YOUNG.prior : 1)
  })
  return shares(raw)
}

/** Weights without the ones that hardly count, adding up to 1. */
function shares(raw: readonly number[]): number[] {
  const total = raw.reduce((sum, weight) => sum + weight, 0)
  const kept = raw.map((weight) => (weight >= LEAST_SHARE * total ? weight : 0))
  const left = kept.reduce((sum, weight) => sum + weight, 0)
  return kept.map((weight) => weight / left)
}

/** Products of the runs' forecasts with each other and with what came, at one origin, on its own scale. */
interface Products {
  readonly matrix: Float64Array
  readonly right: Float64Array
  readonly squares: number
}

function productsAt(plan: Plan, runs: readonly Run[], index: number): Products {
  const { truth, scale } = plan.cuts[index]!
  const size = runs.length
  const matrix = new Float64Array(size * size)
  const right = new Float64Array(size)
  let squares = 0
  const unit = 1 / ((scale || 1) ** 2 * truth.length)
  truth.forEach((value, step) => {
    squares += unit * value * value
    for (let i = 0; i < size; i++) {
      const one = runs[i]!.guesses[index]![step]! * unit
      right[i]! += one * value
      for (let j = 0; j < size; j++) matrix[i * size + j]! += one * runs[j]!.guesses[index]![step]!
    }
  })
  return { matrix, right, squares }
}

const ROUNDS = 200
const RATE = 0.3
/** Strength of the pull to the inverse-error weights, in units of their squared error; of 0.1 and 1 on training parts of M4, NN5 and Walmart. */
const PULL = 1

const squaredError = ({ matrix, right, squares }: Products, weights: readonly number[]): number =>
  weights.reduce(
    (sum, one, i) =>
      sum -
      2 * one * right[i]! +
      one * weights.reduce((inner, other, j) => inner + other * matrix[i * weights.length + j]!, 0),
    squares,
  )

const addedUp = (all: readonly Products[]): Products => {
  const size = all[0]!.right.length
  const sum = { matrix: new Float64Array(size * size), right: new Float64Array(size), squares: 0 }
  for (const { matrix, right, squares } of all) {
    matrix.forEach((value, i) => (sum.matrix[i]! += value))
    right.forEach((value, i) => (sum.right[i]! += value))
    sum.squares += squares
  }
  return sum
}

/**
 * Stacked weights (Breiman, 1996): not negative, adding up to 1, with the least squared error on some validation
 * origins, and drawn to the inverse-error weights because origins are few. Exponentiated gradient steps (Kivinen and
 * Warmuth, 1997). Runs without a forecast from each of these origins get 0.
 */
export function stackedWeights(plan: Plan, runs: readonly Run[], indices: readonly number[]): number[] {
  const start = inverseErrorWeights(plan, runs, indices)
  const active = runs
    .map((_, i) => i)
    .filter((i) => start[i]! > 0 && indices.every((at) => runs[i]!.guesses[at]))
  if (active.length < 2) return start
  const used = active.map((i) => runs[i]!)
  const products = addedUp(indices.map((at) => productsAt(plan, used, at)))
  const total = active.reduce((sum, i) => sum + start[i]!, 0)
  const prior = active.map((i) => start[i]! / total)
  const unit = squaredError(products, prior)
  let weights = prior
  for (let round = 0; round < ROUNDS && unit > 0; round++) {
    const slopes = weights.map((_, i) => {
      const along = weights.reduce((sum, one, j) => sum + one * products.matrix[i * weights.length + j]!, 0)
      return (
        (2 * (along - products.right[i]!)) / unit + PULL * Math.log(Math.max(1e-9, weights[i]!) / prior[i]!)
      )
    })
    const raw = weights.map(
      (weight, i) => weight * Math.exp(-RATE * Math.max(-20, Math.min(20, slopes[i]! - slopes[0]!))),
    )
    const sum = raw.reduce((all, weight) => all + weight, 0)
    weights = raw.map((weight) => weight / sum)
  }
  const found = squaredError(products, weights) <= unit ? weights : prior
  return runs.map((_, i) => (active.includes(i) ? found[active.indexOf(i)]! : 0))
}
