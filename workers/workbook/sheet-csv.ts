import { findSheetTable, sheetLine, type SheetTable } from '../../src/import/workbook/sheet-lines.ts'
import type { SheetEntry, Workbook } from './open-workbook.ts'
import { type SheetRow, sheetRows } from './sheet-rows.ts'

/** Rows that are looked at to find the table. */
const LOOK = 100

/** Lines of CSV of rows that follow row `before`; rows that the sheet leaves out are blank lines, so that lines are rows. */
function linesOf(rows: readonly SheetRow[], before: number, table: SheetTable, headerRow: number): string {
  let text = ''
  let last = before
  for (const { number, cells } of rows) {
    text += '\n'.repeat(number - last - 1) + sheetLine(cells, table, number < headerRow)
    last = number
  }
  return text
}

/**
 * A sheet as CSV in UTF-8 (comma, quoted where needed), row after row as it is read: line n is row n of the sheet. Dates are
 * in ISO writing, numbers have a decimal point.
 */
export async function* sheetCsv(
  book: Workbook,
  sheet: SheetEntry,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let waiting: SheetRow[] = []
  let table: (SheetTable & { readonly row: number }) | null = null
  let last = 0
  const flush = (): Uint8Array => {
    if (!table) {
      const found = findSheetTable(waiting.slice(0, LOOK).map(({ cells }) => cells))
      table = { ...found, row: waiting[found.header]?.number ?? 1 }
    }
    const text = linesOf(waiting, last, table, table.row)
    last = waiting.at(-1)?.number ?? last
    waiting = []
    return encoder.encode(text)
  }
  for await (const rows of sheetRows(book, sheet, onRead)) {
    waiting.push(...rows)
    if (waiting.length >= LOOK) yield flush()
  }
  if (waiting.length > 0) yield flush()
}
