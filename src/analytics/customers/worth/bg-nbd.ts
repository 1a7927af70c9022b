import { type Buying, type BuyingModel, type History, remembered } from './buying-model.ts'
import { hypergeometric, logGamma, logSum } from './special.ts'

/**
 * Geometric dropout after every visit, rates gamma, dropout beta. `after` 0: BG/NBD, where nobody drops out after the
 * first visit; 1: MBG/NBD, where that can happen too (it shifts the beta of the survivors by one).
 */
function buying([r, alpha, a, b]: Float64Array, after: 0 | 1): Buying {
  const [R, A, B] = [r!, a!, b!]
  const alphaOf = alpha!
  const fixed = R * Math.log(alphaOf) - logGamma(R) + logGamma(A + B) - logGamma(B)
  const survived = remembered(
    (x) => fixed + logGamma(R + x) + logGamma(B + x + after) - logGamma(A + B + x + after),
  )
  const odds = remembered((x) => Math.log(A / (B + x + after - 1)))
  const tilt = ({ x, tx, T }: History): number =>
    x + after === 0 ? -Infinity : odds(x) + (R + x) * Math.log((alphaOf + T) / (alphaOf + tx))
  const away = Math.abs(A - 1) < 1e-6 ? A + 2e-6 : A
  return {
    logLikelihood: (history) =>
      survived(history.x) - (R + history.x) * Math.log(alphaOf + history.T) + logSum(0, tilt(history)),
    alive: (history) => 1 / (1 + Math.exp(tilt(history))),
    expected(history, t) {
      const { x, T } = history
      const z = t / (alphaOf + T + t)
      const beta = B + x + after
      // Euler's form of ((α+T)/(α+T+t))^(r+x) · 2F1(r+x, b+x; a+b+x−1; z): its series is short and does not overflow.
      const gone =
        (1 - z) ** (away - 1) * hypergeometric(away + beta - 1 - R - x, away - 1, away + beta - 1, z)
      const mean = ((away + beta - 1) / (away - 1)) * (1 - gone)
      return mean / (1 + Math.exp(tilt(history)))
    },
  }
}

const prior = (rate: number): Float64Array => Float64Array.of(0.5, 0.5 / rate, 0.8, 2.4)
const parameters = ['r', 'alpha', 'a', 'b'] as const

/** Fader, Hardie and Lee, "Counting your customers the easy way", Marketing Science 24 (2005). */
export const bgNbd: BuyingModel = {
  name: 'bg_nbd',
  parameters,
  prior,
  with: (values) => buying(values, 0),
}

/** Batislam, Denizel and Filiztekin, Int. J. of Research in Marketing 24 (2007): dropout possible after the first visit too. */
export const mbgNbd: BuyingModel = {
  name: 'mbg_nbd',
  parameters,
  prior,
  with: (values) => buying(values, 1),
}
