import { describe, expect, it } from 'vitest'
import { forecastSeries, type SeriesForecast } from './forecast-series.ts'
import { MODELS } from './models.ts'
import { planOrigins } from './origins.ts'
import type { ForecastRequest } from './request.ts'
import { seeded } from './statistics.ts'

let clock = 0
const work = { pause: async () => false, now: () => clock++ }
/** Trees take most of the time; what is tested here does not depend on them. */
const QUICK = MODELS.filter(({ name }) => name !== 'random_forest' && name !== 'gradient_boosting')
type Asked = Partial<ForecastRequest> & { values: number[] }
const ask = (request: Asked, models = QUICK) =>
  forecastSeries(
    { frequency: 'D', horizon: 28, levels: [80, 95], model: 'auto', seed: 42, ...request },
    models,
    work,
  )
const made = async (request: Asked, models = QUICK): Promise<SeriesForecast> => {
  const outcome = await ask(request, models)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure))
  return outcome.value
}

const WEEK = [3, 5, 6, 6, 8, 9, 4]
const shop = (days: number, seed = 5): number[] => {
  const random = seeded(seed)
  return Array.from({ length: days }, (_, day) => WEEK[day % 7]! * (20 + day / 30) * (0.8 + 0.4 * random()))
}

const sound = (forecast: SeriesForecast, horizon: number): void => {
  expect(forecast.point).toHaveLength(horizon)
  for (const { lower, upper } of Object.values(forecast.intervals))
    forecast.point.forEach((value, step) => {
      expect(Number.isFinite(lower[step]! + value + upper[step]!)).toBe(true)
      expect(lower[step]!).toBeLessThanOrEqual(value)
      expect(value).toBeLessThanOrEqual(upper[step]!)
    })
}

it('answers with point, dates, intervals, leaderboard, season and components', async () => {
  const forecast = await made({ values: shop(200), start: '2024-01-01' }, [...MODELS])
  sound(forecast, 28)
  expect(forecast.dates.slice(0, 2)).toEqual(['2024-07-19', '2024-07-20'])
  expect(forecast.leaderboard.map(({ model }) => model).sort()).toEqual(
    [
      'autoregression',
      'ensemble',
      'ets',
      'gradient_boosting',
      'harmonic',
      'linear_regression',
      'random_forest',
      'seasonal_naive',
      'theta',
      'weekday_median',
    ].sort(),
  )
  expect(forecast.reason.code).toBe('BEST_ON_VALIDATION')
  expect(forecast.reason.error!).toBeLessThan(forecast.reason.simple_error!)
  expect(forecast.seasonality.season).toBe(7)
  expect(forecast.seasonality.strength).toBeGreaterThan(0.5)
  const { history } = forecast.components
  history.trend.forEach((trend, day) => {
    if (trend !== null)
      expect(trend + history.seasonal[day]! + history.remainder[day]!).toBeCloseTo(shop(200)[day]!, 6)
  })
  expect(forecast.intervals['95']!.upper[5]! - forecast.intervals['95']!.lower[5]!).toBeGreaterThan(
    forecast.intervals['80']!.upper[5]! - forecast.intervals['80']!.lower[5]!,
  )
})

it('the total has an interval of its own, narrower than the edges added up', async () => {
  const { point, total, intervals } = await made({ values: shop(300) })
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
  expect(total.value).toBeCloseTo(sum(point), 6)
  const [low, high] = total.intervals['80']!
  expect(low).toBeLessThan(total.value)
  expect(high).toBeGreaterThan(total.value)
  expect(high - low).toBeLessThan(0.7 * (sum(intervals['80']!.upper) - sum(intervals['80']!.lower)))
})

it('repeats exactly', async () => {
  const [one, two] = [await made({ values: shop(150) }), await made({ values: shop(150) })]
  expect(two.point).toEqual(one.point)
  expect(two.intervals).toEqual(one.intervals)
})

it('scaling sales by 100 scales forecast and intervals by 100', async () => {
  const one = await made({ values: shop(200) })
  const many = await made({ values: shop(200).map((value) => value * 100) })
  expect(many.model).toBe(one.model)
  one.point.forEach((value, step) => expect(many.point[step]! / value).toBeCloseTo(100, 1))
  one.intervals['80']!.upper.forEach((value, step) =>
    expect(many.intervals['80']!.upper[step]! / value).toBeCloseTo(100, 0),
  )
})

