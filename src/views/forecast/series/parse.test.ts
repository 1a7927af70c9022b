import { describe, expect, it } from 'vitest'
import { dayOfCell, numberOf, readPasted, seriesFrom } from './parse.ts'

it.each([
  ['12', 12],
  ['-1,5', -1.5],
  ['1.234,50', 1234.5],
  ['1,234.50', 1234.5],
  ['1,234,567', 1234567],
  ['€ 3.5', 3.5],
  ['(4)', -4],
  ['12.345', 12.345],
  ['', null],
  ['n/a', null],
  ['1e3', null],
])('the number of %j is %j', (cell, value) => expect(numberOf(cell)).toBe(value))

it.each([
  ['2024-02-29', '2024-02-29'],
  ['2023-02-29', null],
  ['3/4/2024', '2024-04-03'],
  ['2024-03', '2024-03-01'],
  ['2024-03-01 10:00', '2024-03-01'],
  ['12', null],
])('the day of %j is %j', (cell, day) => expect(dayOfCell(cell)).toBe(day))

describe('readPasted', () => {
  it('takes a bare column, with decimal commas too', () => {
    expect(readPasted('1\n2\n\n3\n')).toEqual({
      columns: [{ name: '1', values: [1, 2, 3] }],
      start: null,
      frequency: null,
    })
    expect(readPasted('sales\n1,5\n2,5')?.columns).toEqual([{ name: 'sales', values: [1.5, 2.5] }])
  })

  it('takes a table with a header, days and columns beside', () => {
    const pasted = readPasted('week;units;price\n01/01/2024;5;1,5\n08/01/2024;7;1,4\n15/01/2024;;1,3')!
    expect(pasted).toMatchObject({ start: '2024-01-01', frequency: 'W' })
    expect(seriesFrom(pasted, 'units', 1)).toEqual({
      values: [5, 7],
      regressors: { price: [1.5, 1.4, 1.3] },
      short: [],
    })
    expect(seriesFrom(pasted, 'units', 2)).toMatchObject({ regressors: {}, short: ['price'] })
  })

  it('tells that there are no numbers', () => {
    expect(readPasted('')).toBeNull()
    expect(readPasted('a\nb')).toBeNull()
  })
})
