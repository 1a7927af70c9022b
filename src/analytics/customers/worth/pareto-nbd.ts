import { type Buying, type BuyingModel, type History, remembered } from './buying-model.ts'
import { hypergeometric, logGamma, logSum } from './special.ts'

/**
 * ln ∫ (α+y)^-(r+x) (β+y)^-(s+1) dy from tx to T, by 2F1 in Euler's form, whose terms are positive and fall
 * geometrically (Fader and Hardie, "A note on deriving the Pareto/NBD model", 2005).
 */
function logGap(r: number, alpha: number, s: number, beta: number, { x, tx, T }: History): number {
  const total = r + s + x
  const [larger, other, power] = alpha >= beta ? [alpha, r + x, s] : [beta, s + 1, r + x - 1]
  const difference = Math.abs(alpha - beta)
  const part = (time: number): number => {
    const z = difference / (larger + time)
    return (
      -power * Math.log1p(-z) +
      Math.log(hypergeometric(1, other, total + 1, z)) -
      total * Math.log(larger + time)
    )
  }
  const [from, to] = [part(tx), part(T)]
  return from > to ? from + Math.log1p(-Math.exp(to - from)) - Math.log(total) : -Infinity
}

function buying([r, alpha, s, beta]: Float64Array): Buying {
  const [R, A, S, B] = [r!, alpha!, s!, beta!]
  const fixed = R * Math.log(A) + S * Math.log(B) - logGamma(R)
  const counted = remembered((x) => fixed + logGamma(R + x))
  const seen = ({ x, T }: History): number => -(R + x) * Math.log(A + T) - S * Math.log(B + T)
  const logS = Math.log(S)
  const tilt = (history: History): number => logS + logGap(R, A, S, B, history) - seen(history)
  const away = Math.abs(S - 1) < 1e-6 ? S + 2e-6 : S
  return {
    logLikelihood: (history) => counted(history.x) + seen(history) + logSum(0, tilt(history)),
    alive: (history) => 1 / (1 + Math.exp(tilt(history))),
    expected(history, t) {
      const { x, T } = history
      const rate = ((R + x) * (B + T)) / ((A + T) * (away - 1))
      const mean = rate * (1 - ((B + T) / (B + T + t)) ** (away - 1))
      return mean / (1 + Math.exp(tilt(history)))
    },
  }
}

/** Schmittlein, Morrison and Colombo, Management Science 33 (1987): dropout at any time, rates and dropout gamma. */
export const paretoNbd: BuyingModel = {
  name: 'pareto_nbd',
  parameters: ['r', 'alpha', 's', 'beta'],
  prior: (rate) => Float64Array.of(0.5, 0.5 / rate, 0.6, 0.6 / rate),
  with: buying,
}
