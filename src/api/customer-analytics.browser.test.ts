import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSession, type Session } from '../workspace/session.ts'
import { callOperation } from './call.ts'

const DAY = 86_400_000
const START = Date.parse('2023-01-02T00:00:00Z')

/** 160 customers over 400 days; those with an even number come back in a rhythm of their own. */
const csv = (): string => {
  const rows: string[] = []
  for (let customer = 0; customer < 160; customer++) {
    const gap = 15 + (customer % 7) * 9
    const visits = customer % 2 === 0 ? 2 + (customer % 9) : 1
    for (let visit = 0; visit < visits; visit++) {
      const day = ((customer * 37) % 300) + visit * gap
      if (day >= 400) continue
      const date = new Date(START + day * DAY).toISOString().slice(0, 10)
      rows.push(`${customer}-${visit},${date},c${customer}@example.test,Mug,${1 + (customer % 5)},10.00,EUR`)
    }
  }
  return ['order_id,date,email,product,quantity,unit_price,currency', ...rows].join('\n')
}

let session: Session
const call = async (
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  signal?: AbortSignal,
) => {
  const answer = await callOperation(session, method, path, { body, signal })
  return {
    status: answer.status,
    body: answer.body as Record<string, never> & { id: string; model_id: string },
  }
}

beforeAll(async () => {
  session = await createSession()
  const { id } = await session.create('customers test')
  await session.open(id)
})
afterAll(() => session.remove(session.current().row.id))

it('says what is missing while nobody has ordered', async () => {
  expect(await call('GET', '/api/v1/analytics/clv')).toMatchObject({
    status: 422,
    body: { code: 'TOO_LITTLE_DATA' },
  })
  expect(await call('GET', '/api/v1/analytics/rfm')).toMatchObject({ status: 200, body: { as_of: null } })
})

it('trains in the worker, keeps records, and stops when told', async () => {
  const files = [new File([csv()], 'sales.csv', { type: 'text/csv' })]
  const options = { currency: 'EUR', time_zone: 'Europe/Madrid' }
  const preview = await call('POST', '/api/v1/imports', { files, options })
  expect((await call('POST', `/api/v1/imports/${preview.body.id}/commit`, { answers: {} })).status).toBe(200)
  const controller = new AbortController()
  const stopped = call('POST', '/api/ml/train-customer-segmentation', { seed: 7 }, controller.signal)
  setTimeout(() => controller.abort(), 5)
  expect((await stopped).status).toBe(499)
  const made = await call('POST', '/api/ml/train-customer-segmentation', {})
  expect(made).toMatchObject({ status: 200, body: { method: 'kmeans', customers_known: 160, seed: 42 } })
  const kept = await session.current().records('models').list()
  expect(kept.map(({ data }) => data['task'])).toEqual(['customer_segmentation'])
  const clv = await call('GET', '/api/v1/analytics/clv', { horizon_days: 90, limit: 3 })
  expect(clv).toMatchObject({
    status: 200,
    body: { customers: { total: 160, next: '3' }, holdout: { days: 90, customers: expect.any(Number) } },
  })
  const churn = await call('GET', '/api/v1/analytics/churn', { horizon_days: 60, limit: 1 })
  expect(churn).toMatchObject({ status: 200, body: { customers: { total: 160 }, horizon_days: 60 } })
  const rfm = await call('GET', '/api/v1/analytics/rfm', { segment: 'vip', sort: '-net_sales' })
  const [best] = (rfm.body['customers'] as unknown as { items: { customer_id: number; name: string }[] })
    .items
  expect(best!.name).toMatch(/@example\.test$/)
  const one = await call('GET', `/api/ml/customer-segment/${best!.customer_id}`)
  expect(one).toMatchObject({
    status: 200,
    body: { model_id: made.body.model_id, reasons: expect.any(Array) },
  })
})

