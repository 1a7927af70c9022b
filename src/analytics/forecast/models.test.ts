import { describe, expect, it } from 'vitest'
import type { History } from './history.ts'
import type { FitContext, Model } from './model.ts'
import { MODELS } from './models.ts'
import { prepare, stepsAhead } from './prepare.ts'
import { seeded } from './statistics.ts'

const context: FitContext = {
  seed: 42,
  origin: 0,
  horizon: 30,
  effort: 'full',
  pause: async () => false,
}
const run = async (model: Model, history: History, horizon: number): Promise<Float64Array> => {
  const { series, closed } = prepare(history)
  const state = await model.fit(series, context)
  return model.predict(state, stepsAhead(history, closed, history.values.length, horizon))
}
const named = (name: string): Model => MODELS.find((model) => model.name === name)!
/** They say the same for every step. */
const FLAT: readonly string[] = ['croston', 'sba', 'tsb', 'adida']
const WEEK = [3, 5, 6, 6, 8, 9, 4]

/** A weekly shop with a trend and some noise. */
const shop = (days: number, noise = 0.1): number[] => {
  const random = seeded(3)
  return Array.from(
    { length: days },
    (_, day) => WEEK[day % 7]! * (20 + day / 20) * (1 + noise * (random() - 0.5)),
  )
}

it('seasonal naive gives the last week again', async () => {
  const values = [9, 9, 9, 9, 9, 9, 9, 1, 2, 3, 4, 5, 6, 7]
  const forecast = await run(named('seasonal_naive'), { values, frequency: 'D' }, 9)
  expect(Array.from(forecast)).toEqual([1, 2, 3, 4, 5, 6, 7, 1, 2])
})

it('weekday median takes the middle of the last eight of each weekday', async () => {
  const values = Array.from({ length: 70 }, (_, day) => (day % 7 === 2 ? Math.floor(day / 7) : 5))
  const forecast = await run(named('weekday_median'), { values, frequency: 'D' }, 7)
  expect(Array.from(forecast)).toEqual([5, 5, 5.5, 5, 5, 5, 5])
})

it('weekday median of months is the median of the last eight of each month', async () => {
  const values = Array.from({ length: 48 }, (_, month) => (month % 12) + 12 * Math.floor(month / 12))
  const forecast = await run(named('weekday_median'), { values, frequency: 'M' }, 2)
  expect(Array.from(forecast)).toEqual([18, 19])
})

describe.each(MODELS.map((model) => [model.name, model] as const))('%s', (_, model) => {
  it.skipIf(FLAT.includes(model.name))('follows a clean weekly pattern within 8 %', async () => {
    const values = shop(280, 0)
    const truth = shop(294, 0).slice(280)
    const forecast = await run(model, { values, frequency: 'D' }, 14)
    truth.forEach((value, step) => expect(Math.abs(forecast[step]! / value - 1)).toBeLessThan(0.08))
  })

  it('scaling the series scales the forecast', async () => {
    const values = shop(200)
    const one = await run(model, { values, frequency: 'D' }, 21)
    const many = await run(model, { values: values.map((value) => value * 1000), frequency: 'D' }, 21)
    one.forEach((value, step) => expect(many[step]! / value / 1000).toBeCloseTo(1, 3))
  })

  it('a start on another weekday moves the pattern with it', async () => {
    const values = shop(203)
    const whole = await run(model, { values, frequency: 'D' }, 14)
    const later = await run(model, { values: values.slice(3), frequency: 'D' }, 14)
    const order = (row: Float64Array): number[] =>
      Array.from(row.slice(0, 7).keys()).sort((a, b) => row[a]! - row[b]!)
    expect(order(later).slice(0, 2)).toEqual(order(whole).slice(0, 2))
  })

  it('gives finite numbers for zeros, spikes, negatives and tiny series', async () => {
    const spike = Array.from({ length: 60 }, (_, day) => (day === 30 ? 1e9 : 0))
    const negative = shop(60).map((value, day) => (day % 9 === 0 ? -value : value))
    const flat = Array.from({ length: 60 }, () => 7)
    for (const values of [spike, negative, flat, shop(40).map((value) => value * 1e-9)]) {
      const forecast = await run(model, { values, frequency: 'D' }, 30)
      expect(Array.from(forecast).every(Number.isFinite)).toBe(true)
    }
  })

  it('has a state of plain data', async () => {
    const { series } = prepare({ values: shop(120), frequency: 'D' })
    const state = await model.fit(series, context)
    expect(structuredClone(state)).toEqual(state)
    expect(JSON.parse(JSON.stringify(model.explain(state)))).toEqual(model.explain(state))
  })
})

it.each(FLAT)('%s says the mean of a demand with gaps', async (name) => {
  const random = seeded(9)
  const values = Array.from({ length: 400 }, () => (random() < 0.25 ? 1 + Math.floor(4 * random()) : 0))
  const usual = values.reduce((sum, value) => sum + value, 0) / values.length
  const forecast = await run(named(name), { values, frequency: 'D' }, 5)
  forecast.forEach((value) => expect(Math.abs(value / usual - 1)).toBeLessThan(0.35))
})

it('autoregression finds the lags of a process', async () => {
  const random = seeded(11)
  const values: number[] = [0, 0]
  for (let at = 2; at < 600; at++)
    values.push(1.2 * values[at - 1]! - 0.5 * values[at - 2]! + 2 * random() - 1)
  const truth = Array.from(values)
  for (let at = 600; at < 606; at++) truth.push(1.2 * truth[at - 1]! - 0.5 * truth[at - 2]!)
  const forecast = await run(named('autoregression'), { values, frequency: 'M' }, 6)
  forecast.forEach((value, step) => expect(Math.abs(value - truth[600 + step]!)).toBeLessThan(0.25))
})

it('harmonic uses a known regressor, ahead as well', async () => {
  const promo = Array.from({ length: 230 }, (_, day) => (day % 11 === 0 || day % 17 === 3 ? 1 : 0))
  const values = shop(200, 0.05).map((value, day) => value + 300 * promo[day]!)
  const truth = shop(230, 0.05)
    .map((value, day) => value + 300 * promo[day]!)
    .slice(200)
  const error = (row: Float64Array): number =>
    truth.reduce((sum, value, step) => sum + Math.abs(value - row[step]!), 0)
  const known = await run(named('harmonic'), { values, frequency: 'D', regressors: { promo } }, 30)
  const blind = await run(named('harmonic'), { values, frequency: 'D' }, 30)
  expect(error(known)).toBeLessThan(error(blind) / 2)
})
