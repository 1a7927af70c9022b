import { expect, it } from 'vitest'
import { PRESETS } from '../../model/definitions.ts'
import { metricValue } from './dictionary.ts'
import { formulaUnder, presetEffects } from './preset-effects.ts'

const of = (preset: keyof typeof PRESETS) => PRESETS[preset]

it('names the presets that count a figure otherwise, and by what', () => {
  const average = presetEffects('average_order_value', of('shopify'))
  expect(average.find(({ preset }) => preset === 'woocommerce')?.axes).toEqual([
    'unpaid',
    'cancelled',
    'void',
    'average_order_value',
  ])
  const orders = presetEffects('orders', of('shopify')).find(({ preset }) => preset === 'woocommerce')
  expect(orders?.axes).toEqual(['unpaid', 'cancelled', 'void'])
  expect(presetEffects('orders', of('shopify')).map(({ preset }) => preset)).not.toContain('shopify')
})

it.each([
  ['files', '(gross_sales − discounts) / orders', 45],
  ['woocommerce', 'net_sales / orders', 40],
  ['vtex', '(gross_sales − discounts + taxes + shipping) / orders', 55],
  // Taxes and shipping are in gross sales already.
  ['metorik', '(gross_sales − discounts) / orders', 45],
] as const)('divides as %s does: %s', (preset, formula, value) => {
  expect(formulaUnder('average_order_value', '', of(preset))).toBe(formula)
  const figures = { gross: 100, discount: 10, net: 80, tax: 15, shipping: 5, orders: 2 }
  expect(metricValue('average_order_value', figures, of(preset))).toBe(value)
})

it('never adds taxes and shipping twice', () => {
  const total = metricValue('total_sales', { net: 80, tax: 15, shipping: 5 }, of('files'))
  expect(metricValue('total_sales', { net: 100, tax: 15, shipping: 5 }, of('metorik'))).toBe(total)
  expect(formulaUnder('total_sales', '', of('metorik'))).toBe('net_sales')
})
