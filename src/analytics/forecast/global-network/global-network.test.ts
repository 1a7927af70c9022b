import { describe, expect, it } from 'vitest'
import { forecastDemand } from '../../../../tests/forecast-demand.ts'
import { seriesOfDemand, type ProductSeries } from '../demand.ts'
import { MODELS } from '../models.ts'
import { planOrigins } from '../origins.ts'
import { seeded } from '../statistics.ts'
import { BATCH, DAYS, drawBatch, learnable } from './batch.ts'
import { AHEAD, SEEN, anchorOf, trackOf, viewAt } from './inputs.ts'
import { globalNetwork } from './model.ts'
import { readEnd, sayAhead, WEIGHTS, type GlobalNetwork, type GlobalNetworks } from './network.ts'
import { planNetwork } from './plan.ts'

const random = seeded(11)
const noise = (seed: number): Float32Array[] => {
  const next = seeded(seed)
  return WEIGHTS.map(([from, to]) =>
    Float32Array.from({ length: from * (to ?? 1) }, () => (next() - 0.5) / 2),
  )
}
const zeros = WEIGHTS.map(([from, to]) => new Float32Array(from * (to ?? 1)))
const trained = (...networks: GlobalNetwork[]): GlobalNetworks => ({
  horizon: 30,
  year: false,
  networks,
  steps: 1,
  parameters: 1,
})
const weekly = Float64Array.from({ length: 140 }, (_, day) => [0, 2, 4, 6, 4, 2, 10][day % 7]!)
const steps = Array.from({ length: 30 }, (_, i) => i)

it('says the first guess before it has learnt: same weekdays and the level of the last weeks', () => {
  const { mean } = sayAhead({ weights: zeros, unseen: 0 }, trained(), trackOf(weekly), steps, 0)
  const level = 4
  ;[0, 2, 4, 6, 4, 2, 10].forEach((value, day) => expect(mean[day]).toBeCloseTo(0.6 * value + 0.4 * level, 1))
  expect(mean[0]).toBeGreaterThan(0)
})

it.each([1, 2, 3, 4, 5])(
  'quantiles rise and are never below zero, whatever the weights (seed %i)',
  (seed) => {
    const values = Float64Array.from({ length: 100 }, () => (random() < 0.3 ? 1 + 5 * random() : 0))
    const network = { weights: noise(seed), unseen: 0 }
    const { quantiles } = sayAhead(network, trained(network), trackOf(values), steps, 0)
    for (const step of steps) {
      const row = quantiles.map((one) => one[step]!)
      expect(row).toEqual(row.toSorted((a, b) => a - b))
      expect(row[0]).toBeGreaterThanOrEqual(0)
    }
  },
)

it('ten times the sales are ten times the forecast but for what it knows of sizes', () => {
  const weights = noise(3)
  // The logarithm of the level is the first of the six numbers after the window.
  weights[0]!.fill(0, 56 * 64, 57 * 64)
  const network = { weights, unseen: 0 }
  const said = (scale: number) =>
    sayAhead(network, trained(network), trackOf(weekly.map((value) => scale * value)), steps, 0).mean
  const [one, ten] = [said(1), said(10)]
  one.forEach((value, i) => expect(ten[i]! / value).toBeCloseTo(10, 6))
})

it('reads the end of the network: literal', () => {
  const { mean, quantiles } = readEnd([Math.log(2), 0.5, 0, 0, 0, 0], 3)
  expect(mean).toBeCloseTo(6, 12)
  const gap = Math.log(2)
  expect(quantiles).toEqual([3.5 - 2 * gap, 3.5 - gap, 3.5, 3.5 + gap, 3.5 + 2 * gap])
})

