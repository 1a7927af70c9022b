import { expect, it } from 'vitest'
import { readFigures } from './viewer.ts'

const table = { rows: [], other: null }
const figures = {
  format: 1,
  least_group: 5,
  currency: 'EUR',
  time_zone: 'Europe/Madrid',
  preset: 'files',
  first_day: '2025-01-01',
  last_day: '2025-02-01',
  metrics: { net_sales: 10 },
  months: table,
  products: { rows: [{ name: 'Cup', category: null, net_sales: 10, orders: 5, units: 5 }], other: null },
  categories: table,
  countries: table,
  cohorts: [{ month: '2025-01', size: 5, cells: [1, null] }],
}
const row = figures.products.rows[0]

it('reads figures that rest on five or more', () => {
  expect(readFigures(JSON.stringify(figures))).toEqual(figures)
})

it.each([
  ['a group of four', { products: { rows: [{ ...row, orders: 4 }], other: null } }],
  ['a cohort of four', { cohorts: [{ month: '2025-01', size: 4, cells: [] }] }],
  ['a key that is not known', { customers: [] }],
  ['a field that is not known', { products: { rows: [{ ...row, customer_id: 1 }], other: null } }],
])('refuses %s', (_, change) => {
  expect(() => readFigures(JSON.stringify({ ...figures, ...change }))).toThrow(
    expect.objectContaining({ code: 'VIEWER_FILE_HAS_RAW_ROWS' }) as Error,
  )
})
