import { expect, it } from 'vitest'
import type { Fitted } from './fit.ts'
import type { Histories } from './histories.ts'
import { outlook, totalOutlook } from './predictive.ts'

/** Somebody who is there with chance `alive` and orders `mean` times if so; with shape 1 + 3 = 4. */
const seen = (alive: number, mean: number) => {
  const fitted = {
    parameters: Float64Array.of(1),
    covariance: null,
    buying: { alive: () => alive, expected: () => alive * mean },
  } as unknown as Fitted
  const histories: Histories = {
    distinct: [{ x: 3, tx: 10, T: 20 }],
    weight: Float64Array.of(2),
    of: Int32Array.of(0, 0),
    visits: 6,
    time: 40,
  }
  const made = outlook(fitted, histories, 1)
  return { fitted, histories, made }
}

it('who is there for certain orders between the tenths of a negative binomial', () => {
  const { made } = seen(1, 10)
  expect([made.orders[0], made.low[0], made.high[0]]).toEqual([10, 3, 18])
  expect(made.buys[0]).toBeCloseTo(1 - (4 / 14) ** 4, 12)
  // Mean and mean² / shape.
  expect(made.variance[0]).toBeCloseTo(10 + 25, 12)
})

it('who may be gone may order nothing: the chance to be gone is the lowest part of the interval', () => {
  const { made } = seen(0.5, 10)
  // The upper end is that of the best eight tenths of those who are there.
  expect([made.orders[0], made.low[0], made.high[0]]).toEqual([5, 0, 14])
  expect(made.buys[0]).toBeCloseTo((1 - (4 / 14) ** 4) / 2, 12)
  expect(made.variance[0]).toBeCloseTo(0.5 * 35 + 0.25 * 100, 12)
})

it('of whom nothing is expected there is nothing to say', () => {
  const { made } = seen(1, 0)
  expect([made.orders[0], made.low[0], made.high[0], made.buys[0]]).toEqual([0, 0, 0, 0])
})

it('adds customers up who buy apart from each other', () => {
  const { fitted, histories, made } = seen(1, 10)
  expect(totalOutlook(fitted, histories, made, (customer) => customer + 1)).toEqual({
    total: 10 + 20,
    variance: 35 + 4 * 35,
  })
})
