import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNativeEngine, type NativeEngine } from '../../../tests/native-engine.ts'
import { fillSmallShop } from '../../../tests/small-shop.ts'
import { createStoreTables } from '../../../tests/store-tables.ts'
import { METRICS } from '../../model/metric.ts'
import type { Outcome } from '../../model/outcome.ts'
import { metricDictionary } from './dictionary.ts'
import { heatmap } from './heatmap.ts'
import type { DashboardContext } from './range.ts'
import { rowsBehindFigure } from './rows.ts'
import { metricSeries } from './series.ts'
import { dashboardSummary } from './summary.ts'
import { topKeys } from './top.ts'

const must = <Value>(outcome: Outcome<Value>): Value => {
  if (!outcome.ok) throw new Error(outcome.failure.detail)
  return outcome.value
}

const codeOf = (outcome: Outcome<unknown>) =>
  outcome.ok ? null : [outcome.failure.code, outcome.failure.fields]

const MARCH = { from: '2024-03-01', to: '2024-03-31' }
let engine: NativeEngine
let context: DashboardContext

beforeAll(async () => {
  engine = await openNativeEngine()
  await fillSmallShop(engine)
  context = { runner: engine, currency: null, timeZone: 'Europe/Madrid', today: '2026-01-01' }
})
afterAll(() => engine.close())

describe('summary', () => {
  it('equals a count by hand', async () => {
    const { metrics, currency, compare } = must(await dashboardSummary(context, MARCH))
    expect([currency, compare]).toEqual([
      'EUR',
      { mode: 'previous', from: '2024-02-01', to: '2024-02-29', has_data: true },
    ])
    expect(
      Object.fromEntries(METRICS.map((name) => [name, [metrics[name].value, metrics[name].previous]])),
    ).toEqual({
      gross_sales: [50, 20],
      discounts: [1, 0],
      returns: [14, 0],
      net_sales: [35, 20],
      taxes: [3.5, 2],
      shipping: [5, null],
      total_sales: [43.5, 22],
      orders: [3, 1],
      units: [5, 2],
      average_order_value: [16.33, 20],
      customers: [2, 1],
      new_customers: [1, 1],
      returning_customers: [1, 0],
      returning_rate: [0.5, 0],
      products_sold: [2, 1],
      gross_margin: [27, 14],
    })
    expect(metrics.net_sales).toMatchObject({ change: 0.75, estimated: true })
    expect(metrics.discounts.change).toBeNull()
    expect(metrics.customers).toMatchObject({
      note_code: 'ORDERS_WITHOUT_CUSTOMER',
      note_params: { orders: 1 },
    })
    expect(metrics.net_sales.spark.slice(0, 5)).toEqual([39, 0, 6, -10, 0])
  })

  it('compares all that there is with nothing', async () => {
    const { compare, metrics } = must(await dashboardSummary(context, { preset: 'all', compare: 'previous' }))
    expect(compare).toBeNull()
    expect(metrics.net_sales).toMatchObject({ value: 55, previous: null, change: null })
    // Customer 1 came twice; new and returning at once.
    expect([metrics.new_customers.value, metrics.returning_customers.value]).toEqual([2, 1])
  })

  it('says what no file carries instead of 0', async () => {
    const days = { from: '2024-02-28', to: '2024-02-29' }
    const known = { ...context, carried: new Set(['discount', 'refund']) }
    const carried = must(await dashboardSummary(known, days)).metrics
    expect([carried.discounts.value, carried.returns.value]).toEqual([0, 0])
    const usd = { ...days, to: '2024-03-03', currency: 'USD' }
    const { metrics } = must(await dashboardSummary({ ...context, carried: new Set() }, usd))
    expect(metrics.discounts).toMatchObject({ value: null, note_code: 'NOT_IN_DATA' })
    expect(metrics.returns).toMatchObject({ value: null, note_code: 'NOT_IN_DATA' })
    // In euros there are some on other days, so that 0 is a figure.
    const eur = must(await dashboardSummary({ ...context, carried: new Set() }, days)).metrics
    expect([eur.discounts.value, eur.returns.value]).toEqual([0, 0])
  })

  it('does not count customers where no order names one', async () => {
    const { metrics } = must(await dashboardSummary(context, { from: '2024-03-03', to: '2024-03-03' }))
    expect(metrics.orders.value).toBe(1)
    for (const name of ['customers', 'new_customers', 'returning_customers', 'returning_rate'] as const)
      expect(metrics[name]).toMatchObject({ value: null, change: null, note_code: 'ORDERS_WITHOUT_CUSTOMER' })
    const busy = must(await dashboardSummary(context, { from: '2024-03-01', to: '2024-03-03' })).metrics
    expect(busy.customers.value).toBe(2)
  })

  it('marks returns that are still to come', async () => {
    expect(must(await dashboardSummary(context, MARCH)).metrics.returns).toMatchObject({ immature: true })
    const before = must(await dashboardSummary(context, { from: '2024-01-01', to: '2024-01-31' }))
    expect(before.metrics.returns.immature).toBeUndefined()
  })

  it('takes the last 30 days up to the last day with a sale when no days are given', async () => {
    const { from, to, last_day } = must(await dashboardSummary(context, {}))
    expect([from, to, last_day]).toEqual(['2024-02-03', '2024-03-03', '2024-03-04'])
  })

  it('keeps currencies apart', async () => {
    const { currency, metrics, currencies } = must(
      await dashboardSummary(context, { ...MARCH, currency: 'USD' }),
    )
    expect([currency, metrics.net_sales.value, metrics.orders.value]).toEqual(['USD', 15, 1])
    expect(currencies).toEqual([
      { currency: 'EUR', orders: 4 },
      { currency: 'USD', orders: 1 },
    ])
  })

  it('has no past where the data begin later', async () => {
    const summary = must(await dashboardSummary(context, { ...MARCH, compare: 'year' }))
    expect(summary.compare?.has_data).toBe(false)
    expect(summary.metrics.net_sales).toMatchObject({ value: 35, previous: null, change: null })
    expect(summary.headlines.length).toBeGreaterThanOrEqual(3)
  })

  it('is zero, not nothing, in a period without sales', async () => {
    const { metrics, headlines } = must(
      await dashboardSummary(context, { from: '2024-05-01', to: '2024-05-31' }),
    )
    expect([metrics.net_sales.value, metrics.orders.value, metrics.average_order_value.value]).toEqual([
      0,
      0,
      null,
    ])
    expect(headlines).toEqual([])
  })

  it.each([
    [{ from: '2024-02-30' }, 'from'],
    [{ from: '2024-03-02', to: '2024-03-01' }, 'from'],
    [{ currency: 'JPY' }, 'currency'],
  ])('refuses %o', async (input, field) => {
    expect(codeOf(await dashboardSummary(context, input))).toEqual([
      'VALIDATION',
      { [field]: expect.any(String) },
    ])
  })
})