it('forecasts nothing on weekdays that are always closed', async () => {
  const values = shop(200).map((value, day) => (day % 7 === 5 ? 0 : value))
  const { point, intervals } = await made({ values })
  const closed = point.filter((_, step) => (200 + step) % 7 === 5)
  expect(closed).toEqual([0, 0, 0, 0])
  expect(intervals['95']!.upper.filter((_, step) => (200 + step) % 7 === 5)).toEqual([0, 0, 0, 0])
  expect(point.filter((value) => value > 0)).toHaveLength(24)
})

it('takes the simple rule when nothing beats it, and says so', async () => {
  const values = Array.from({ length: 200 }, (_, day) => WEEK[day % 7]!)
  const { model, reason } = await made({ values })
  expect(model).toBe('seasonal_naive')
  expect(reason.code).toBe('SIMPLE_RULE_WINS')
})

it('goes below zero only where the history does', async () => {
  const values = shop(120).map((value, day) => (day < 100 ? value : value / 50))
  const positive = await made({ values })
  expect(Math.min(...positive.intervals['95']!.lower)).toBeGreaterThanOrEqual(0)
  const negative = await made({ values: values.map((value) => value - 60) })
  expect(Math.min(...negative.intervals['95']!.lower)).toBeLessThan(0)
})

describe('little data', () => {
  it.each([2, 3, 5, 10, 13, 17])(
    '%d days: a simple rule with the reason and what is needed',
    async (days) => {
      const forecast = await made({ values: shop(days) })
      sound(forecast, 28)
      expect(forecast.reason).toEqual({ code: 'TOO_LITTLE_DATA', steps: days, needed: 18 })
      expect(forecast.leaderboard).toEqual([])
    },
  )

  it.each([18, 19, 25, 40, 60])('%d days: models are compared', async (days) => {
    const forecast = await made({ values: shop(days) })
    sound(forecast, 28)
    expect(forecast.leaderboard.length).toBeGreaterThan(2)
  })

  it.each([[[]], [[5]]])('%j is not enough for anything', async (values) => {
    expect(await ask({ values })).toMatchObject({
      ok: false,
      failure: { code: 'TOO_LITTLE_DATA', fields: { needed: 2 } },
    })
  })

  it('a model that needs more says how much', async () => {
    const outcome = await ask({ values: shop(9), frequency: 'M', horizon: 3, model: 'harmonic' })
    expect(outcome).toMatchObject({ failure: { code: 'TOO_LITTLE_DATA', fields: { steps: 9, needed: 12 } } })
  })
})

describe('odd series', () => {
  it.each([
    ['all zero', Array.from({ length: 100 }, () => 0)],
    ['constant', Array.from({ length: 100 }, () => 7.5)],
  ])('%s', async (_, values) => {
    const forecast = await made({ values })
    expect(forecast.reason.code).toBe('CONSTANT')
    expect(new Set(forecast.point)).toEqual(new Set([values[0]]))
  })

  it.each([
    ['one spike', Array.from({ length: 120 }, (_, day) => (day === 60 ? 1e7 : 0))],
    ['sales on the last day only', Array.from({ length: 120 }, (_, day) => (day === 119 ? 50 : 0))],
    ['closed half the year', shop(365).map((value, day) => (day > 120 && day < 300 ? 0 : value))],
    ['stopped selling', shop(200).map((value, day) => (day > 150 ? 0 : value))],
    ['huge', shop(100).map((value) => value * 1e12)],
    ['tiny', shop(100).map((value) => value * 1e-12)],
    ['negative', shop(100).map((value) => -value)],
    ['the same every week', Array.from({ length: 120 }, (_, day) => 2 + (day % 7))],
    ['begins late', Array.from({ length: 300 }, (_, day) => (day < 250 ? 0 : shop(300)[day]!))],
  ])('%s: finite and in order', async (_, values) => {
    sound(await made({ values }), 28)
  })

  it('weekly, monthly, quarterly, yearly and hourly ones', async () => {
    for (const frequency of ['W', 'M', 'Q', 'Y', 'H'] as const)
      for (const length of [10, 30, 130])
        sound(await made({ values: shop(length), frequency, horizon: 12 }), 12)
  })
})

