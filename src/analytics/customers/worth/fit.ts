import type { Buying, BuyingModel } from './buying-model.ts'
import { bgNbd, mbgNbd } from './bg-nbd.ts'
import type { Histories } from './histories.ts'
import { hessianOf, maximise } from './maximise.ts'
import { paretoNbd } from './pareto-nbd.ts'

/** In the order of the answer; adding a model is one file and one line. */
export const BUYING_MODELS: readonly BuyingModel[] = [bgNbd, paretoNbd, mbgNbd]

export interface Fitted {
  readonly model: BuyingModel
  readonly parameters: Float64Array
  readonly buying: Buying
  /** Of the data alone, also where a prior took part. */
  readonly logLikelihood: number
  /** Covariance of the logarithms of the parameters, row-major; null where the curvature does not give one. */
  readonly covariance: Float64Array | null
  /** Whether the weak prior took part. */
  readonly shrunk: boolean
}

/** From so many customers with a repeat visit on, the data speak alone. */
const ENOUGH_REPEATERS = 100

/** Σ weight · ln L over all histories. */
function totalLogLikelihood(buying: Buying, { distinct, weight }: Histories): number {
  let sum = 0
  for (let at = 0; at < distinct.length; at++) sum += weight[at]! * buying.logLikelihood(distinct[at]!)
  return Number.isFinite(sum) ? sum : -Infinity
}

/** Inverse of a symmetric positive definite matrix by Gauss and Jordan; null when it is not one. */
function inverse(matrix: Float64Array, size: number): Float64Array | null {
  const work = Float64Array.from(matrix)
  const result = new Float64Array(size * size)
  for (let i = 0; i < size; i++) result[i * size + i] = 1
  for (let i = 0; i < size; i++) {
    const pivot = work[i * size + i]!
    if (!(pivot > 1e-10)) return null
    for (let j = 0; j < size; j++) {
      work[i * size + j]! /= pivot
      result[i * size + j]! /= pivot
    }
    for (let k = 0; k < size; k++) {
      const factor = work[k * size + i]!
      if (k === i || factor === 0) continue
      for (let j = 0; j < size; j++) {
        work[k * size + j]! -= factor * work[i * size + j]!
        result[k * size + j]! -= factor * result[i * size + j]!
      }
    }
  }
  return result
}

const repeaters = ({ distinct, weight }: Histories): number =>
  distinct.reduce((sum, { x }, at) => sum + (x > 0 ? weight[at]! : 0), 0)

/** The search keeps within a factor of e⁵ of the prior's centre: beyond, the likelihood of customers who are all alike is flat. */
const near = (logs: Float64Array, centre: Float64Array): boolean =>
  logs.every((log, i) => Math.abs(log - centre[i]!) < 5)

/**
 * Parameters by maximum likelihood. With fewer than `ENOUGH_REPEATERS` customers who came back, a normal prior of
 * standard deviation 1 on the logarithms takes part, around the model's published size and the shop's own rate (plus
 * one visit in a year), so that there is an answer, with wide intervals, for ten customers or for none who came back.
 */
export function fitBuying(model: BuyingModel, histories: Histories, unit: number): Fitted {
  const rate = (histories.visits + 1) / (histories.time + 365 / unit)
  const centre = model.prior(rate).map(Math.log)
  const shrunk = repeaters(histories) < ENOUGH_REPEATERS
  const penalty = (logs: Float64Array): number =>
    shrunk ? logs.reduce((sum, log, i) => sum + 0.5 * (log - centre[i]!) ** 2, 0) : 0
  const free = (logs: Float64Array): number =>
    totalLogLikelihood(model.with(logs.map(Math.exp)), histories) - penalty(logs)
  const best = maximise((logs) => (near(logs, centre) ? free(logs) : -Infinity), centre)
  const hessian = hessianOf(free, best.at)
  const parameters = best.at.map(Math.exp)
  return {
    model,
    parameters,
    buying: model.with(parameters),
    logLikelihood: best.value + penalty(best.at),
    covariance: inverse(
      hessian.map((value) => -value),
      best.at.length,
    ),
    shrunk,
  }
}