describe('series', () => {
  it('fills the days without sales', async () => {
    const answer = must(
      await metricSeries(context, {
        metric: 'net_sales',
        from: '2024-03-01',
        to: '2024-03-04',
        grain: 'day',
      }),
    )
    expect(answer.points).toEqual([
      { date: '2024-03-01', value: 39, previous: 0 },
      { date: '2024-03-02', value: 0, previous: 0 },
      { date: '2024-03-03', value: 6, previous: 20 },
      { date: '2024-03-04', value: -10, previous: 0 },
    ])
    expect([answer.total, answer.previous_total]).toEqual([35, 20])
  })

  it('tells the greatest keys apart and puts the rest together', async () => {
    const input = { ...MARCH, metric: 'net_sales', by: 'country', grain: 'month', limit: 1 } as const
    const { series, total } = must(await metricSeries(context, input))
    expect(series?.map(({ key, other, total: one }) => [key, other, one])).toEqual([
      ['PT', false, 20],
      [null, true, 15],
    ])
    expect(total).toBe(35)
  })

  it('counts orders by category from their lines', async () => {
    const { series } = must(
      await metricSeries(context, { ...MARCH, metric: 'orders', by: 'category', grain: 'month' }),
    )
    expect(series?.map(({ key, total }) => [key, total])).toEqual([
      [null, 1],
      ['Kitchen', 2],
    ])
  })

  it('refuses what does not exist or would be too much', async () => {
    expect(codeOf(await metricSeries(context, { ...MARCH, metric: 'shipping', by: 'vendor' }))).toEqual([
      'VALIDATION',
      { by: expect.any(String) },
    ])
    const hours = { from: '2020-01-01', to: '2024-01-01', metric: 'orders', grain: 'hour' } as const
    expect(codeOf(await metricSeries(context, hours))).toEqual(['VALIDATION', { grain: expect.any(String) }])
  })
})

