import Papa from 'papaparse'
import type { Staging } from './staging.ts'

/** The figures of a month as the dashboard makes them, in minor units: goods by the lines' days, the rest by the orders'. */
export interface MonthFigures {
  readonly gross: number
  readonly discounts: number
  readonly returns: number
  readonly net: number
  readonly tax: number
  readonly shipping: number
  readonly orders: number
  readonly units: number
}

const SQL = `WITH goods AS (SELECT strftime(day, '%Y-%m') AS month, sum(gross) AS gross, sum(discount) AS discounts, sum(returned) AS returns,
    sum(net) AS net, sum(quantity) FILTER (quantity > 0) AS units FROM stage.lines WHERE kind = 'product' GROUP BY 1),
  documents AS (SELECT strftime(day, '%Y-%m') AS month, sum(tax) AS tax, sum(shipping) AS shipping, count(*) FILTER (kind = 'sale') AS orders
    FROM stage.orders WHERE kind <> 'excluded' GROUP BY 1)
  SELECT coalesce(g.month, d.month) AS month, ${['gross', 'discounts', 'returns', 'net', 'tax', 'shipping', 'orders', 'units'].map((name) => `CAST(coalesce(${name}, 0) AS DOUBLE) AS ${name}`).join(', ')}
  FROM goods g FULL JOIN documents d ON d.month = g.month ORDER BY 1`

/** Month → figures of what is staged. */
export async function monthFigures(staging: Staging): Promise<Record<string, MonthFigures>> {
  const rows = await staging.query<MonthFigures & { month: string }>(SQL)
  return Object.fromEntries(rows.map(({ month, ...figures }) => [month, figures]))
}

/** A table as text from rows by the names of their columns (a header of names with `delimiter` between); what a row does not name is empty. */
export function tableOf(
  header: string,
  rows: readonly Readonly<Record<string, string>>[],
  delimiter = ',',
): string {
  const names = header.split(delimiter)
  const quote = (cell: string) =>
    delimiter === ',' && /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  const lines = rows.map((row) => names.map((name) => quote(row[name] ?? '')).join(delimiter))
  return [header, ...lines, ''].join('\n')
}

/** How a text is cut into cells, and which of its records is the header. */
export interface TableShape {
  readonly delimiter?: string
  readonly header?: number
  readonly quoted?: boolean
}

/** Repeats with the seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A text in windows-1252: a byte a letter. */
const inWindows1252 = (text: string): Uint8Array =>
  Uint8Array.from(
    text
      .replaceAll('€', '\u0080')
      .replaceAll('’', '\u0092')
      .replaceAll('“', '\u0093')
      .replaceAll('”', '\u0094'),
    (letter) => letter.charCodeAt(0),
  )

/** The same table with its columns in another order and three that mean nothing, with a byte order mark, in windows-1252 with accents, with CRLF. */
export function tableVariants(text: string, shape: TableShape, seed: number): Record<string, Uint8Array> {
  const { delimiter = ',', header = 0, quoted = true } = shape
  const cut = (record: string) => record.split(delimiter)
  const records = quoted
    ? Papa.parse<string[]>(text, { delimiter, skipEmptyLines: true }).data
    : text
        .split('\n')
        .filter((line) => line !== '')
        .map(cut)
  const written = (rows: readonly (readonly string[])[]) =>
    quoted
      ? Papa.unparse(rows as string[][], { delimiter, newline: '\n' })
      : rows.map((row) => row.join(delimiter)).join('\n')
  const random = randomOf(seed)
  const width = records[header]!.length
  const order = Array.from({ length: width }, (_, index) => ({ index, key: random() })).sort(
    (a, b) => a.key - b.key,
  )
  const shuffled = records.map((row) =>
    row.length === width ? order.map(({ index }) => row[index] ?? '') : row,
  )
  const wider = records.map((row, index) => {
    if (row.length !== width) return row
    return index === header ? ['zzz one', ...row, 'zzz two', 'zzz three'] : ['', ...row, 'x', '7']
  })
  const accented = records.map((row, index) =>
    row.length === width ? [...row, index === header ? 'Teléfono móvil' : 'Ñandú, camión'] : row,
  )
  const utf8 = new TextEncoder()
  return {
    shuffled: utf8.encode(written(shuffled)),
    wider: utf8.encode(written(wider)),
    'byte order mark': utf8.encode(`\ufeff${text}`),
    'windows-1252': inWindows1252(written(accented)),
    'line ends of Windows': utf8.encode(text.replaceAll('\n', '\r\n')),
  }
}
