import { describe, expect, it } from 'vitest'
import { LineMap } from './line-map.ts'
import { sampleRecords } from './sample-records.ts'
import { scanRecords, startScan } from './scan-records.ts'
import type { ScanOptions } from './scan-types.ts'

const DIALECT = { delimiter: 44, quote: 34 }
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Scans a text in blocks of `size` bytes; gives what is kept as text, and the findings. */
function scan(text: string, fields: number, size = 1 << 20, header: string | null = null) {
  const lines = new LineMap()
  const options: ScanOptions = {
    dialect: DIALECT,
    fields,
    header: header === null ? null : encode(header),
    lines,
    cellLimit: 600,
  }
  const bytes = encode(text)
  const state = startScan()
  const findings: [string, number][] = []
  const traits = { wide: new Set<number>(), untidy: new Set<number>() }
  let kept = ''
  let held = new Uint8Array(0)
  for (let at = 0; at === 0 || at < bytes.length; at += size) {
    const block = new Uint8Array(held.length + Math.min(size, bytes.length - at) + 1)
    block.set(held)
    block.set(bytes.subarray(at, at + size), held.length)
    const end = block.length - 1
    block[end] = 10
    const result = scanRecords(block, 0, end, at + size >= bytes.length, state, options)
    for (const piece of result.pieces)
      kept += new TextDecoder().decode(
        piece instanceof Uint8Array ? piece : block.subarray(piece[0], piece[1]),
      )
    for (const { code, line } of result.findings) findings.push([code, line])
    for (const column of result.wide) traits.wide.add(column)
    for (const column of result.untidy) traits.untidy.add(column)
    held = block.slice(result.used, end)
  }
  return { kept, findings, lines, state, traits }
}

describe('scanRecords', () => {
  it.each([
    ['plain', 'a,b\nc,d\n', 'a,b\nc,d\n', []],
    ['no final line end', 'a,b\nc,d', 'a,b\nc,d', []],
    ['blank lines', '\na,b\n\n\r\nc,d\n', 'a,b\nc,d\n', []],
    ['rows of separators only', 'a,b\n,\nc,d\n', 'a,b\nc,d\n', []],
    ['line end in quotes', '"a\nx",b\nc,d\n', '"a\nx",b\nc,d\n', []],
    ['doubled quotes', '"a""b,",c\n', '"a""b,",c\n', []],
    ['a quote inside a field stands for itself', 'a,5" x\n', 'a,5" x\n', []],
    ['text after a closing quote', '"a"x,b\nc,d\n', '"ax","b"\nc,d\n', [['QUOTES_REPAIRED', 1]]],
    ['too few fields', 'a,b\nc\nd,e\n', 'a,b\nd,e\n', [['ROWS_WITH_WRONG_COLUMN_COUNT', 2]]],
    ['too many fields', 'a,b\nc,d,e\n', 'a,b\n', [['ROWS_WITH_WRONG_COLUMN_COUNT', 2]]],
    ['too many empty fields', 'a,b\nc,d,,\n', 'a,b\n"c","d"\n', [['EMPTY_COLUMNS_IGNORED', 2]]],
    ['control characters', 'a,b\0c\n', '"a","bc"\n', [['CONTROL_CHARACTERS_REMOVED', 1]]],
    ['open quote at the end', 'a,b\nc,"d\ne,f\n', 'a,b\n', [['UNBALANCED_QUOTE', 2]]],
    ['a cell too long', `a,b\n${'x'.repeat(700)},c\nd,e\n`, 'a,b\nd,e\n', [['CELL_TOO_LONG', 2]]],
  ] as const)('%s', (_, text, kept, findings) => {
    for (const size of [1 << 20, 7, 3]) {
      const result = scan(text, 2, size)
      expect([size, result.kept]).toEqual([size, kept])
      expect(result.findings).toEqual(findings)
    }
  })

  it('takes out a header that comes again', () => {
    expect(scan('x,y\n1,2\nx,y\n3,4\n', 2, 1 << 20, 'x,y').findings).toEqual([
      ['REPEATED_HEADER_SKIPPED', 1],
      ['REPEATED_HEADER_SKIPPED', 3],
    ])
  })

  it('knows the physical line of every record that it keeps', () => {
    const { lines } = scan('a,b\n\n"c\nd",e\nbad\nf,g\r\nh,i\n', 2)
    expect([0, 1, 2, 3].map((record) => lines.lineOf(record))).toEqual([1, 3, 6, 7])
  })

  it('skips a cell that is longer than a block, whatever stands in it', () => {
    const long = `a,b\n"${'x\n'.repeat(800)}",c\nd,e\n`
    const { kept, findings, state } = scan(long, 2, 16)
    expect(kept).toBe('a,b\nd,e\n')
    expect(findings).toEqual([['CELL_TOO_LONG', 2]])
    expect(state.seen).toBe(3)
  })

  it('tells which columns need cleaning', () => {
    const { traits } = scan('a, b,é\nc,"d ","\t=1"\n', 3)
    expect([...traits.untidy].sort()).toEqual([1])
    expect([...traits.wide].sort()).toEqual([2])
  })
})

describe('sampleRecords', () => {
  it('cuts quoted line ends and doubled quotes right', () => {
    const text = 'a,"b ""c"", \nd"\n\nx,y'
    const cut = (whole: boolean) =>
      sampleRecords(encode(text), DIALECT, 10, whole).map(({ start, stop, line }) => [
        text.slice(start, stop),
        line,
      ])
    expect(cut(true)).toEqual([
      ['a,"b ""c"", \nd"', 1],
      ['x,y', 4],
    ])
    expect(cut(false)).toHaveLength(1)
  })
})
