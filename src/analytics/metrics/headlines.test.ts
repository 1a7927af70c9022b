import { describe, expect, it } from 'vitest'
import type { HeadlineFacts } from './headline-facts.ts'
import { HEADLINE_TEXTS } from './headline-texts.ts'
import { headlines } from './headlines.ts'

const NOW = {
  gross: 120_000,
  discount: 6000,
  returned: 0,
  net: 114_000,
  orders: 30,
  units: 60,
  products: 4,
  customers: 25,
  new_customers: 10,
}
const BEFORE = {
  gross: 100_000,
  discount: 5000,
  returned: 0,
  net: 95_000,
  orders: 25,
  units: 50,
  products: 4,
  customers: 20,
  new_customers: 12,
}

const FACTS: HeadlineFacts = {
  currency: 'EUR',
  period: { from: '2024-03-01', to: '2024-03-31' },
  previous: { from: '2024-02-01', to: '2024-02-29' },
  now: NOW,
  before: BEFORE,
  products: [
    { key: 'A', name: 'Mug', net: 70_000, previous: 40_000 },
    { key: 'B', name: 'Cap', net: 44_000, previous: 55_000 },
  ],
  countries: [{ key: 'ES', name: 'ES', net: 114_000, previous: 95_000 }],
  customers: [
    { key: 'new', name: 'new', net: 40_000, previous: 45_000 },
    { key: 'returning', name: 'returning', net: 74_000, previous: 50_000 },
  ],
  topProduct: { key: 'A', name: 'Mug', net: 70_000, previous: 40_000 },
  bestDay: { day: '2024-03-08', net: 11_400 },
  firstDay: '2023-01-01',
  lastDay: '2024-03-31',
}

const codes = (facts: HeadlineFacts) => headlines(facts).map(({ code }) => code)

it('says what moved and what moved it, in numbers', () => {
  expect(headlines(FACTS).map(({ text }) => text)).toEqual([
    'Net sales rose 20% to 1,140.00 EUR, from 950.00 EUR.',
    'Of the change of +190.00 EUR, the number of orders makes +190.00 EUR, units per order 0.00 EUR and net sales per unit 0.00 EUR.',
    'First orders of new customers moved net sales by -50.00 EUR, orders of returning customers by +240.00 EUR.',
    '“Mug” gained most (+300.00 EUR); “Cap” lost most (-110.00 EUR).',
  ])
})

it('carries the numbers that it was made from', () => {
  const [, split, mix] = headlines(FACTS)
  expect(split?.drivers.map(({ name, contribution }) => [name, contribution])).toEqual([
    ['orders', 190],
    ['units_per_order', 0],
    ['net_per_unit', 0],
  ])
  expect(mix?.drivers.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0)).toBe(190)
})

it('describes the period when there is nothing to compare with', () => {
  const alone = { ...FACTS, previous: null, before: null }
  expect(codes(alone)).toEqual([
    'net_sales_level',
    'top_product',
    'best_day',
    'returning_share',
    'sold',
    'deductions',
  ])
})

describe('never fewer than three, never more than six', () => {
  const bare = { ...FACTS, products: [], countries: [], customers: [], topProduct: null, bestDay: null }
  it.each([
    ['without names of anything', bare],
    ['without a past', { ...bare, before: null, previous: null }],
    ['a past of no sales', { ...bare, before: { net: 0, orders: 0, units: 0, gross: 0 } }],
    ['only returns before', { ...bare, before: { net: -500, orders: 0, units: 0, gross: 0, returned: 500 } }],
    [
      'all there is',
      {
        ...FACTS,
        lastDay: '2024-03-10',
        firstDay: '2024-02-10',
        now: { ...NOW, estimated: 2, returned: 30_000 },
      },
    ],
  ])('%s', (_, facts) => {
    const found = codes(facts)
    expect(found.length).toBeGreaterThanOrEqual(3)
    expect(found.length).toBeLessThanOrEqual(6)
    expect(new Set(found).size).toBe(found.length)
  })
})

it('warns of what makes figures less than they seem', () => {
  const facts = { ...FACTS, lastDay: '2024-03-10', firstDay: '2024-02-10' }
  expect(codes(facts).slice(-2)).toEqual(['period_incomplete', 'comparison_incomplete'])
  expect(codes({ ...FACTS, now: { ...NOW, estimated: 3 } }).at(-1)).toBe('returns_estimated')
})

it('does not call customers new because the history begins', () => {
  expect(codes({ ...FACTS, firstDay: '2024-02-01' })).not.toContain('customers_mix')
  expect(codes({ ...FACTS, before: null, previous: null, firstDay: '2024-03-01' })).not.toContain(
    'returning_share',
  )
})

it('mentions returns and discounts only when their share moved notably', () => {
  expect(codes({ ...FACTS, now: { ...NOW, returned: 12_000 } })).toContain('returns_rate_up')
  expect(codes({ ...FACTS, now: { ...NOW, discount: 12_000 } })).toContain('discount_rate_up')
  expect(codes({ ...FACTS, now: { ...NOW, discount: 6300 } })).not.toContain('discount_rate_up')
})

it('is silent about nothing', () => {
  expect(headlines({ ...FACTS, now: { orders: 0, gross: 0, returned: 0, net: 0 } })).toEqual([])
})

it('fills every mark of every text', () => {
  for (const { text } of [...headlines(FACTS), ...headlines({ ...FACTS, before: null })])
    expect(text).not.toMatch(/[{}]/)
  expect(Object.values(HEADLINE_TEXTS).every((text) => text.endsWith('.'))).toBe(true)
})