describe('training', () => {
  const tracks = Array.from({ length: 6 }, (_, i) =>
    trackOf(Float64Array.from({ length: 90 + 30 * i }, () => Math.floor(9 * random()))),
  )
  const plan = planNetwork([...Array<number>(12).fill(400), 380, 300, 200, 90], 30, 42)!

  it('hides from the first network all that any backtest will ask it of', () => {
    const [first, ...later] = plan.stages
    for (let horizon = 1; horizon <= 30; horizon++) {
      const { validation, test } = planOrigins(400, horizon, 'D')
      expect(first!.unseen).toBeGreaterThanOrEqual(400 - validation[0]!)
      expect(later[0]!.unseen).toBeGreaterThanOrEqual(400 - test[0]!)
    }
    expect(later.at(-1)!.unseen).toBe(0)
  })

  it('is not begun for few products or few days', () => {
    expect(planNetwork([400, 400, 400], 30, 42)).toBeNull()
    expect(planNetwork([20, 20, 20, 20, 20, 20], 30, 42)).toBeNull()
  })

  it('never looks at the days that are hidden', () => {
    const changed = tracks.map(({ values }) =>
      trackOf(Float64Array.from(values, (value, day) => (day >= values.length - 25 ? 1e6 : value))),
    )
    const draw = (from: typeof tracks) => drawBatch(learnable(from, 25), plan, 25, 3)
    expect(draw(changed)).toEqual(draw(tracks))
    expect(draw(tracks).seen).toHaveLength(BATCH * SEEN)
    expect(draw(tracks).ahead).toHaveLength(BATCH * DAYS * AHEAD)
    expect(drawBatch(tracks, plan, 25, 4)).not.toEqual(draw(tracks))
  })
})

it('from an origin of the backtest the network speaks that had not seen what came after it', async () => {
  const old = { weights: noise(1), unseen: 60 }
  const young = { weights: noise(2), unseen: 0 }
  const model = globalNetwork(trained(young, old), 140)
  const unseenAt = async (origin: number) => {
    const positions = Int32Array.from({ length: origin }, (_, i) => i)
    const raw = weekly.slice(0, origin)
    const series = { values: raw, raw, positions, season: 7, longSeason: 0, nonNegative: true }
    const whole = { ...series, frequency: 'D', regressors: [] } as const
    expect(model.minimum(whole)).toBe(origin < 80 ? Infinity : 28)
    if (origin < 80) return null
    const context = { seed: 1, origin, horizon: 30, effort: 'full', pause: async () => false } as const
    return model.explain(await model.fit(whole, context))['unseen_days']
  }
  expect(await unseenAt(140)).toBe(0)
  expect(await unseenAt(139)).toBe(60)
  expect(await unseenAt(80)).toBe(60)
  expect(await unseenAt(79)).toBeNull()
})

it('a view is of the past alone, and an anchor is never zero', () => {
  const view = viewAt(trackOf(weekly), 70)!
  expect(view).toEqual(viewAt(trackOf(weekly.map((value, day) => (day < 70 ? value : 99))), 70))
  expect(anchorOf(view, 0)).toBeGreaterThan(0)
  expect(viewAt(trackOf([0, 0, 0]), 3)).toBeNull()
})

it('takes part in demand, and a network that knows nothing is not chosen', async () => {
  const products: ProductSeries[] = Array.from({ length: 6 }, (_, i) => ({
    product_id: String(i),
    category: i % 2 ? 'a' : 'b',
    values: Array.from(
      { length: 200 },
      (_, day) => (i + 2) * [1, 5, 2, 8, 3, 9, 4][day % 7]! * (0.9 + 0.2 * random()),
    ),
  }))
  const lengths = seriesOfDemand(products).map((values) => values.length)
  expect(lengths).toEqual(Array<number>(9).fill(200))
  const weights = noise(9).map((one) => one.map((value) => 4 * value))
  const networks = trained({ weights, unseen: 0 }, { weights, unseen: 199 })
  const made = await forecastDemand(
    { products: products.slice(0, 2), horizon: 14, levels: [80], seed: 42, method: 'bottom_up', networks },
    MODELS,
    { pause: async () => false, next: async () => false, now: () => 0 },
  )
  if (!made.ok) throw new Error(made.failure.detail)
  for (const { forecast } of made.value.products) {
    const own = forecast.leaderboard.find(({ model }) => model === 'global_network')!
    expect(own.validation_mase).toBeGreaterThan(1)
    expect(forecast.model).not.toBe('global_network')
    expect(forecast.explanations.ensemble?.['global_network'] ?? 0).toBeLessThan(0.05)
  }
})
