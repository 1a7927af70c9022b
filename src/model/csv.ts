/** A cell of an exported table. */
type Cell = string | number | boolean | null | undefined

const FORMULA = /^[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/

/** Text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection). */
const guardFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

const written = (cell: Cell): string => {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'string' ? guardFormula(cell) : String(cell)
}

const quoted = (text: string): string => (/[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** RFC 4180 with CRLF and a byte order mark, so that spreadsheets read UTF-8; numbers are plain, with a point. */
export function csvOf(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]) => cells.map((cell) => quoted(written(cell))).join(',')
  return `\uFEFF${[head, ...rows].map(line).join('\r\n')}\r\n`
}
