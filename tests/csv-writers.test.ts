import { expect, test } from 'vitest'
import { csvOf } from '../src/model/csv.ts'
import { toCsv } from '../src/ui/table/csv.ts'

const GUARDED = ['=SUM(A1)', '+34 600', '-x', '@cmd', '\tx', '\rx', '\nx', '\0x', '＝1', '＋1', '－1', '＠x']

/** Screens may import nothing of ours, so there are two writers: what screens save, and what the API gives. */
test('both writers of CSV guard formulas, and write the same', () => {
  const rows = [
    ...GUARDED.map((text) => [text, -12.5]),
    ['Mug, "blue"; large\r\n', null],
    ['', true],
    ['2 - 1 = 1', undefined],
  ]
  const written = csvOf(['=head', 'Net'], rows)
  expect(written).toBe(toCsv(['=head', 'Net'], rows))
  for (const text of ['=head', ...GUARDED]) expect(written).toContain(`'${text}`)
  expect(written).toContain(`,-12.5\r\n`)
  expect(written).toContain(`\r\n2 - 1 = 1,\r\n`)
})
