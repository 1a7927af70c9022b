import { expect, it } from 'vitest'
import type { CustomerFacts } from '../../analytics/customers/facts.ts'
import { segmentTotals } from './segment-totals.ts'

/** Four customers: net in cents, orders, days since the last order. */
const FACTS = {
  asOf: 100,
  count: 4,
  net: Float64Array.of(6_000, 2_000, 1_001, 1_000),
  orders: Float64Array.of(6, 3, 1, 1),
  last: Float64Array.of(98, 90, 10, 0),
} as unknown as CustomerFacts

it('counts all six segments, also those without anybody', () => {
  const totals = segmentTotals(FACTS, ['vip', 'frequent', 'inactive', 'inactive'], 'EUR')
  const of = (name: string) => totals.find((one) => one.name === name)
  expect(totals).toHaveLength(6)
  expect(of('vip')).toMatchObject({
    count: 1,
    share: 0.25,
    net_sales: 60,
    orders: 6,
    average_order_value: 10,
  })
  expect(of('vip')!.net_share).toBeCloseTo(6_000 / 10_001, 12)
  expect(of('inactive')).toMatchObject({ count: 2, share: 0.5, net_sales: 20.01, orders: 2, average_order_value: 10.01, median_days_since_order: 95, median_orders: 1 }) // prettier-ignore
  expect(of('new')).toMatchObject({ count: 0, share: 0, net_sales: 0, net_share: 0, average_order_value: null, median_days_since_order: null, median_orders: null }) // prettier-ignore
})

it('has no share of nothing', () => {
  const refunded = { ...FACTS, net: new Float64Array(4) }
  for (const one of segmentTotals(refunded, ['vip', 'vip', 'new', 'new'], 'EUR'))
    expect(one.net_share).toBeNull()
})
