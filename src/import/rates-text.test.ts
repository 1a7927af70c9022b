import { expect, it } from 'vitest'
import { readRates } from './rates-text.ts'

const IN_EUR = { other: 'EUR', unit: 'line' } as const
const BANK = { other: 'EUR', unit: 'other' } as const
const ALONE = { other: null, unit: 'line' } as const

const entry = (day: string, base: string, quote: string, rate: number) => ({ day, base, quote, rate })

it.each([
  ['2024-03-01 EUR/USD 1.0834', entry('2024-03-01', 'EUR', 'USD', 1.0834)],
  ['2024-03-01;USD;EUR;0,9231', entry('2024-03-01', 'USD', 'EUR', 0.9231)],
  ['2024-03-01,USD,EUR,0.9231', entry('2024-03-01', 'USD', 'EUR', 0.9231)],
  ['2024-03-01\tUSDEUR\t0.9231', entry('2024-03-01', 'USD', 'EUR', 0.9231)],
  ['2024-03-01: 1 USD = 0,92 EUR', entry('2024-03-01', 'USD', 'EUR', 0.92)],
  ['2024-03-01 100 JPY = 0.61 EUR', entry('2024-03-01', 'JPY', 'EUR', 0.0061)],
  ['31/03/2024 USD EUR 0.92', entry('2024-03-31', 'USD', 'EUR', 0.92)],
  ['03/31/2024 USD EUR 0.92', entry('2024-03-31', 'USD', 'EUR', 0.92)],
  ['2024-03-01;USD;COP;4.123,50', entry('2024-03-01', 'USD', 'COP', 4123.5)],
])('reads %s', (line, expected) => {
  expect(readRates(line, ALONE)).toEqual({ entries: [expected], refused: [] })
})

it('reads a line with one currency by what the merchant says it means', () => {
  expect(readRates('2024-03-01 USD 0.92', IN_EUR).entries).toEqual([entry('2024-03-01', 'USD', 'EUR', 0.92)])
  expect(readRates('2024-03-01 USD 1.08', BANK).entries).toEqual([entry('2024-03-01', 'EUR', 'USD', 1.08)])
  expect(readRates('2024-03-01 USD 0.92', ALONE).refused).toEqual([
    { line: 1, text: '2024-03-01 USD 0.92', code: 'OTHER_CURRENCY' },
  ])
})

it('reads a table of a central bank: a column for each currency, days without a rate left out', () => {
  const text = 'Date,USD,JPY,MXN,\n2024-03-01,1.0834,162.5,N/A,\n2024-03-04,1.0850,N/A,18.3,\n'
  expect(readRates(text, BANK)).toEqual({
    entries: [
      entry('2024-03-01', 'EUR', 'USD', 1.0834),
      entry('2024-03-01', 'EUR', 'JPY', 162.5),
      entry('2024-03-04', 'EUR', 'USD', 1.085),
      entry('2024-03-04', 'EUR', 'MXN', 18.3),
    ],
    refused: [],
  })
})

it('heeds a header that names the quoted currency first', () => {
  expect(readRates('date;to;from;rate\n2024-03-01;EUR;USD;0,92\n', ALONE).entries).toEqual([
    entry('2024-03-01', 'USD', 'EUR', 0.92),
  ])
})

it('reads a point as thousands where another line shows that the comma is decimal', () => {
  const { entries } = readRates('2024-03-01;USD;COP;3.950\n2024-03-02;USD;COP;3.951,25\n', ALONE)
  expect(entries.map(({ rate }) => rate)).toEqual([3950, 3951.25])
})

it('refuses what can be read in two ways or not at all, by line', () => {
  const text =
    '2024-03-01 USD EUR 0.92\n03/04/2024 USD EUR 0.92\n2024-03-02 EUR 5\n2024-03-03 USD EUR none\nhello\n'
  const { entries, refused } = readRates(text, ALONE)
  expect(entries).toHaveLength(1)
  expect(refused.map(({ line, code }) => [line, code])).toEqual([
    [2, 'DATE'],
    [3, 'OTHER_CURRENCY'],
    [4, 'RATE'],
    [5, 'DATE'],
  ])
})
