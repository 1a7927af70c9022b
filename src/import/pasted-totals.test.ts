import { expect, it } from 'vitest'
import { readPastedTotals } from './pasted-totals.ts'

const march = { from: '2024-03-01', to: '2024-03-31' }

it.each([
  ['12,340.50', undefined, undefined, 12340.5],
  ['12.340,50', undefined, undefined, 12340.5],
  ['$ 12,340', undefined, undefined, 12340],
  ['12.340', undefined, undefined, 12340],
  ['CLP 163.056', undefined, undefined, 163056],
  ['Total sales\t2024-03\t12,340.50', 'total_sales', march, 12340.5],
  ['Ventas netas; marzo de 2024; 12.340,50 €', 'net_sales', march, 12340.5],
  ['March 2024, gross sales: $12,340.50', 'gross_sales', march, 12340.5],
  ['Devoluciones 2024-03-01 – 2024-03-31 (200,00)', 'returns', march, -200],
  ['3 March 2024 orders 41', 'orders', { from: '2024-03-03', to: '2024-03-03' }, 41],
  ['Vendas líquidas 2024-03 R$ 1.234,56', 'net_sales', march, 1234.56],
  ['discounts -12.50', 'discounts', undefined, -12.5],
  ["Total 1'234.50", undefined, undefined, 1234.5],
])('reads %s', (text, metric, period, amount) => {
  expect(readPastedTotals(text).totals).toEqual([
    { line: 1, text: text.replaceAll('\t', '  '), metric, period, amount },
  ])
})

it('decides the decimal mark by all lines together', () => {
  const { totals } = readPastedTotals('2024-01  1,200\n2024-02  1,350.75\n')
  expect(totals.map(({ amount }) => amount)).toEqual([1200, 1350.75])
  expect(readPastedTotals('2024-01  1,2\n2024-02  1,350').totals.map(({ amount }) => amount)).toEqual([
    1.2, 1.35,
  ])
})

it('says which lines have no amount', () => {
  const { totals, skipped } = readPastedTotals('Month  Total sales\n2024-03  100.00\n\nhello')
  expect(totals).toHaveLength(1)
  expect(skipped).toEqual([
    { line: 1, text: 'Month  Total sales' },
    { line: 4, text: 'hello' },
  ])
})
