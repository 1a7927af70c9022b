import { expect, test } from 'vitest'
import { toCsv, toTsv } from './csv.ts'

test('writes RFC 4180 with a byte order mark; numbers are plain', () => {
  const csv = toCsv(
    ['Product', 'Net'],
    [
      ['Mug, blue', -12.5],
      ['12" tray', null],
    ],
  )
  expect(csv).toBe('\uFEFFProduct,Net\r\n"Mug, blue",-12.5\r\n"12"" tray",\r\n')
})

test.each(['=SUM(A1)', '+34 600', '-x', '@cmd', '\tcell', '\rcell'])(
  'guards %j against being run',
  (text) => {
    expect(toCsv(['a'], [[text]])).toContain(`'${text}`)
    expect(toTsv(['a'], [[text]]).split('\n')[1]).toMatch(/^'/)
  },
)

test('a pasted cell stays one cell', () => {
  expect(toTsv(['a', 'b'], [['one\ttwo\nthree', 1]])).toBe('a\tb\none two three\t1')
})
