import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Outcome } from '../src/model/outcome.ts'
import type { CustomerContext } from '../src/workspace/customers/base.ts'
import { behaviourAnswer } from '../src/workspace/customers/behaviour.ts'
import { churnAnswer } from '../src/workspace/customers/churn.ts'
import { cohortsAnswer } from '../src/workspace/customers/cohorts.ts'
import { retentionAnswer } from '../src/workspace/customers/retention.ts'
import { rfmAnswer } from '../src/workspace/customers/rfm.ts'
import { customerSegment, trainSegmentation } from '../src/workspace/customers/segmentation.ts'
import { worthAnswer } from '../src/workspace/customers/worth.ts'
import { nativeCustomers } from './direct-trainer.ts'
import type { NativeEngine } from './native-engine.ts'
import { hasUci, openUciStore } from './uci-store.ts'

const must = <Value>(outcome: Outcome<Value>): Value => {
  if (!outcome.ok) throw new Error(outcome.failure.detail)
  return outcome.value
}
const PAGE = { limit: 5, offset: 0, seed: 42 }

describe.skipIf(!hasUci())('customers of the UCI shop', () => {
  let engine: NativeEngine
  let context: CustomerContext

  beforeAll(async () => {
    engine = await openUciStore()
    context = nativeCustomers(engine, { currency: 'GBP', timeZone: 'Europe/London', today: '2026-01-01' })
  })
  afterAll(() => engine.close())

  it('RFM: every customer has one segment, sums are those of the shop', async () => {
    const rfm = must(await rfmAnswer(context, { ...PAGE, compare_to: '2010-08-31' }))
    expect(rfm.customers_known).toBe(4239)
    expect(rfm.segments.reduce((sum, { count }) => sum + count, 0)).toBe(4239)
    expect(rfm.segments.every(({ count }) => count > 200)).toBe(true)
    const net = rfm.segments.reduce((sum, one) => sum + one.net_sales, 0)
    expect(rfm.grid.reduce((sum, one) => sum + one.net_sales, 0)).toBeCloseTo(net, 2)
    const moved = rfm.migration!
    expect(moved.up + moved.down + moved.same + moved.entered).toBe(4239)
    // Who is called what is the same on the page of behaviour.
    const { segments } = must(await behaviourAnswer(context, { preset: 'all' }))
    const counts = (all: readonly { customers: number; segment: string }[]) =>
      Object.fromEntries(all.map(({ segment, customers }) => [segment, customers]))
    expect(counts(segments.slice(1))).toEqual(
      counts(rfm.segments.map(({ name, count }) => ({ segment: name, customers: count }))),
    )
  })

  it('segments: stable, all six names, true of their customers, near the rule', async () => {
    const made = must(await trainSegmentation(context, PAGE))
    expect(made).toMatchObject({ method: 'kmeans', k: 6 })
    expect(made.stability!.mean).toBeGreaterThan(0.9)
    expect(made.silhouette).toBeGreaterThan(0.38)
    expect(made.silhouette_of_features).toBeGreaterThan(0.3)
    expect(made.components).toMatchObject({ count: 2 })
    expect(made.segments.every(({ count }) => count > 100)).toBe(true)
    expect(made.agreement.share).toBeGreaterThan(0.8)
    const days = Object.fromEntries(
      made.segments.map(({ name, median_days_since_order }) => [name, median_days_since_order!]),
    )
    expect(days['vip']).toBeLessThan(days['at_risk']!)
    expect(days['at_risk']).toBeLessThan(days['inactive']!)
    const kept = await context.records('customer_segments').get(made.model_id)
    expect(kept?.data['codes']).toHaveLength(4239)
    expect((await context.records('training_logs').get(made.log_id))?.data).toMatchObject({
      state: 'done',
      seed: 42,
    })
    const again = must(await trainSegmentation(context, PAGE))
    expect([again.model_id, (await context.records('models').list()).length]).toEqual([made.model_id, 1])
  })

  it('tells one customer’s segment and why', async () => {
    const one = must(await customerSegment(context, { ...PAGE, customer_id: 14911 }))
    expect(one).toMatchObject({ segment: 'vip', rfm: { r: 5, f: 5, m: 5 }, group: 'champions' })
    expect(one.reasons[0]).toMatchObject({ code: 'SPENT' })
    expect(await customerSegment(context, { ...PAGE, customer_id: 1 })).toMatchObject({
      ok: false,
      failure: { code: 'NOT_FOUND' },
    })
  })

  it('worth: total orders of the 90 unseen days nearer than by the naive rate, intervals that hold', async () => {
    const input = { ...PAGE, horizon_days: 90, model: 'auto', unit: 'week' } as const
    const { holdout, customers, totals } = must(await worthAnswer(context, input))
    const miss = (said: number): number => Math.abs(said - holdout!.actual_orders)
    expect(holdout).toMatchObject({ days: 90, customers: 3302, actual_orders: 4220 })
    expect(miss(holdout!.predicted_orders)).toBeLessThan(miss(holdout!.naive_orders))
    expect(holdout!.rmse).toBeLessThan(holdout!.naive_rmse)
    expect(holdout!.coverage_80).toBeGreaterThan(0.8)
    expect(customers.total).toBe(4239)
    expect(totals.total_value).toBeCloseTo(totals.historic_value + totals.expected_value, 1)
  })

  it('churn: better than recency on 90 unseen days; explanations add up; due dates hold as often as they say', async () => {
    const churn = must(await churnAnswer(context, { ...PAGE, horizon_days: 90 }))
    const { evaluation, rhythm, customers } = churn
    expect(churn.model).toBe('boosted_trees')
    expect(evaluation!.test_as_of).toBe('2010-09-01')
    expect(evaluation!.auc).toBeGreaterThan(evaluation!.auc_recency + 0.03)
    expect(evaluation!.brier).toBeLessThan(evaluation!.brier_recency)
    expect(rhythm.coverage_80).toBeGreaterThan(0.75)
    expect(rhythm.coverage_80).toBeLessThan(0.87)
    expect(customers.items[0]!.churn_probability).toBeGreaterThan(0.6)
    expect(customers.items[0]!.reasons).toHaveLength(5)
  })

  it('cohorts and retention agree with each other and with the shop', async () => {
    const asked = { by: 'month', group: 'first_order', entry: 'first', per: 'cohort', limit: 36 } as const
    const sales = must(await cohortsAnswer(context, { ...asked, value: 'net_sales' }))
    const orders = must(await cohortsAnswer(context, { ...asked, value: 'orders' }))
    const retention = must(await retentionAnswer(context, { by: 'month', active_days: 90 }))
    expect(sales.cohorts.map(({ size }) => size)).toEqual(retention.steps.map((step) => step.new_customers))
    const all = orders.cohorts.flatMap(({ cells }) => cells.map((cell) => cell ?? 0))
    const ranked = retention.steps.reduce((sum, step) => sum + step.new_orders + step.returning_orders, 0)
    expect(all.reduce((sum, one) => sum + one, 0)).toBe(ranked)
    expect(ranked + retention.guest_orders).toBe(retention.orders_known)
    const rates = retention.repeat_rates.map(({ rate }) => rate)
    expect(rates.slice(0, 4).every((rate, at) => at === 0 || rate! >= rates[at - 1]!)).toBe(true)
  })
})
