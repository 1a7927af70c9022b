import { expect, it } from 'vitest'
import { readWhole, wholeValues } from './answer-columns.ts'

it('asks for text where a double would lose something', () => {
  const columns = [
    { name: 'id', type: 'BIGINT' },
    { name: 'id', type: 'INTEGER' },
    { name: 'took', type: 'INTERVAL' },
    { name: 'at', type: 'TIMESTAMP' },
    { name: 'state', type: "ENUM('a')" },
    { name: 'times', type: 'TIME[]' },
    { name: 'ids', type: 'BIGINT[]' },
  ]
  expect(wholeValues('SELECT 1', columns)).toBe(
    'SELECT CAST(c0 AS VARCHAR) AS c0, c1, CAST(c2 AS VARCHAR) AS c2, c3, CAST(c4 AS VARCHAR) AS c4, ' +
      'CAST(c5 AS VARCHAR) AS c5, c6 FROM (SELECT 1\n) AS answer(c0, c1, c2, c3, c4, c5, c6)',
  )
})

it.each([
  ['BIGINT', '9007199254740991', 9007199254740991],
  ['BIGINT', '9007199254740993', '9007199254740993'],
  ['BIGINT', '-9007199254740993', '-9007199254740993'],
  ['BIGINT', '9000000000000000000', 9_000_000_000_000_000_000],
  ['DECIMAL(38,2)', '1234.50', 1234.5],
  ['DECIMAL(38,2)', '0.10', 0.1],
  ['DECIMAL(38,2)', '123456789012345678.91', '123456789012345678.91'],
  ['VARCHAR', '12', '12'],
])('reads %s %s', (type, text, value) => {
  expect(readWhole([{ name: 'x', type }])([text])).toEqual([value])
})
