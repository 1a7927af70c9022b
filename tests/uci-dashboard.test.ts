import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { METRICS } from '../src/model/metric.ts'
import { type DashboardContext } from '../src/workspace/dashboard/range.ts'
import { rowsBehindFigure } from '../src/workspace/dashboard/rows.ts'
import { metricSeries } from '../src/workspace/dashboard/series.ts'
import { dashboardSummary } from '../src/workspace/dashboard/summary.ts'
import { topKeys } from '../src/workspace/dashboard/top.ts'
import type { Outcome } from '../src/model/outcome.ts'
import type { NativeEngine } from './native-engine.ts'
import { hasUci, openUciStore } from './uci-store.ts'

const must = <Value>(outcome: Outcome<Value>): Value => {
  if (!outcome.ok) throw new Error(outcome.failure.detail)
  return outcome.value
}

describe.skipIf(!hasUci())('the UCI shop', () => {
  let engine: NativeEngine
  let context: DashboardContext
  const YEAR = { from: '2009-12-01', to: '2010-11-30', compare: 'none' } as const

  beforeAll(async () => {
    engine = await openUciStore()
    context = { runner: engine, currency: 'GBP', timeZone: 'Europe/London', today: '2026-01-01' }
  })
  afterAll(() => engine.close())

  const counted = async (sql: string): Promise<number> => {
    const rows = await engine.run<{ n: number }>({ sql: `SELECT CAST((${sql}) AS DOUBLE) AS n`, params: [] })
    return rows[0]?.n ?? Number.NaN
  }

  const PRODUCT = `regexp_matches(StockCode, '^[0-9]{5}') AND Price::DOUBLE <> 0`
  const AMOUNT = `round(Quantity::INTEGER * Price::DECIMAL(12,3) * 100)`

  it.each([
    ['gross_sales', `SELECT sum(${AMOUNT}) / 100 FROM raw WHERE ${PRODUCT} AND Invoice NOT LIKE 'C%'`],
    ['returns', `SELECT -sum(${AMOUNT}) / 100 FROM raw WHERE ${PRODUCT} AND Invoice LIKE 'C%'`],
    ['net_sales', `SELECT sum(${AMOUNT}) / 100 FROM raw WHERE ${PRODUCT}`],
    ['orders', `SELECT count(DISTINCT Invoice) FROM raw WHERE ${PRODUCT} AND Invoice NOT LIKE 'C%'`],
    ['units', `SELECT sum(Quantity::INTEGER) FROM raw WHERE ${PRODUCT} AND Quantity::INTEGER > 0`],
    ['customers', `SELECT count(DISTINCT "Customer ID") FROM raw WHERE ${PRODUCT} AND Invoice NOT LIKE 'C%'`],
    [
      'products_sold',
      `SELECT count(DISTINCT upper(StockCode)) FROM raw WHERE ${PRODUCT} AND Quantity::INTEGER > 0`,
    ],
  ] as const)('%s of the year equals a plain count of the file', async (metric, sql) => {
    const summary = must(await dashboardSummary(context, YEAR))
    expect(summary.metrics[metric].value).toBeCloseTo(await counted(sql), 6)
  })

  it('has only new customers in its first year, and as many as customers', async () => {
    const { metrics } = must(await dashboardSummary(context, YEAR))
    expect(metrics.new_customers.value).toBe(metrics.customers.value)
    // Those who came again within the year: their later orders are not their first.
    const again = await counted(
      `SELECT count(*) FROM (SELECT "Customer ID" FROM raw WHERE ${PRODUCT} AND Invoice NOT LIKE 'C%' AND "Customer ID" IS NOT NULL GROUP BY 1 HAVING count(DISTINCT Invoice) > 1)`,
    )
    expect(metrics.returning_customers.value).toBe(again)
    expect(again).toBeGreaterThan(1000)
  })

  it.each(['day', 'week', 'month', 'hour'] as const)('Σ over each %s is the period', async (grain) => {
    const input = { from: '2010-09-01', to: '2010-11-15', compare: 'previous', grain } as const
    for (const metric of ['net_sales', 'orders', 'new_customers'] as const) {
      const answer = must(await metricSeries(context, { ...input, metric }))
      const sum = answer.points.reduce((total, point) => total + (point.value ?? 0), 0)
      const past = answer.points.reduce((total, point) => total + (point.previous ?? 0), 0)
      expect(sum).toBeCloseTo(answer.total ?? Number.NaN, 4)
      expect(past).toBeCloseTo(answer.previous_total ?? Number.NaN, 4)
    }
  })

  it.each(['country', 'customer_type', 'product'] as const)('Σ over %s is the period', async (by) => {
    const input = { from: '2010-09-01', to: '2010-11-15', metric: 'net_sales', by, grain: 'month' } as const
    const answer = must(await metricSeries(context, input))
    const sum = (answer.series ?? []).reduce((total, { total: one }) => total + (one ?? 0), 0)
    expect(sum).toBeCloseTo(answer.total ?? Number.NaN, 4)
    const top = must(await topKeys(context, { ...input, dimension: by, limit: 1000, offset: 0 }))
    expect(top.totals?.net_sales).toBeCloseTo(answer.total ?? Number.NaN, 4)
  })

  it('shows for every figure the rows that make it', async () => {
    const input = { from: '2010-10-01', to: '2010-10-31', limit: 5, offset: 0 }
    for (const metric of METRICS.filter(
      (name) =>
        !['average_order_value', 'returning_rate', 'gross_margin', 'taxes', 'shipping'].includes(name),
    )) {
      const answer = must(await rowsBehindFigure(context, { ...input, metric }))
      expect([metric, answer.sum]).toEqual([metric, answer.figure])
    }
  })

  it('explains November by headlines whose parts add up', async () => {
    const summary = must(await dashboardSummary(context, { from: '2010-11-01', to: '2010-11-30' }))
    expect(summary.headlines.length).toBeGreaterThanOrEqual(3)
    const split = summary.headlines.find(({ code }) => code === 'change_drivers')
    const { value, previous } = summary.metrics.net_sales
    const parts = (split?.drivers ?? []).reduce((sum, { contribution }) => sum + (contribution ?? 0), 0)
    expect(Math.abs(parts - ((value ?? 0) - (previous ?? 0)))).toBeLessThan(0.02)
  })
})