it.each([
  [{ values: [1, NaN, 3] }],
  [{ values: [1, Infinity, 3] }],
  [{ values: shop(30).map((value) => value * 1e300) }],
  [{ values: shop(30), horizon: 0 }],
  [{ values: shop(30), horizon: 2.5 }],
  [{ values: shop(30), levels: [100] }],
  [{ values: shop(30), regressors: { promo: [1, 2] } }],
])('refuses %j', async (request) => {
  expect(await ask(request)).toMatchObject({ ok: false, failure: { code: 'VALIDATION' } })
})

it('stops when it is told to', async () => {
  let pauses = 0
  const stopping = { now: () => 0, pause: async () => ++pauses > 3 }
  const request = {
    values: shop(200),
    frequency: 'D',
    horizon: 28,
    levels: [80],
    model: 'auto',
    seed: 1,
  } as const
  const outcome = await forecastSeries(request, MODELS, stopping)
  expect(outcome).toMatchObject({ ok: false, failure: { code: 'CANCELLED' } })
  expect(pauses).toBe(4)
})

describe('choices do not see the test windows', () => {
  const random = seeded(77)
  /** From the first test origin on, everything else than what came. */
  const wild: readonly (readonly [string, (value: number, at: number) => number])[] = [
    ['much more', (value) => value * 50],
    ['nothing', () => 0],
    ['noise around nothing', () => 1e4 * (random() - 0.5)],
    ['another rhythm', (_, at) => 500 * (at % 5)],
  ]
  const weeks = (count: number): number[] => {
    const noise = seeded(5)
    return Array.from(
      { length: count },
      (_, week) => 100 + 40 * Math.sin((2 * Math.PI * week) / 52) + 10 * noise(),
    )
  }
  const choices = (forecast: SeriesForecast) => ({
    model: forecast.model,
    reason: forecast.reason,
    backtest: forecast.backtest,
    weights: forecast.explanations['ensemble'],
    rehearsals: forecast.rehearsals,
    calendar: forecast.calendar,
    validation: Object.fromEntries(forecast.leaderboard.map((row) => [row.model, row.validation_mase])),
    dropped: Object.fromEntries(forecast.leaderboard.map((row) => [row.model, row.dropped])),
  })
  const QUICKEST = QUICK.filter(({ name }) => name !== 'ets')

  it.each([
    ['days', { values: shop(250), horizon: 28, start: '2024-01-01' }],
    ['weeks of two years and a half', { values: weeks(130), horizon: 13, frequency: 'W' as const }],
    ['weeks of four years', { values: weeks(210), horizon: 13, frequency: 'W' as const }],
  ])('%s', async (_, request) => {
    const holidays = [
      { date: '2024-05-01', name: 'May' },
      { date: '2025-01-01', name: 'New year' },
    ]
    const asked = 'start' in request ? { ...request, holidays } : request
    const frequency = 'frequency' in request ? request.frequency : 'D'
    const first = planOrigins(request.values.length, request.horizon, frequency).test[0]!
    const truth = choices(await made(asked, QUICKEST))
    for (const [, change] of wild) {
      const values = request.values.map((value, at) => (at >= first ? change(value, at) : value))
      expect(choices(await made({ ...asked, values }, QUICKEST))).toEqual(truth)
    }
  })
})

it('a slow machine gives the same forecast', async () => {
  const models = QUICK.filter(({ name }) => name !== 'ets')
  const on = async (milliseconds: number): Promise<SeriesForecast> => {
    let time = 0
    const slow = { pause: async () => false, now: () => (time += milliseconds) }
    const outcome = await forecastSeries(
      { values: shop(150), frequency: 'D', horizon: 28, levels: [80], model: 'auto', seed: 42 },
      models,
      slow,
    )
    if (!outcome.ok) throw new Error(outcome.failure.detail)
    return outcome.value
  }
  const [quick, slow] = [await on(0.01), await on(300)]
  const standings = ({ leaderboard }: SeriesForecast) => leaderboard.map((row) => ({ ...row, seconds: 0 }))
  expect(standings(slow)).toEqual(standings(quick))
  expect(slow.point).toEqual(quick.point)
  expect(slow.cut_short).toBe(false)
  expect((await on(60_000)).cut_short).toBe(true)
})
