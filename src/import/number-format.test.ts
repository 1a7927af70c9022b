import { expect, it } from 'vitest'
import { decideDecimals, looksLikeNumber, type NumberShape } from './number-format.ts'

const shapes = (...cells: string[]): NumberShape[] =>
  cells.map((least) => ({ shape: least.replace(/\d/g, '9'), count: 1, least }))

it.each([
  [['5', '12'], '.'],
  [['5.00', '12.5'], '.'],
  [['5,00', '12,5'], ','],
  [['1.234,56'], ','],
  [['1,234.56'], '.'],
  [['1.234.567'], ','],
  [['1,234'], null],
  [['1.234'], null],
  [['0.500'], '.'],
  [['1234.567'], '.'],
  [['1,234', '5.00'], '.'],
  [['1 234,56 €'], ','],
  [['1,234.56', '1.234,56'], null],
] as const)('decimal mark of %j is %j', (cells, mark) => {
  expect(decideDecimals([shapes(...cells)])).toEqual(mark && [mark])
})

it('lets one column decide for the others, and the user for all', () => {
  expect(decideDecimals([shapes('1.234'), shapes('5,5')])).toEqual([',', ','])
  expect(decideDecimals([shapes('1.234')], '.')).toEqual(['.'])
})

it.each([
  ['$ 1,234.50', true],
  ['(12.50)', true],
  ['R$ 12,00', true],
  ['A1001', false],
  ['', false],
])('%j looks like a number: %s', (cell, expected) => {
  expect(looksLikeNumber(cell)).toBe(expected)
})
