import { describe, expect, it } from 'vitest'
import { shopTime } from './buyers.ts'
import { DAYS } from './clock.ts'
import { BUYING } from './parameters.ts'
import { runShop } from './shop.ts'

type History = { readonly repeats: number; readonly last: number; readonly age: number }

/** Lanczos' approximation of the logarithm of the gamma function (Numerical Recipes, 6.1). */
const logGamma = (z: number): number => {
  const terms = [76.18009172947, -86.505320329417, 24.014098240831, -1.231739572450155, 0.1208650973866179e-2]
  const series = terms.reduce((sum, term, i) => sum + term / (z + 1 + i), 1.000000000190015)
  return (z + 0.5) * Math.log(z + 5.5) - (z + 5.5) + Math.log((Math.sqrt(2 * Math.PI) * series) / z)
}
const logBeta = (a: number, b: number) => logGamma(a) + logGamma(b) - logGamma(a + b)

/** Log-likelihood of the BG/NBD model: Fader, Hardie and Lee (2005), equation 6. */
const logLikelihood = (histories: readonly History[], [r, alpha, a, b]: readonly number[]): number => {
  const [R, ALPHA, A, B] = [r ?? 1, alpha ?? 1, a ?? 1, b ?? 1]
  const most = Math.max(...histories.map(({ repeats }) => repeats))
  const counts = Array.from({ length: most + 1 }, (_, x) => ({
    purchases: logGamma(R + x) - logGamma(R) + R * Math.log(ALPHA),
    stays: logBeta(A, B + x) - logBeta(A, B),
    leaves: x > 0 ? logBeta(A + 1, B + x - 1) - logBeta(A, B) : -Infinity,
  }))
  return histories.reduce((sum, { repeats, last, age }) => {
    const { purchases, stays, leaves } = counts[repeats]!
    const here = stays - (R + repeats) * Math.log(ALPHA + age)
    const gone = leaves - (R + repeats) * Math.log(ALPHA + last)
    return sum + purchases + Math.max(here, gone) + Math.log1p(Math.exp(-Math.abs(here - gone)))
  }, 0)
}

/** Climbs one logarithm of a parameter at a time, with ever smaller steps. */
const fit = (histories: readonly History[]): { parameters: number[]; value: number } => {
  let best = { parameters: [1, 1, 1, 1], value: logLikelihood(histories, [1, 1, 1, 1]) }
  for (let step = 0.5; step > 0.004;) {
    const moves = [0, 1, 2, 3].flatMap((i) => [
      best.parameters.map((value, j) => (i === j ? value * Math.exp(step) : value)),
      best.parameters.map((value, j) => (i === j ? value * Math.exp(-step) : value)),
      best.parameters.map((value, j) => (j >> 1 === i >> 1 ? value * Math.exp(i % 2 ? step : -step) : value)),
    ])
    const tried = moves.map((parameters) => ({ parameters, value: logLikelihood(histories, parameters) }))
    const next = tried.reduce((a, b) => (b.value > a.value ? b : a))
    if (next.value > best.value) best = next
    else step /= 2
  }
  return best
}

describe('makeBuyers', () => {
  const shop = runShop()
  const truth = [BUYING.r, BUYING.alpha, BUYING.a, BUYING.b]

  it('lets a BG/NBD fit find the true parameters in shop time', () => {
    const end = shopTime(shop.calendar.tempo)[DAYS] ?? 0
    const histories = shop.buyers.map(({ times }) => ({
      repeats: times.length - 1,
      last: (times.at(-1) ?? 0) - (times[0] ?? 0),
      age: end - (times[0] ?? 0),
    }))
    const found = fit(histories)
    // Twice the gap is chi-squared with 4 degrees of freedom: 18.5 is its 99.9 % point.
    expect(2 * (found.value - logLikelihood(histories, truth))).toBeLessThan(18.5)
    expect(
      2 *
        (found.value -
          logLikelihood(
            histories,
            truth.map((value) => value * 1.3),
          )),
    ).toBeGreaterThan(18.5)
  })

  it('stays near them in days of the calendar, as an analyst sees it', () => {
    const histories = shop.buyers.map(({ days }) => {
      const distinct = [...new Set(days)]
      const first = distinct[0] ?? 0
      return {
        repeats: distinct.length - 1,
        last: ((distinct.at(-1) ?? 0) - first) / 7,
        age: (DAYS - first) / 7,
      }
    })
    fit(histories).parameters.forEach((value, i) => {
      expect(value / truth[i]!).toBeGreaterThan(0.8)
      expect(value / truth[i]!).toBeLessThan(1.25)
    })
  })

  it('brings back about half of the customers', () => {
    const back = shop.buyers.filter(({ days }) => days.length > 1).length / shop.buyers.length
    expect(back).toBeGreaterThan(0.45)
    expect(back).toBeLessThan(0.58)
  })
})
