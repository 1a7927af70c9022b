import { expect, test } from 'vitest'
import { readFilter } from './filter.ts'

test('a filter is read from an address, and what is wrong in it is left out', () => {
  const given = {
    q: 'ana',
    country: '',
    orders_min: '2',
    orders_max: 'x',
    last_to: '2024-02-28',
    last_from: 'now',
  }
  expect(readFilter(given)).toEqual({ q: 'ana', country: '', orders_min: 2, last_to: '2024-02-28' })
  expect(readFilter({ q: '', net_sales_min: '' })).toEqual({})
  const predicted = { clv_min: '100', churn_max: '0.5', next_from: '2024-03-01', next_to: 'soon' }
  expect(readFilter(predicted)).toEqual({ clv_min: 100, churn_max: 0.5, next_from: '2024-03-01' })
})
