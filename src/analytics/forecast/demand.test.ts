import { expect, it } from 'vitest'
import { forecastDemand } from '../../../tests/forecast-demand.ts'
import type { DemandForecast, DemandRequest } from './demand.ts'
import { MODELS } from './models.ts'
import { seeded } from './statistics.ts'

const random = seeded(4)
const rare = (days: number, chance: number): number[] =>
  Array.from({ length: days }, () => (random() < chance ? 1 + Math.floor(3 * random()) : 0))
const busy = (days: number): number[] =>
  Array.from({ length: days }, (_, day) => Math.round((5 + (day % 7)) * (0.7 + 0.6 * random())))

const request: DemandRequest = {
  products: [
    { product_id: 'cup', category: 'kitchen', values: busy(180) },
    { product_id: 'plate', category: 'kitchen', values: rare(180, 0.2) },
    { product_id: 'lamp', category: 'light', values: rare(120, 0.05) },
    { product_id: 'new', category: 'light', values: [2] },
    { product_id: 'never', category: '', values: [0, 0, 0] },
  ],
  horizon: 21,
  levels: [80],
  seed: 42,
  method: 'mint',
}
const work = { pause: async () => false, next: async () => false, now: () => 0 }
const made = async (change: Partial<DemandRequest> = {}): Promise<DemandForecast> => {
  const outcome = await forecastDemand({ ...request, ...change }, MODELS, work)
  if (!outcome.ok) throw new Error(outcome.failure.detail)
  return outcome.value
}
const sum = (rows: readonly (readonly number[])[], step: number): number =>
  rows.reduce((total, row) => total + row[step]!, 0)

it.each(['mint', 'bottom_up', 'top_down'] as const)('%s: shop = categories = products', async (method) => {
  const { shop, categories, products, reconciliation } = await made({ method })
  for (const step of [0, 10, 20]) {
    expect(
      sum(
        categories.map(({ point }) => point),
        step,
      ),
    ).toBeCloseTo(shop.point[step]!, 6)
    expect(
      sum(
        products.map(({ point }) => point),
        step,
      ),
    ).toBeCloseTo(shop.point[step]!, 6)
  }
  expect(reconciliation.gain.map(({ level }) => level)).toEqual(['shop', 'category', 'product'])
  for (const { before, after } of reconciliation.gain) expect(Number.isFinite(before + after)).toBe(true)
})

it('knows the classes, and answers for what was hardly sold', async () => {
  const { products } = await made()
  expect(products.map(({ demand_class }) => demand_class)).toEqual([
    'smooth',
    'intermittent',
    'intermittent',
    'smooth',
    'none',
  ])
  const never = products.find(({ product_id }) => product_id === 'never')!
  expect(Math.max(...never.forecast.point)).toBe(0)
  expect(products.every(({ point }) => point.every((value) => value >= 0))).toBe(true)
})

it('stops between products', async () => {
  let calls = 0
  const stopping = { ...work, next: async () => ++calls > 2 }
  expect(await forecastDemand(request, MODELS, stopping)).toMatchObject({ failure: { code: 'CANCELLED' } })
  expect(calls).toBe(3)
})

it('recovers the level of a product that was sold out, and tells nothing else of the others', async () => {
  const steady = busy(180)
  const soldOut = steady.map((units, day) => (day >= 150 ? 0 : units))
  const others = request.products.slice(1)
  const ask = (values: readonly number[], stockOuts?: { from: number; to: number }[]) =>
    made({
      method: 'bottom_up',
      products: [{ product_id: 'cup', category: 'kitchen', values, stockOuts }, ...others],
    })
  const units = (forecast: DemandForecast, at = 0) =>
    forecast.products[at]!.point.reduce((total, value) => total + value, 0)
  const truth = units(await ask(steady))
  const censored = await ask(soldOut, [{ from: 150, to: 179 }])
  const read = await ask(soldOut)
  expect(Math.abs(units(censored) / truth - 1)).toBeLessThan(0.15)
  expect(units(read) / truth).toBeLessThan(0.5)
  expect(censored.products.slice(1).map(({ point }) => point)).toEqual(
    read.products.slice(1).map(({ point }) => point),
  )
  expect((await ask(steady, [])).products).toEqual((await ask(steady)).products)
})

it.each(['mint', 'bottom_up', 'top_down', 'auto'] as const)(
  '%s: products are brought to the shop’s forecast where one rules',
  async (method) => {
    const point = Array.from({ length: 21 }, (_, step) => (step === 3 ? 0 : 30 + step))
    const { shop, categories, products, reconciliation } = await made({
      method,
      top: { model: 'prophet', point },
    })
    point.forEach((units, step) => {
      expect(shop.point[step]).toBeCloseTo(units, 6)
      for (const rows of [categories, products])
        expect(
          sum(
            rows.map((one) => one.point),
            step,
          ),
        ).toBeCloseTo(units, 6)
    })
    const own = products.reduce((all, { forecast }) => all + forecast.total.value, 0)
    expect(reconciliation.top).toBe('prophet')
    expect(reconciliation.own).toBeCloseTo(own, 9)
  },
)
