import { describe, expect, test } from 'vitest'
import { fieldOf, readDate, readNumber } from './choices.ts'

test('a needed column is a field of the mapping', () => {
  expect(fieldOf('COLUMN_NEEDED:date')).toBe('ordered_at')
  expect(fieldOf('COLUMN_NEEDED:price')).toBe('unit_price')
  expect(fieldOf('COLUMN_NEEDED:country')).toBe('country')
  expect(fieldOf('COLUMN_NEEDED:__proto__')).toBeUndefined()
  expect(fieldOf('DATE_ORDER')).toBeUndefined()
})

describe('readDate', () => {
  test('reads the parts in the order chosen', () => {
    expect(readDate('03/04/2011 8:26', 'dmy')).toBe('2011-04-03')
    expect(readDate('03/04/2011 8:26', 'mdy')).toBe('2011-03-04')
    expect(readDate('2011-04-03', 'ymd')).toBe('2011-04-03')
    expect(readDate('3.4.11', 'dmy')).toBe('2011-04-03')
  })
  test('a day that does not exist in that order is none', () => {
    expect(readDate('31/04/2011', 'dmy')).toBeNull()
    expect(readDate('25/12/2011', 'mdy')).toBeNull()
    expect(readDate('yesterday', 'dmy')).toBeNull()
  })
})

test('a number reads by its decimal sign', () => {
  expect(readNumber('1,234', '.')).toBe(1234)
  expect(readNumber('1,234', ',')).toBe(1.234)
  expect(readNumber('1.234,56 €', ',')).toBe(1234.56)
  expect(readNumber('n/a', ',')).toBeNull()
})
