import { gzipSync } from 'node:zlib'

export type Cell = string | number
export type Cells = Readonly<Record<string, Cell>>

const quote = (cell: Cell | undefined): string => {
  if (cell === undefined || cell === '') return ''
  const text = String(cell)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** RFC 4180 with LF; a row's cells are looked up by header, what it lacks stays empty. */
export const writeCsv = (
  header: readonly string[],
  rows: Iterable<Cells>,
): { text: string; rows: number } => {
  const lines = [header.join(',')]
  for (const row of rows) lines.push(header.map((name) => quote(row[name])).join(','))
  return { text: `${lines.join('\n')}\n`, rows: lines.length - 1 }
}

/** 1234 → '12.34', as Shopify writes money. */
export const money = (cents: number): string => (cents / 100).toFixed(2)

/** Gzip at level 9 with no time and no system in its header. */
export const pack = (text: string): Buffer => {
  const bytes = gzipSync(text, { level: 9 })
  bytes[9] = 0xff
  return bytes
}
