import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSession, type Session } from '../workspace/session.ts'
import { callOperation } from './call.ts'

const DAY = 86_400_000
const START = Date.parse('2023-01-02T00:00:00Z')
const WEEK = [3, 5, 6, 6, 8, 9, 4]

/** 120 days of a weekly shop, one order a day, in a plain table of sales. */
const csv = (): string =>
  [
    'order_id,date,product,quantity,unit_price,currency',
    ...Array.from({ length: 120 }, (_, day) => {
      const date = new Date(START + day * DAY).toISOString().slice(0, 10)
      return `${1000 + day},${date},Mug,${(WEEK[day % 7] ?? 1) + (day % 3)},10.00,EUR`
    }),
  ].join('\n')

interface Body {
  readonly id: string
  readonly model_id: string
  readonly prediction_id: string
  readonly log_id: string
  readonly points: unknown[]
  readonly point: number[]
  readonly dates: string[]
  readonly intervals: Record<string, unknown>
  readonly leaderboard: unknown[]
}

let session: Session
const call = async (
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  query: Record<string, string> = {},
) => {
  const answer = await callOperation(session, method, path, { body, query })
  return { status: answer.status, body: answer.body as Body }
}

beforeAll(async () => {
  session = await createSession()
  const { id } = await session.create('forecast test')
  await session.open(id)
})
afterAll(() => session.remove(session.current().row.id))

const series = {
  values: Array.from({ length: 84 }, (_, day) => WEEK[day % 7]! + (day % 5)),
  frequency: 'D',
  horizon: 7,
}

it('says what is missing while there are no sales', async () => {
  const { status, body } = await call('POST', '/api/ml/train-sales-forecast', {})
  expect(status).toBe(422)
  expect(body).toMatchObject({ code: 'TOO_LITTLE_DATA', fields: { needed: 2 } })
})

it('forecasts any series', async () => {
  const { status, body } = await call('POST', '/api/v1/forecast/series', {
    ...series,
    level: 80,
    start: '2024-02-26',
  })
  expect(status).toBe(200)
  expect(body.point).toHaveLength(7)
  expect(body.dates[0]).toBe('2024-05-20')
  expect(Object.keys(body.intervals)).toEqual(['80'])
  expect(body.leaderboard[0]).toMatchObject({ mase: expect.any(Number), coverage_80: expect.any(Number) })
})

it('refuses what no series can have', async () => {
  for (const wrong of [
    { start: '2025-01-01T99:99' },
    { start: '2025-02-30' },
    { values: [1e300, 2e300, 1e300] },
  ])
    expect(await call('POST', '/api/v1/forecast/series', { ...series, ...wrong })).toMatchObject({
      status: 400,
      body: { code: 'VALIDATION' },
    })
})

it.each([
  'random_forest',
  'gradient_boosting',
  'linear_regression',
  'prophet',
  'mstl',
  'ets',
  'theta',
  'neural',
  'seasonal_naive',
  'croston',
  'ensemble',
])('answers by the name %s', async (model) => {
  const values = Array.from({ length: 182 }, (_, day) => WEEK[day % 7]! + (day % 5))
  const { status, body } = await call('POST', '/api/v1/forecast/series', { ...series, values, model })
  expect(status).toBe(200)
  expect(body).toMatchObject({ model, reason: { code: 'ASKED_FOR' } })
  expect(body.point.every((value: number) => value > 1 && value < 16)).toBe(true)
})

it('says which models there are when it does not know a name', async () => {
  const { status, body } = await call('POST', '/api/v1/forecast/series', { ...series, model: 'crystal_ball' })
  expect(status).toBe(400)
  expect(body).toMatchObject({ code: 'VALIDATION', fields: { model: expect.stringContaining('prophet') } })
})

it('refuses bad input at the door', async () => {
  for (const wrong of [{ horizon: 0 }, { values: [1, null] }, { frequency: 'X' }, { level: 100 }])
    expect(await call('POST', '/api/v1/forecast/series', { ...series, ...wrong })).toMatchObject({
      status: 400,
    })
})

