import type { Fitted } from './fit.ts'

/**
 * The simple rule in the place of a model: everybody goes on at the own rate so far, x / T. Who is still there, and how
 * far one customer's orders spread, stays as the model says.
 */
export const naiveRate = (fitted: Fitted): Fitted => ({
  ...fitted,
  covariance: null,
  buying: { ...fitted.buying, expected: ({ x, T }, t) => (T > 0 ? (x * t) / T : 0) },
})
