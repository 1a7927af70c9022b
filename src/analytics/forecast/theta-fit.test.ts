import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fitTheta, predictTheta } from './theta-fit.ts'

interface Vector {
  freq: number
  h: number
  train: number[]
  theta: { mean: number[] }
}
const PATH = '../shared/fixtures/r_forecast_vectors.json'
const vectors: [string, Vector][] = existsSync(PATH)
  ? Object.entries(JSON.parse(readFileSync(PATH, 'utf8')) as Record<string, Vector>).filter(
      ([, v]) => v.theta,
    )
  : []

describe.skipIf(vectors.length === 0)(
  'R 4.2 forecast 8.20 `thetaf` (fixtures/r_forecast_vectors.json)',
  () => {
    it.each(vectors)('%s: forecasts within 0.1 %%', (_, { train, freq, h, theta }) => {
      const forecast = predictTheta(fitTheta(Float64Array.from(train), freq), h)
      theta.mean.forEach((value, i) => expect(Math.abs(forecast[i]! / value - 1)).toBeLessThan(1e-3))
    })
  },
)

it('goes on with half the slope of a line', () => {
  const values = Float64Array.from({ length: 40 }, (_, i) => 10 + 2 * i)
  const forecast = predictTheta(fitTheta(values, 1), 2)
  expect(forecast[1]! - forecast[0]!).toBeCloseTo(1, 6)
})
