import { columnOf, numberText, serialText } from '../../src/import/workbook/cell-text.ts'
import { FileFault } from '../import/file-fault.ts'
import { partChunks, type SheetEntry, type Workbook } from './open-workbook.ts'
import { createXmlReader, type XmlHandlers } from './read-xml.ts'

/** A row of a sheet: its number (1-based) and the texts of its cells by column; a column that is left out is empty. */
export interface SheetRow {
  readonly number: number
  readonly cells: string[]
}

/** Columns and rows that a sheet of Excel can have. */
const COLUMNS = 16_384
const ROWS = 1_048_576

interface CellAt {
  readonly column: number
  readonly type: string
  readonly style: number
}

const ESCAPED = /_x([0-9a-f]{4})_/gi

/** Texts as they were typed: Excel writes control characters as `_x000D_`; a cell is one line. */
const plain = (text: string): string => {
  const written = text.includes('_x')
    ? text.replace(ESCAPED, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text
  // oxlint-disable-next-line no-control-regex
  return /[\u0000-\u001f]/.test(written) ? written.replace(/[\u0000-\u001f]+/g, ' ') : written
}

/** The text of a cell from its stored value. What a formula came to when the file was saved is that value: none is worked out. */
function cellText(value: string, { type, style }: CellAt, book: Workbook, texts: readonly string[]): string {
  if (value === '' || type === 'e') return ''
  if (type === 's') return plain(texts[Number(value)] ?? '')
  if (type === 'b') return value.trim() === '1' ? 'TRUE' : 'FALSE'
  if (type === 'd') return value.replace('T', ' ')
  if (type !== 'n') return plain(value)
  if (book.isDate[style]) return serialText(Number(value), book.is1904) ?? numberText(value)
  return numberText(value)
}

/** Collects the rows of a sheet while its XML is read. */
function rowCollector(book: Workbook, texts: readonly string[], rows: SheetRow[]): XmlHandlers {
  let row: SheetRow | null = null
  let cell: CellAt | null = null
  let value = ''
  let taken = false
  let number = 0
  return {
    open(name, attributes) {
      if (name === 'row') {
        number = Math.max(number + 1, Number(attributes['r']) || 0)
        if (number > ROWS) throw new FileFault('WORKBOOK_DAMAGED')
        row = { number, cells: [] }
      } else if (name === 'c' && row) {
        const at = columnOf(attributes['r'] ?? '')
        const column = at === -1 ? row.cells.length : at
        const style = Number(attributes['s'] ?? 0)
        cell = column < COLUMNS ? { column, type: attributes['t'] ?? 'n', style } : null
        value = ''
      } else taken = (name === 'v' || name === 't') && cell !== null
    },
    text(text) {
      if (taken) value += text
    },
    close(name) {
      taken = false
      if (name === 'c' && cell && row) {
        const text = cellText(value, cell, book, texts)
        if (text !== '') {
          while (row.cells.length < cell.column) row.cells.push('')
          row.cells[cell.column] = text
        }
        cell = null
      } else if (name === 'row' && row) {
        rows.push(row)
        row = null
      }
    },
  }
}

/** The rows of a sheet in batches, in order, as they are read. Throws FileFault. */
export async function* sheetRows(
  book: Workbook,
  { entry }: SheetEntry,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<readonly SheetRow[]> {
  const texts = await book.texts()
  const rows: SheetRow[] = []
  const read = createXmlReader(rowCollector(book, texts, rows))
  for await (const chunk of partChunks(book.file, entry, onRead)) {
    read(chunk)
    if (rows.length > 0) yield rows.splice(0)
  }
  read(null)
  if (rows.length > 0) yield rows.splice(0)
}
