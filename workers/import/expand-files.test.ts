import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FilePreview, ImportOptions } from '../../src/model/preview.ts'
import { makeWorkbook, type MadeCell } from '../../tests/make-workbook.ts'
import { makeZip, type MadeEntry } from '../../tests/make-zip.ts'
import { openStaging, type Staging, STAGE_CONTEXT } from '../../tests/staging.ts'
import { expandFiles } from './expand-files.ts'
import { stageFile } from './stage-file.ts'

let staging: Staging

beforeEach(async () => {
  staging = await openStaging()
})
afterEach(() => staging.engine.close())

async function drop(files: readonly File[], options: ImportOptions = {}): Promise<FilePreview[]> {
  const given = await expandFiles(files, options)
  const context = { ...STAGE_CONTEXT, files: given.length }
  const previews: FilePreview[] = []
  for (const [index, file] of given.entries())
    previews.push(await stageFile(staging.engine, file, index, options, context))
  return previews
}

const told = (previews: readonly FilePreview[]) =>
  previews.map(({ name, action, reason, rows }) => [name, reason ?? action, rows])

const HEADER = ['Order', 'Date', 'SKU', 'Product', 'Quantity', 'Unit price', 'Currency']
const ROWS: readonly (readonly MadeCell[])[] = [
  HEADER,
  ['1001', { date: 45352.5 }, 'M-1', 'Mug & "lid"', 2, 12.34, 'EUR'],
  ['1002', { date: 45353 }, 'R-1', { inline: 'Rug' }, 1, { formula: '1+1', value: 99.999 }, 'EUR'],
]
const CSV = 'order_id,date,product,price,currency\n1,2024-03-01,Mug,10.00,EUR\n'

describe('workbooks', () => {
  it('read as a table of orders, cell for cell', async () => {
    const [preview] = await drop([makeWorkbook([{ name: 'Sales', rows: ROWS }])])
    expect(preview).toMatchObject({ name: 'book.xlsx', action: 'accept', rows: 2, raw_rows: 2, skipped: 0 })
    expect(
      await staging.query(
        `SELECT order_id, strftime(local_at, '%Y-%m-%d %H:%M') AS at, title, quantity, CAST(gross AS DOUBLE) AS gross FROM stage.lines ORDER BY 1`,
      ),
    ).toEqual([
      { order_id: '1001', at: '2024-03-01 12:00', title: 'Mug & "lid"', quantity: 2, gross: 2468 },
      { order_id: '1002', at: '2024-03-02 00:00', title: 'Rug', quantity: 1, gross: 10000 },
    ])
  })

  it('find the header under a preamble, and name the row of the sheet that is refused', async () => {
    const rows = [['Report of sales'], [], ['From', '2024-03-01'], ...ROWS, ['1003', 'soon', 'X', 'X', 1, 1]]
    const [preview] = await drop([makeWorkbook([{ name: 'Sales', rows }])])
    expect(preview).toMatchObject({ action: 'warn', rows: 2, raw_rows: 3, skipped: 1 })
    expect(preview?.warnings).toContainEqual({ code: 'DATE_IMPOSSIBLE', count: 1, lines: [7] })
    expect(preview?.warnings.map(({ code }) => code)).toContain('PREAMBLE_SKIPPED')
  })

  it('count days from 1904 where they say so; errors and uncounted formulas are empty', async () => {
    const rows: readonly MadeCell[][] = [
      [...HEADER],
      ['1001', { date: 43890 }, { error: '#N/A' }, 'Mug', { formula: 'A1' }, 5, 'EUR'],
    ]
    await drop([makeWorkbook([{ name: 'Sales', rows }], { is1904: true })])
    expect(
      await staging.query(
        `SELECT CAST(day AS VARCHAR) AS day, sku, quantity, CAST(gross AS DOUBLE) AS gross FROM stage.lines`,
      ),
    ).toEqual([{ day: '2024-03-01', sku: null, quantity: 1, gross: 500 }])
  })

  it('choose the sheet that is recognised, and read several where each is of a kind of its own', async () => {
    const orders = [
      ['Name', 'Currency', 'Created at', 'Lineitem quantity', 'Lineitem name', 'Lineitem price'],
      ['#1', 'EUR', '2025-10-02 10:00:00 +0200', 1, 'A', 10],
    ]
    const products = [
      ['Handle', 'Title', 'Variant SKU', 'Variant Price'],
      ['a', 'A', 'A-1', 10],
    ]
    const previews = await drop([
      makeWorkbook([
        { name: 'Notes', rows: [['Remember', 'to', 'call']] },
        { name: 'Orders', rows: orders },
        { name: 'Products', rows: products },
        { name: 'Old', rows: orders, hidden: true },
      ]),
    ])
    expect(told(previews)).toEqual([
      ['book.xlsx › Orders', 'warn', 1],
      ['book.xlsx › Products', 'accept', 1],
    ])
    expect(previews[0]?.warnings).toContainEqual({ code: 'SHEETS_IGNORED', count: 1, lines: [] })
  })

  it('ask which sheet is meant where several fit, and take the answer', async () => {
    const book = makeWorkbook([
      { name: '2023', rows: ROWS },
      { name: '2024', rows: [...ROWS, ['1003', { date: 45360 }, 'X', 'X', 1, 1, 'EUR']] },
    ])
    const [asked] = await drop([book])
    expect(asked).toMatchObject({ action: 'ask', ask: [{ code: 'SHEET', choices: ['2023', '2024', '*'] }] })
    expect(told(await drop([book], { sheet: '2024' }))).toEqual([['book.xlsx › 2024', 'warn', 3]])
  })

  it.each([
    ['a document type', '<!DOCTYPE w [<!ENTITY a "aaaa">]><worksheet/>', 'WORKBOOK_DAMAGED'],
    ['an unknown entity', '<worksheet><row><c><v>&a;</v></c></row></worksheet>', 'WORKBOOK_DAMAGED'],
    ['broken XML', '<worksheet><sheetData><row></sheetData>', 'WORKBOOK_DAMAGED'],
    ['a row beyond the last', '<worksheet><row r="9e15"/></worksheet>', 'WORKBOOK_DAMAGED'],
    ['no rows', '<worksheet><sheetData/></worksheet>', 'IS_EXCEL_XLSX'],
    ['a bomb', `<worksheet>${' '.repeat(70 * 1024 * 1024)}</worksheet>`, 'EXPANDS_TOO_MUCH'],
  ])('with %s are refused', async (_, xml, reason) => {
    expect(told(await drop([makeWorkbook([{ name: 'A', rows: [], xml }])]))).toEqual([
      ['book.xlsx', reason, 0],
    ])
  })
})

