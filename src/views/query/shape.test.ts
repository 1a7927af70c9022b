import { describe, expect, test } from 'vitest'
import { barShape, digitsOf, isNumber } from './shape.ts'

test('figures are known by the type that DuckDB gives them', () => {
  expect(['BIGINT', 'INTEGER', 'DOUBLE', 'DECIMAL(38,2)', 'UTINYINT', 'HUGEINT'].every(isNumber)).toBe(true)
  expect(['VARCHAR', 'DATE', 'BOOLEAN', 'TIMESTAMP', 'INTERVAL', 'INTEGER[]'].some(isNumber)).toBe(false)
})

test('digits are those that the values need, four at most', () => {
  expect(digitsOf([1, 2.5, 3.25])).toBe(2)
  expect(digitsOf([1, 2, null])).toBe(0)
  expect(digitsOf([0.123456])).toBe(4)
})

describe('barShape', () => {
  const columns = [
    { name: 'orders', type: 'BIGINT' },
    { name: 'country', type: 'VARCHAR' },
    { name: 'net', type: 'DOUBLE' },
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
