const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const
const HALF_LOG_TAU = 0.9189385332046727

/** ln Γ(x) for x > 0 by Lanczos' approximation (g = 7, n = 9); absolute error below 1e-13 for moderate x. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const z = x - 1
  let sum: number = LANCZOS[0]
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (z + i)
  const t = z + 7.5
  return HALF_LOG_TAU + (z + 0.5) * Math.log(t) - t + Math.log(sum)
}

/** Gauss' 2F1(a, b; c; z) for 0 ≤ z < 1 by its series, its last term below a relative 1e-13, at most 20,000 terms. */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1
  let sum = 1
  for (let n = 0; n < 20_000; n++) {
    term *= ((a + n) * (b + n) * z) / ((c + n) * (n + 1))
    sum += term
    if (Math.abs(term) <= 1e-13 * Math.abs(sum)) break
  }
  return sum
}

/** ln(eᵃ + eᵇ) without overflow. */
export const logSum = (a: number, b: number): number =>
  a > b ? a + Math.log1p(Math.exp(b - a)) : b === -Infinity ? a : b + Math.log1p(Math.exp(a - b))
