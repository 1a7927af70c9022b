import { expect, it } from 'vitest'
import { columnOf, isDateFormat, numberText, serialText } from './cell-text.ts'

it.each([
  [45352, false, '2024-03-01'],
  [45352.5, false, '2024-03-01 12:00:00'],
  [45351.99999999, false, '2024-03-01'],
  [43890, true, '2024-03-01'],
  [1, false, '1900-01-01'],
  [59, false, '1900-02-28'],
  [61, false, '1900-03-01'],
  [0.75, false, '18:00:00'],
  [0, true, '1904-01-01'],
  [-1, false, null],
  [9e9, false, null],
  [Number.NaN, false, null],
])('reads day %s (1904: %s) as %s', (serial, is1904, text) => {
  expect(serialText(serial, is1904)).toBe(text)
})

it.each([
  ['12.340000000000002', '12.34'],
  ['1.2340000000000001E+1', '12.34'],
  ['1.234', '1.2340'],
  ['2000009404442073', '2000009404442073'],
  ['-0.5', '-0.5'],
  ['1E-7', '0.0000001'],
  ['1E+20', '100000000000000000000'],
  ['1e21', '1e+21'],
  ['n/a', 'n/a'],
])('writes %s as %s', (written, text) => {
  expect(numberText(written)).toBe(text)
})

it.each([
  [14, undefined, true],
  [2, undefined, false],
  [164, 'dd/mm/yyyy hh:mm', true],
  [164, '[$-80A]d "de" mmmm', true],
  [164, '[h]:mm', true],
  [164, '#,##0.00 "days"', false],
  [164, '[Red]0.00', false],
  [164, '0.00E+00', false],
  [164, 'General', false],
  [164, '_-* #,##0.00\\ "€"_-', false],
])('format %s %s is a date: %s', (id, code, is) => {
  expect(isDateFormat(id, code)).toBe(is)
})

it('counts columns', () => {
  expect(['A1', 'Z9', 'AA1', 'XFD1048576', '7'].map(columnOf)).toEqual([0, 25, 26, 16383, -1])
})
