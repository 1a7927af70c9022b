import { expect, it } from 'vitest'
import { type RateEntry, rateSteps } from './rates.ts'

const rate = (day: string, base: string, quote: string, value: number): RateEntry => ({
  day,
  base,
  quote,
  rate: value,
})

const factors = (entries: readonly RateEntry[], to: string) =>
  rateSteps(entries, to).map(({ currency, day, factor }) => `${currency} ${day} ${factor}`)

it('gives each day on which a rate changes, and later entries of a day stand', () => {
  const entries = [
    rate('2024-03-01', 'USD', 'EUR', 0.92),
    rate('2024-03-05', 'USD', 'EUR', 0.95),
    rate('2024-03-03', 'USD', 'EUR', 0.9),
    rate('2024-03-05', 'USD', 'EUR', 0.96),
    rate('2024-03-09', 'USD', 'EUR', 0.96),
  ]
  expect(factors(entries, 'EUR')).toEqual([
    'USD 2024-03-01 0.92000000000',
    'USD 2024-03-03 0.90000000000',
    'USD 2024-03-05 0.96000000000',
  ])
})

it('turns a pair round, and goes over a third currency only where the pair itself is not known yet', () => {
  expect(factors([rate('2024-03-01', 'EUR', 'USD', 1.25)], 'EUR')).toEqual(['USD 2024-03-01 0.80000000000'])
  const bank = [
    rate('2024-03-01', 'EUR', 'USD', 1.25),
    rate('2024-03-02', 'EUR', 'MXN', 20),
    rate('2024-03-04', 'MXN', 'USD', 0.06),
  ]
  expect(factors(bank, 'USD')).toEqual([
    'EUR 2024-03-01 1.25000000000',
    'MXN 2024-03-02 0.06250000000',
    'MXN 2024-03-04 0.06000000000',
  ])
})

it('counts the minor units of currencies with none and with three decimals', () => {
  const entries = [rate('2024-03-01', 'EUR', 'JPY', 160), rate('2024-03-01', 'KWD', 'EUR', 3)]
  expect(factors(entries, 'EUR')).toEqual(['JPY 2024-03-01 0.62500000000', 'KWD 2024-03-01 0.30000000000'])
  expect(factors(entries, 'JPY')).toEqual(['EUR 2024-03-01 1.60000000000', 'KWD 2024-03-01 0.48000000000'])
  expect(factors(entries, 'KWD')).toContain('EUR 2024-03-01 3.33333333333')
})

it('knows nothing of currencies that no entry leads to', () => {
  expect(factors([rate('2024-03-01', 'USD', 'MXN', 18)], 'EUR')).toEqual([])
})
