export type Cell = string | number | boolean | null | undefined

const FORMULA = /^[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/

/** Text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection). */
const guardFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

const written = (cell: Cell): string => {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'string' ? guardFormula(cell) : String(cell)
}

const quoted = (text: string): string => (/[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Lines of RFC 4180 with CRLF, for a file that is written piece by piece. */
export const csvLines = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((cells) => `${cells.map((cell) => quoted(written(cell))).join(',')}\r\n`).join('')

/** Before the first line, so that spreadsheets read UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** RFC 4180 with CRLF and a byte order mark, so that spreadsheets read UTF-8; numbers are plain, with a point. */
export const toCsv = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  BYTE_ORDER_MARK + csvLines([head, ...rows])

/** Tab-separated, for pasting into a spreadsheet; tabs and line breaks inside cells become spaces. */
export function toTsv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]) =>
    cells.map((cell) => written(cell).replace(/[\t\r\n]+/g, ' ')).join('\t')
  return [head, ...rows].map(line).join('\n')
}
