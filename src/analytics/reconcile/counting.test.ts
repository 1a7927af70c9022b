import { expect, it } from 'vitest'
import { PRESETS } from '../../model/definitions.ts'
import { type Counting, formOf, type Sums, valueOf } from './counting.ts'

const counting = (changed: Partial<Counting['axes']>, extra: Counting['extra'] = {}): Counting => ({
  axes: { ...PRESETS.files, taxes_in_net: false, shipping_in_net: false, ...changed },
  offset: null,
  extra,
  currencies: [],
})

it('takes out of total sales the taxes that prices hold already', () => {
  expect(formOf('total_sales', counting({}))).toEqual({ gross: 1, discount: -1, returned: -1, tax: 1, inside: -1, shipping: 1 }) // prettier-ignore
})

it('adds neither taxes nor shipping that count as sales', () => {
  expect(formOf('total_sales', counting({ taxes_in_net: true }))).toEqual({ gross: 1, discount: -1, returned: -1, shipping: 1 }) // prettier-ignore
  expect(formOf('total_sales', counting({ shipping_in_net: true }))).toEqual({ gross: 1, discount: -1, returned: -1, tax: 1, inside: -1 }) // prettier-ignore
})

it('what is put in and taken out meets in one number; what comes to nothing is left out', () => {
  expect(formOf('total_sales', counting({}, { shipping: -1, fees: 1 }))).toEqual({ gross: 1, discount: -1, returned: -1, tax: 1, inside: -1, fees: 1 }) // prettier-ignore
  expect(formOf('orders', counting({}, { tax: 1 }))).toEqual({ orders: 1, tax: 1 })
})

it('sums what the form counts', () => {
  const sums: Sums = { gross: 1000, discount: 100, returned: 50, tax: 190, shipping: 30, fees: 7, orders: 3, units: 5, inside: 90, rounding: 1, other: 2 } // prettier-ignore
  expect(valueOf(formOf('total_sales', counting({})), sums)).toBe(1000 - 100 - 50 + 190 - 90 + 30)
  expect(valueOf({}, sums)).toBe(0)
})