it('trains, predicts, keeps both with a log, and answers the same question again from what it kept', async () => {
  const files = [new File([csv()], 'sales.csv', { type: 'text/csv' })]
  const preview = await call('POST', '/api/v1/imports', {
    files,
    options: { currency: 'EUR', time_zone: 'Europe/Madrid' },
  })
  expect(preview.status).toBe(200)
  const committed = await call('POST', `/api/v1/imports/${preview.body.id}/commit`, {
    answers: {},
  })
  expect(committed).toMatchObject({ status: 200, body: { state: 'committed' } })
  const trained = await call('POST', '/api/ml/train-sales-forecast', { model_type: 'auto' })
  expect(trained).toMatchObject({
    status: 200,
    body: {
      model_type: 'auto',
      currency: 'EUR',
      trained_on: { from: '2023-01-02', to: '2023-05-01', days: 120 },
      metrics: { mase: expect.any(Number), r2: expect.any(Number), coverage_80: expect.any(Number) },
    },
  })
  const workspace = session.current()
  const log = await workspace.records('training_logs').get(trained.body.log_id)
  expect(log?.data).toMatchObject({ state: 'done', model_id: trained.body.model_id })
  const predicted = await call('POST', '/api/ml/predict-sales', {
    days_ahead: 14,
    model_id: trained.body.model_id,
  })
  expect(predicted.body.points).toHaveLength(14)
  expect(predicted.body.points[0]).toMatchObject({
    date: '2023-05-02',
    intervals: { 80: expect.any(Array), 95: expect.any(Array) },
  })
  const [prediction] = await workspace.records('predictions').list()
  expect(prediction?.data).toMatchObject({ model_id: trained.body.model_id, days_ahead: 14 })
  const again = await call('POST', '/api/ml/predict-sales', {
    days_ahead: 14,
    model_id: trained.body.model_id,
  })
  expect(again.body.prediction_id).toBe(predicted.body.prediction_id)
  const units = await call('POST', '/api/v1/forecast/generate', {
    target: 'units',
    horizon: 7,
    model: 'theta',
  })
  expect(units.body).toMatchObject({ target: 'units', model: 'theta' })
  const missing = await call('POST', '/api/ml/predict-sales', { model_id: 'none' })
  expect(missing).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
})

it('forecasts the demand of products, which adds up to the shop', async () => {
  const { status, body } = await call('GET', '/api/v1/forecast/demand', undefined, { days: '14' })
  expect(status).toBe(200)
  const { items, shop_units } = body as unknown as {
    items: { product_id: string; demand_class: string; units: number; points: unknown[] }[]
    shop_units: number
  }
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({ demand_class: 'smooth' })
  expect(items[0]!.points).toHaveLength(14)
  expect(items[0]!.units).toBeCloseTo(shop_units, 1)
  const latest = await call('GET', '/api/v1/forecast/latest', undefined, { target: 'units', horizon: '14' })
  const { forecast, current } = latest.body as unknown as { forecast: Generated | null; current: boolean }
  expect(current).toBe(true)
  expect(forecast?.total.value).toBeCloseTo(shop_units, 1)
  const missing = await call('GET', '/api/v1/forecast/demand', undefined, { product_id: 'none' })
  expect(missing).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
})

interface Generated {
  readonly prediction_id: string
  readonly frequency: string
  readonly points: { readonly date: string; readonly value: number }[]
  readonly base: { readonly date: string; readonly value: number }[]
  readonly total: { readonly value: number; readonly intervals: Record<string, [number, number]> }
  readonly trained_on: { readonly from: string; readonly to: string; readonly days: number }
  readonly scenario: { readonly difference: number; readonly base_total: number }
  readonly regressors: unknown[]
}
const generate = async (body: object) => {
  const answer = await call('POST', '/api/v1/forecast/generate', {
    model: 'weekday_median',
    horizon: 14,
    ...body,
  })
  return { status: answer.status, body: answer.body as unknown as Generated }
}
const sum = (points: readonly { readonly value: number }[]) =>
  points.reduce((total, { value }) => total + value, 0)

