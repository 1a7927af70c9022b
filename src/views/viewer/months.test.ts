import { expect, test } from 'vitest'
import { monthsOf } from './months.ts'

const row = (name: string, net_sales: number) => ({ name, net_sales, orders: 1, units: 1 })

test('months come in order, and one that is not told is a gap, not nothing', () => {
  expect(monthsOf([row('2026-02', 20), row('2025-11', 10), row('2025-12', 0)])).toEqual([
    { date: '2025-11-01', value: 10 },
    { date: '2025-12-01', value: 0 },
    { date: '2026-01-01', value: null },
    { date: '2026-02-01', value: 20 },
  ])
  expect(monthsOf([])).toEqual([])
})
