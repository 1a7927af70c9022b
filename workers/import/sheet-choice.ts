import { proposeMapping } from '../../src/import/propose-mapping.ts'
import { recogniseSource } from '../../src/import/sources/recognise.ts'
import type { ImportOptions } from '../../src/model/preview.ts'
import { sheetCsv } from '../workbook/sheet-csv.ts'
import type { SheetEntry, Workbook } from '../workbook/open-workbook.ts'
import { FileFault } from './file-fault.ts'
import type { InnerTable } from './given-file.ts'
import { sniffFile } from './sniff-file.ts'

/** Stands for all sheets in an answer to SHEET. */
const ALL_SHEETS = '*'

/** Faults of a sheet that holds something else: notes, a chart's corner. */
const NO_TABLE = new Set(['NO_TABLE_FOUND', 'EMPTY_FILE'])

interface SeenSheet {
  readonly name: string
  readonly table: InnerTable
  /** A known layout by its name, `table` when its columns tell what they are, null when they do not. */
  readonly source: string | null
  readonly kind: string | null
}

const tableOf = (file: { readonly name: string }, book: Workbook, sheet: SheetEntry): InnerTable => ({
  name: book.sheets.length > 1 ? `${file.name} › ${sheet.name}` : file.name,
  size: sheet.entry.packed,
  delimiter: ',',
  chunks: (onRead) => sheetCsv(book, sheet, onRead),
})

/** What a sheet holds by its first rows; undefined: no table at all. */
async function seen(table: InnerTable, name: string): Promise<SeenSheet | undefined> {
  try {
    const sniffed = await sniffFile(table)
    const known = recogniseSource(sniffed.header)
    if (known) return { name, table, source: known.name, kind: known.kind }
    const { ask, reason } = proposeMapping(sniffed)
    const clear = ask.length === 0 && !reason
    return { name, table, source: clear ? 'table' : null, kind: clear ? 'orders' : null }
  } catch (cause) {
    if (cause instanceof FileFault && NO_TABLE.has(cause.code)) return undefined
    throw cause
  }
}

/** The sheets to read without asking: the recognised ones when each is of a kind of its own, else the only one that can be. */
function sureOf(sheets: readonly SeenSheet[]): readonly SeenSheet[] | null {
  const known = sheets.filter(({ source }) => source !== null && source !== 'table')
  if (known.length > 0) return new Set(known.map(({ kind }) => kind)).size === known.length ? known : null
  const clear = sheets.filter(({ source }) => source === 'table')
  if (clear.length > 0) return clear.length === 1 ? clear : null
  return sheets.length === 1 ? sheets : null
}

/**
 * The tables of a workbook that are to be read: the sheets that are recognised, or those that `options.sheet` names. Several
 * sheets of one kind are a question (SHEET, with the names, and `*` for all). Throws FileFault IS_EXCEL_XLSX when no sheet
 * has a table.
 */
export async function chooseSheets(
  file: Blob & { readonly name: string },
  book: Workbook,
  options: ImportOptions,
): Promise<readonly InnerTable[]> {
  const sheets: SeenSheet[] = []
  for (const sheet of book.sheets) {
    const found = await seen(tableOf(file, book, sheet), sheet.name)
    if (found) sheets.push(found)
  }
  if (sheets.length === 0) throw new FileFault('IS_EXCEL_XLSX')
  if (options.sheet === ALL_SHEETS) return sheets.map(({ table }) => table)
  const named = sheets.filter(({ name }) => name === options.sheet)
  const chosen = named.length > 0 ? named : sureOf(sheets)
  if (chosen) return withIgnored(chosen, sheets.length - chosen.length)
  const choices = [...sheets.map(({ name }) => name), ALL_SHEETS]
  return [{ ...sheets[0]!.table, name: file.name, ask: { code: 'SHEET', choices } }]
}

/** Says at the first table that further sheets were left alone. */
const withIgnored = (chosen: readonly SeenSheet[], ignored: number): readonly InnerTable[] =>
  chosen.map(({ table }, index) =>
    ignored > 0 && index === 0 ? { ...table, notes: [{ code: 'SHEETS_IGNORED', count: ignored }] } : table,
  )
