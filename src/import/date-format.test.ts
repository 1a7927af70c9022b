import { describe, expect, it } from 'vitest'
import { decideDates, looksLikeDate, type ShapeCount } from './date-format.ts'

const shape = (text: string, first: number | null = null, second: number | null = null): ShapeCount => ({
  shape: text,
  count: 1,
  first,
  second,
})

const formatOf = (text: string, order: 'dmy' | 'mdy' = 'dmy'): string | undefined => {
  const decision = decideDates([shape(text)], order)
  return decision.kind === 'read' ? decision.reading.shapes[0]?.format : undefined
}

describe('decideDates', () => {
  it.each([
    ['9999-99-99', '%Y-%m-%d'],
    ['9999-99-99 99:99:99', '%Y-%m-%d %H:%M:%S'],
    ['9999-99-99T99:99:99.999', '%Y-%m-%dT%H:%M:%S.%g'],
    ['9999/99/99', '%Y/%m/%d'],
    ['99/99/9999', '%d/%m/%Y'],
    ['9/99/9999 9:99', '%d/%m/%Y %H:%M'],
    ['99.99.99', '%d.%m.%y'],
    ['99/99/9999 9:99 PM', '%d/%m/%Y %I:%M %p'],
    ['9 mar 9999', '%d %m %Y'],
    ['99 de marzo de 9999', '%d de %m de %Y'],
    ['March 99, 9999', '%m %d, %Y'],
    ['99-Dic-99', '%d-%m-%y'],
    ['99999999', '%Y%m%d'],
  ])('%s is read as %s', (text, format) => {
    expect(formatOf(text)).toBe(format)
  })

  it('tells how long the offset at the end is', () => {
    const offsets = ['9999-99-99 99:99:99 -9999', '9999-99-99T99:99:99+99:99', '9999-99-99T99:99:99Z'].map(
      (text) => {
        const decision = decideDates([shape(text)])
        return decision.kind === 'read' ? decision.reading.shapes[0]?.offset : null
      },
    )
    expect(offsets).toEqual([5, 6, -1])
  })

  it.each([
    ['day first', 25, 3, 'read', '%d/%m/%Y'],
    ['month first', 3, 25, 'read', '%m/%d/%Y'],
    ['either', 12, 12, 'ask', undefined],
    ['both', 25, 25, 'ask', undefined],
  ] as const)('decides by the whole column: %s', (_, first, second, kind, format) => {
    const decision = decideDates([shape('99/99/9999', first, second)])
    expect(decision.kind).toBe(kind)
    if (decision.kind === 'read') expect(decision.reading.shapes[0]?.format).toBe(format)
  })

  it('knows days of a spreadsheet and seconds since 1970', () => {
    const decision = decideDates([shape('99999'), shape('9999999999'), shape('9999999999999')])
    expect(decision).toMatchObject({ kind: 'read', notes: ['EXCEL_SERIAL_DATES', 'UNIX_TIME'] })
  })

  it('finds no date in words and amounts', () => {
    expect(decideDates([shape('SKU-9'), shape('99.99')]).kind).toBe('none')
  })
})

it.each([
  ['2024-03-01', true],
  ['1 mar 2024', true],
  ['12/1/2010 8:26', true],
  ['5.00', false],
  ['SKU-1', false],
  ['45352', false],
])('%s looks like a date: %s', (text, expected) => {
  expect(looksLikeDate(text)).toBe(expected)
})