it('forecasts a product as the shop where it is all that the shop sells, and keeps the answer', async () => {
  const shop = await generate({ target: 'units' })
  const subjects = await call('GET', '/api/v1/forecast/subjects')
  const [product] = (subjects.body as unknown as { items: { product_id: string }[] }).items
  const { status, body } = await generate({ target: 'units', product_id: product!.product_id })
  expect(status).toBe(200)
  expect(body.points).toEqual(shop.body.points)
  expect(body.total.intervals['80']![0]).toBeLessThanOrEqual(sum(body.points))
  expect(body.total.intervals['80']![1]).toBeGreaterThanOrEqual(sum(body.points))
  const latest = await call('GET', '/api/v1/forecast/latest', undefined, {
    target: 'units',
    horizon: '14',
    product_id: product!.product_id,
  })
  expect(latest.body).toMatchObject({ current: true, forecast: { prediction_id: body.prediction_id } })
})

it('adds days up to whole weeks, and reads hours only where orders have a time', async () => {
  const { body } = await generate({ target: 'units', frequency: 'W', horizon: 4 })
  // 120 days from a Monday on: 17 weeks and a day.
  expect(body).toMatchObject({
    frequency: 'W',
    trained_on: { from: '2023-01-02', to: '2023-04-30', days: 17 },
  })
  expect(body.points.map(({ date }) => date)).toEqual([
    '2023-05-01',
    '2023-05-08',
    '2023-05-15',
    '2023-05-22',
  ])
  expect(await generate({ frequency: 'H' })).toMatchObject({ status: 422, body: { code: 'TOO_LITTLE_DATA' } })
})

it('lays a scenario over the days by the known formula', async () => {
  const during = { from: '2023-01-01', to: '2024-01-01' }
  const { body } = await generate({
    scenario: { changes: [{ kind: 'price', percent: 10, elasticity: -1.5, ...during }] },
  })
  const factor = 1.1 ** -1.5 * 1.1
  body.points.forEach(({ value }, at) => expect(value).toBeCloseTo(body.base[at]!.value * factor, 6))
  expect(body.total.value).toBeCloseTo(body.scenario.base_total * factor, 6)
  expect(body.scenario.difference).toBeCloseTo(body.total.value - body.scenario.base_total, 6)
})

it('refuses what it does not know', async () => {
  expect(await generate({ produkt: 'Mug' })).toMatchObject({
    status: 400,
    body: { code: 'VALIDATION', fields: { produkt: expect.any(String) } },
  })
  expect(await generate({ regressors: ['weather'] })).toMatchObject({
    status: 400,
    body: { fields: { regressors: expect.stringContaining('weather') } },
  })
  expect((await generate({ product_id: 'none' })).status).toBe(404)
  expect((await generate({ product_id: 'a', category: 'b' })).status).toBe(400)
  expect((await generate({ scenario: 'none' })).status).toBe(404)
  expect((await generate({ frequency: 'W', scenario: { changes: [] } })).status).toBe(400)
})

it('takes columns of the caller and tells what became of them', async () => {
  const flat = { start: '2023-01-02', values: new Array<number>(134).fill(1) }
  const { body } = await generate({ regressors: { flat } })
  expect(body.regressors).toEqual([{ name: 'flat', kept: false, lag: null, ratio: null, reason: 'CONSTANT' }])
})

it('fixes only models that predictions use', async () => {
  const models = session.current().records('models')
  const customers = await models.put({ task: 'customer_churn', name: 'churn' })
  const fixed = await callOperation(session, 'PATCH', `/api/ml/models/${customers.id}`, {
    body: { default: true },
  })
  expect(fixed).toMatchObject({ status: 400, body: { fields: { default: expect.any(String) } } })
  expect((await models.get(customers.id))?.data['default']).toBeUndefined()
})
