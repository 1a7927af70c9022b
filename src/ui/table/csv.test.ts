import { expect, test } from 'vitest'
import { csvOf } from '../../model/csv.ts'
import { toCsv, toTsv } from './csv.ts'

/** What screens save, and what the API gives: nothing of ours may be imported here, so there are two. */
const writers = [toCsv, csvOf]

test.each(writers)('writes RFC 4180 with a byte order mark; numbers are plain', (write) => {
  const csv = write(
    ['Product', 'Net'],
    [
      ['Mug, blue', -12.5],
      ['12" tray', null],
    ],
  )
  expect(csv).toBe('\uFEFFProduct,Net\r\n"Mug, blue",-12.5\r\n"12"" tray",\r\n')
})

test.each([
  '=SUM(A1)',
  '+34 600',
  '-x',
  '@cmd',
  '\tcell',
  '\rcell',
  '\ncell',
  '\0cell',
  '＝1',
  '＋1',
  '－1',
  '＠x',
])('guards %j against being run', (text) => {
  for (const write of writers) expect(write(['a'], [[text]])).toContain(`'${text}`)
  expect(toTsv(['a'], [[text]]).split('\n')[1]).toMatch(/^'/)
})

test('a pasted cell stays one cell', () => {
  expect(toTsv(['a', 'b'], [['one\ttwo\nthree', 1]])).toBe('a\tb\none two three\t1')
})