describe('archives', () => {
  it('give each of their tables, and the name of what is none', async () => {
    const previews = await drop([
      makeZip([
        { name: 'a/orders_1.csv', text: CSV },
        { name: 'a/orders_2.csv', text: CSV.replace('1,2024', '2,2024') },
        { name: 'read.pdf', text: '%PDF-1.7' },
        { name: '__MACOSX/a/._orders_1.csv', text: 'x' },
        { name: 'a/', text: '' },
      ]),
    ])
    expect(told(previews)).toEqual([
      ['archive.zip › a/orders_1.csv', 'accept', 1],
      ['archive.zip › a/orders_2.csv', 'accept', 1],
      ['archive.zip › read.pdf', 'IS_PDF', 0],
    ])
    expect(await staging.sums()).toMatchObject({ orders: 2, gross: 2000 })
  })

  const entry: MadeEntry = { name: 'orders.csv', text: CSV }
  it.each<[string, readonly MadeEntry[], string]>([
    ['a path that leads out', [{ ...entry, name: '../orders.csv' }], 'ARCHIVE_UNSAFE_ENTRY'],
    ['a path of Windows', [{ ...entry, name: 'C:\\orders.csv' }], 'ARCHIVE_UNSAFE_ENTRY'],
    ['a link', [{ ...entry, mode: 0o120777 }], 'ARCHIVE_UNSAFE_ENTRY'],
    ['a password', [{ ...entry, flags: 0x801 }], 'ARCHIVE_PASSWORD'],
    ['a size that is too small', [{ ...entry, size: 10 }], 'ARCHIVE_DAMAGED'],
    ['a size that is too great', [{ ...entry, size: 100 }], 'ARCHIVE_DAMAGED'],
    ['a wrong checksum', [{ ...entry, crc: 1 }], 'ARCHIVE_DAMAGED'],
    ['another name in the second place', [{ ...entry, localName: 'orders.exe' }], 'ARCHIVE_DAMAGED'],
    ['the same name twice', [entry, entry], 'ARCHIVE_DAMAGED'],
    ['entries on top of each other', [entry, { ...entry, name: 'b.csv', offset: 20 }], 'ARCHIVE_DAMAGED'],
    ['an archive within', [{ name: 'in.csv', text: gzipSync(CSV) }], 'NESTED_ARCHIVE'],
    ['nothing', [{ name: 'a/', text: '' }], 'EMPTY_FILE'],
  ])('with %s are refused by name', async (_, entries, reason) => {
    const previews = await drop([makeZip(entries)])
    expect(previews.map((preview) => preview.reason)).toEqual([reason])
    expect(await staging.sums()).toMatchObject({ orders: 0 })
  })

  it('with a second file behind them are refused', async () => {
    const zip = makeZip([entry])
    const polyglot = new File([zip, '<script>alert(1)</script>'], 'a.zip')
    expect((await drop([polyglot])).map(({ reason }) => reason)).toEqual(['ARCHIVE_DAMAGED'])
    const two = new File([makeZip([entry]), makeZip([entry])], 'a.zip')
    expect((await drop([two])).map(({ reason }) => reason)).toEqual(['ARCHIVE_DAMAGED'])
  })
})