it('fills worth, risk and next order into lists and profiles, and sorts and narrows by them', async () => {
  interface Filled {
    readonly customer_id: number
    readonly platform_id: string | null
    readonly clv: number
    readonly churn_probability: number
    readonly next_order_date: string | null
  }
  const list = async (input: object) => {
    const answer = await call('GET', '/api/v1/customers', input)
    expect(answer.status).toBe(200)
    return answer.body as unknown as { items: Filled[]; total: number; predicted: boolean }
  }
  const dear = await list({ sort: '-clv', limit: 200 })
  expect([dear.total, dear.predicted]).toEqual([160, true])
  const values = dear.items.map(({ clv }) => clv)
  expect(values).toEqual(values.toSorted((a, b) => b - a))
  expect(values.every((value) => typeof value === 'number')).toBe(true)
  const { customers } = (await call('GET', '/api/v1/analytics/clv', { limit: 1 })).body as unknown as {
    customers: { items: { customer_id: number; expected_value: number; label: string }[] }
  }
  expect(customers.items[0]!.expected_value).toBe(values[0])
  expect(customers.items[0]!.label).toMatch(/@example\.test$/)
  const leaving = await list({ churn_min: 0.5, sort: '-churn_probability', limit: 200 })
  expect(leaving.total).toBe(dear.items.filter((one) => one.churn_probability >= 0.5).length)
  const due = dear.items.filter((one) => one.next_order_date !== null)
  expect((await list({ next_from: '2000-01-01', limit: 200 })).total).toBe(due.length)
  const { customer_id, clv, churn_probability } = dear.items[0]!
  const profile = await call('GET', `/api/v1/customers/${customer_id}`)
  expect(profile).toMatchObject({ status: 200, body: { clv, churn_probability } })
})

it('what a new customer costs and when it is back, from an imported file of spend', async () => {
  const acquired = async () => (await call('GET', '/api/v1/analytics/clv', { limit: 1 })).body['acquisition']
  expect(await acquired()).toBeNull()
  const days = Array.from({ length: 300 }, (_, at) => new Date(START + at * DAY).toISOString().slice(0, 10))
  const text = ['date,channel,campaign,spend,clicks', ...days.map((day) => `${day},Ads,Brand,8.00,10`)].join(
    '\n',
  )
  const files = [new File([text], 'ad-spend.csv', { type: 'text/csv' })]
  const preview = await call('POST', '/api/v1/imports', { files, options: { currency: 'EUR' } })
  expect(preview.body).toMatchObject({ files: [{ kind: 'spend' }] })
  expect((await call('POST', `/api/v1/imports/${preview.body.id}/commit`, { answers: {} })).status).toBe(200)
  // All 160 were won within those 300 days, for 2,400 in all.
  expect(await acquired()).toMatchObject({
    spend: 2400,
    new_customers: 160,
    cost_per_customer: 15,
    payback_months: expect.any(Number),
  })
})

it('answers cohorts, retention and behaviour, and keeps apart what does not go together', async () => {
  const cohorts = await call('GET', '/api/v1/analytics/cohorts', { by: 'quarter', group: 'first_product' })
  expect(cohorts).toMatchObject({
    status: 200,
    body: { cohorts: [{ label: 'Mug', size: 160 }], by: 'quarter' },
  })
  const retention = await call('GET', '/api/v1/analytics/retention', {})
  expect(retention).toMatchObject({ status: 200, body: { frequency: { one_time: expect.any(Number) } } })
  const behaviour = await call('GET', '/api/v1/analytics/behaviour', { preset: 'all' })
  const { segments } = behaviour.body as unknown as { segments: { customers: number }[] }
  expect(segments[0]!.customers).toBe(160)
  expect(segments.slice(1).reduce((sum, one) => sum + one.customers, 0)).toBe(160)
  const wrong = { entry: 'every', group: 'country' }
  expect((await call('GET', '/api/v1/analytics/cohorts', wrong)).status).toBe(400)
})

it('leaves a model with fingerprint and seed, a log and predictions', async () => {
  const list = async (path: string, query = {}) => (await call('GET', path, query)).body
  expect(await list('/api/ml/models', { task: 'customer_segmentation' })).toMatchObject({
    total: 1,
    items: [
      {
        seed: 42,
        trained_on: { fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) },
        seconds: expect.any(Number),
      },
    ],
  })
  expect(await list('/api/ml/training-logs', { task: 'customer_segmentation' })).toMatchObject({ total: 1 })
  // One for the horizon asked for above, one for that of lists and profiles.
  for (const [task, horizons] of [
    ['customer_churn', [90, 60]],
    ['customer_worth', [365, 90]],
  ] as const)
    expect(await list('/api/ml/predictions', { task })).toMatchObject({
      total: 2,
      items: horizons.map((horizon_days) => ({ task, horizon_days })),
    })
})

it('predictions: cancelled, they answer so and can be asked for again; asked for twice, they are made once', async () => {
  const path = '/api/v1/customers/predict'
  const logs = async () =>
    (await call('GET', '/api/ml/training-logs', {})).body as unknown as { total: number }
  const { total } = await logs()
  await call('PATCH', '/api/v1/customers/1', { country: 'PT' })
  expect((await call('POST', path, {}, AbortSignal.abort())).status).toBe(499)
  const both = await Promise.all([call('POST', path, {}), call('POST', path, {})])
  for (const answer of both) expect(answer).toMatchObject({ status: 200, body: { predicted: true } })
  expect((await logs()).total - total).toBeLessThanOrEqual(2)
})
