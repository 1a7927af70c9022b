import { describe, expect, test } from 'vitest'
import { barShape, digitsOf, isNumber } from './shape.ts'

test('figures are known by their Arrow type', () => {
  expect(['Int64', 'Float64', 'Decimal[38e+2]', 'Uint8'].every(isNumber)).toBe(true)
  expect(['Utf8', 'Date32<DAY>', 'Bool', 'Timestamp<MICROSECOND>'].some(isNumber)).toBe(false)
})

test('digits are those that the values need, four at most', () => {
  expect(digitsOf([1, 2.5, 3.25])).toBe(2)
  expect(digitsOf([1, 2, null])).toBe(0)
  expect(digitsOf([0.123456])).toBe(4)
})

describe('barShape', () => {
  const columns = [
    { name: 'orders', type: 'Int64' },
    { name: 'country', type: 'Utf8' },
    { name: 'net', type: 'Float64' },
  ]
  test('takes the first name and the first figure', () => {
    expect(
      barShape({
        columns,
        rows: [
          [1, 'ES', 2],
          [3, 'PT', 4],
        ],
      }),
    ).toEqual({ by: 1, value: 0 })
  })
  test('one row, no name, or a figure that is none make no bars', () => {
    expect(barShape({ columns, rows: [[1, 'ES', 2]] })).toBeNull()
    expect(barShape({ columns: columns.slice(0, 1), rows: [[1], [2]] })).toBeNull()
    expect(
      barShape({
        columns,
        rows: [
          ['x', 'ES', 2],
          [3, 'PT', 4],
        ],
      }),
    ).toBeNull()
  })
})
