/** Where the table of a sheet begins, and how wide it is. */
export interface SheetTable {
  /** Index of the header among the rows looked at. */
  readonly header: number
  readonly width: number
}

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length

/** Cells that a header has filled at least, as a share of the fullest row. */
const FULL = 0.6

/** Finds the table among the first rows of a sheet: its header is the first row that is nearly as full as the fullest. */
export function findSheetTable(rows: readonly (readonly string[])[]): SheetTable {
  const most = rows.reduce((max, cells) => Math.max(max, filled(cells)), 0)
  const header = Math.max(
    0,
    rows.findIndex((cells) => filled(cells) >= Math.max(1, most * FULL)),
  )
  const width = rows.slice(header).reduce((max, cells) => Math.max(max, cells.length), 0)
  return { header, width }
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)

/**
 * A row as a line of CSV (comma, line feed). Rows of the table are filled up to its width; those above it keep only what is
 * written in them, so that they are narrower than the table.
 */
export function sheetLine(cells: readonly string[], table: SheetTable, isAbove: boolean): string {
  const written = isAbove ? cells.filter((cell) => cell.trim() !== '') : cells
  if (written.length === 0) return '\n'
  const missing = isAbove ? 0 : Math.max(0, table.width - written.length)
  return `${written.map(quoted).join(',')}${','.repeat(missing)}\n`
}