it('lists countries with their orders, share and change', async () => {
  const { items, total, totals, next } = must(
    await topKeys(context, { ...MARCH, dimension: 'country', limit: 2, offset: 0 }),
  )
  expect([total, next, totals]).toEqual([3, 2, { net_sales: 35, previous: 20, units: 5 }])
  expect(items).toMatchObject([
    {
      key: 'PT',
      net_sales: 20,
      share: 20 / 35,
      previous: 0,
      change: null,
      contribution: 20,
      orders: 1,
      customers: 1,
    },
    { key: 'ES', net_sales: 9, previous: 20, change: -0.55, orders: 1 },
  ])
})

it('heats all hours of the week and says how often a weekday comes', async () => {
  const answer = must(await heatmap(context, MARCH))
  expect(answer.cells).toHaveLength(168)
  expect(answer.cells.find(({ weekday, hour }) => weekday === 5 && hour === 9)).toMatchObject({
    net_sales: 39,
    orders: 2,
  })
  expect(answer.weekdays.map(({ days }) => days)).toEqual([4, 4, 4, 4, 5, 5, 5])
  expect([answer.orders, answer.has_hours]).toEqual([3, true])
})

it.each(METRICS)('the rows behind %s make its figure', async (metric) => {
  const tile = must(await dashboardSummary(context, MARCH)).metrics[metric].value
  const answer = must(await rowsBehindFigure(context, { ...MARCH, metric, limit: 1000, offset: 0 }))
  expect(answer.figure).toBe(tile)
  const orders = answer.items.reduce((sum, row) => sum + Number(row['orders'] ?? 0), 0)
  const divisor = metric === 'average_order_value' ? orders : metric === 'returning_rate' ? answer.total : 1
  expect(answer.sum / divisor).toBeCloseTo(tile ?? Number.NaN, 2)
  expect(answer.items.reduce((sum, row) => sum + Number(row['amount']), 0)).toBeCloseTo(answer.sum, 9)
  expect(answer.items).toHaveLength(answer.total)
})

it('narrows rows to one key, and refuses a key that the figure does not have', async () => {
  const only = { ...MARCH, dimension: 'country', key: 'PT', limit: 10, offset: 0 } as const
  expect(must(await rowsBehindFigure(context, { ...only, metric: 'net_sales' }))).toMatchObject({
    figure: 20,
    sum: 20,
    total: 2,
  })
  const vendor = { ...only, dimension: 'vendor', key: 'Acme', metric: 'orders' } as const
  expect(codeOf(await rowsBehindFigure(context, vendor))).toEqual([
    'VALIDATION',
    { dimension: expect.any(String) },
  ])
})

it('answers an empty workspace without figures', async () => {
  const empty = await openNativeEngine()
  await createStoreTables(empty)
  const nothing = { ...context, runner: empty }
  const summary = must(await dashboardSummary(nothing, {}))
  expect([summary.headlines, summary.from, summary.metrics.net_sales.value]).toEqual([[], null, null])
  expect(must(await metricSeries(nothing, { metric: 'orders' })).points).toEqual([])
  expect(must(await topKeys(nothing, { dimension: 'product', limit: 5, offset: 0 })).items).toEqual([])
  expect(must(await heatmap(nothing, {})).cells).toEqual([])
  expect(must(await rowsBehindFigure(nothing, { metric: 'orders', limit: 5, offset: 0 }))).toMatchObject({
    total: 0,
    row: 'order',
  })
  expect(codeOf(await dashboardSummary(nothing, { from: 'soon' }))).toEqual([
    'VALIDATION',
    { from: expect.any(String) },
  ])
  empty.close()
})

it('has a dictionary whose SQL runs and gives the figure', async () => {
  for (const { sql } of metricDictionary())
    for (const text of sql) {
      const rows = await engine.run({ sql: text, params: ['EUR', MARCH.from, MARCH.to] })
      expect(rows).toHaveLength(1)
    }
  const net = metricDictionary().find(({ metric }) => metric === 'net_sales')
  const rows = await engine.run<{ net: number }>({
    sql: net?.sql[0] ?? '',
    params: ['EUR', MARCH.from, MARCH.to],
  })
  expect(rows[0]?.net).toBe(3500)
})
