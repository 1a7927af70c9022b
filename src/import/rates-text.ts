import { isDay } from '../model/day.ts'
import type { RateEntry } from '../model/rates.ts'
import { readCurrency } from './currency-cells.ts'

/** What a line with one currency means, for it names no other. */
export interface RatesOptions {
  /** The other currency. */
  readonly other: string | null
  /** `line`: the rate is what one unit of the line's currency costs in the other; `other`: the other way round, as central banks write it. */
  readonly unit: 'line' | 'other'
}

export type RateFault = 'DATE' | 'CURRENCY' | 'OTHER_CURRENCY' | 'RATE'

export interface RatesText {
  readonly entries: RateEntry[]
  /** Lines that are not taken, numbered from 1, and what is wrong with each. */
  readonly refused: { readonly line: number; readonly text: string; readonly code: RateFault }[]
}

type DayOrder = 'day' | 'month' | null

interface Row {
  readonly line: number
  readonly text: string
  readonly cells: readonly string[]
}

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ].*)?$/

const padded = (year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

const looksDated = (cell: string): boolean => YEAR_FIRST.test(cell) || YEAR_LAST.test(cell)

function readDay(cell: string, order: DayOrder): string | null {
  const first = YEAR_FIRST.exec(cell)
  const last = YEAR_LAST.exec(cell)
  const [a = '', b = ''] = last ? [last[1], last[2]] : []
  const written = first
    ? padded(first[1]!, first[2]!, first[3]!)
    : last && (order || a === b)
      ? padded(last[3]!, order === 'month' ? a : b, order === 'month' ? b : a)
      : ''
  return isDay(written) ? written : null
}

/** Which of the first two numbers of dates is the day: only where some date can be read in no other way. */
function dayOrder(cells: readonly string[]): DayOrder {
  const dates = cells.map((cell) => YEAR_LAST.exec(cell)).filter((found) => found !== null)
  const day = dates.some(([, a]) => Number(a) > 12)
  const month = dates.some(([, , b]) => Number(b) > 12)
  return day === month ? null : day ? 'day' : 'month'
}

/** The mark between fields: one under which some field is a date of its own; else blanks. */
function cutter(lines: readonly string[]): (line: string) => string[] {
  const marks = ['\t', ';', ','].filter((mark) =>
    lines.some((line) =>
      line.split(mark).some((cell) => looksDated(bare(cell)) && cell.length < line.length),
    ),
  )
  const [mark] = marks
  if (mark) return (line) => line.split(mark).map(bare)
  return (line) =>
    line
      .replaceAll(/(\d)[:=]|[=]/g, '$1 ')
      .split(/\s+/)
      .map(bare)
}

const bare = (cell: string): string =>
  cell
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim()

/** Currencies of a cell: `EUR`, `EUR/USD`, `EURUSD`, `US$`; none of an ordinary word. */
function currenciesIn(cell: string): string[] {
  const single = readCurrency(cell)
  if (single) return [single]
  const parts = /^[A-Z]{6}$/i.test(cell) ? [cell.slice(0, 3), cell.slice(3)] : cell.split(/[/\-–>→]+|\s+/)
  const found = parts.map((part) => readCurrency(part))
  return found.every((code) => code !== null) ? (found as string[]) : []
}

const NUMBER = /^[+]?\d[\d.,'\u00a0 ]*$/

/** Whether a comma is the decimal mark: some number has it last, after a point, or it alone and not as thousands. */
function commaDecides(cells: readonly string[]): boolean | null {
  const numbers = cells.filter((cell) => NUMBER.test(cell) && !looksDated(cell))
  const marks = numbers.map((cell) => cell.replace(/[^.,]/g, ''))
  if (marks.some((text) => /,\.$|^,{2,}$/.test(text))) return false
  if (marks.some((text) => /\.,$|^\.{2,}$/.test(text))) return true
  const clear = (mark: string) =>
    numbers.some((cell) => cell.includes(mark) && !new RegExp(`^[1-9]\\d{0,2}\\${mark}\\d{3}$`).test(cell))
  if (clear(',') !== clear('.')) return clear(',')
  return null
}

function readNumber(cell: string, commaIsDecimal: boolean | null): number | null {
  if (!NUMBER.test(cell)) return null
  const text = cell.replaceAll(/['\u00a0 +]/g, '')
  const comma = commaIsDecimal ?? (text.includes(',') && !text.includes('.'))
  const plain = comma ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '')
  const value = Number(plain)
  return Number.isFinite(value) && value > 0 ? value : null
}

interface Reading extends RatesOptions {
  readonly order: DayOrder
  readonly comma: boolean | null
  /** The first of two currencies is the one that the second is told in; swapped where the header says so. */
  readonly swapped: boolean
}

const entryOf = (
  day: string,
  codes: readonly string[],
  rate: number,
  { other, unit, swapped }: Reading,
): RateEntry | null => {
  const [first, second] = codes.length === 1 && other ? [codes[0]!, other] : codes
  if (!first || !second || first === second) return null
  const turned = codes.length === 1 ? unit === 'other' : swapped
  return turned ? { day, base: second, quote: first, rate } : { day, base: first, quote: second, rate }
}

function readLong({ cells }: Row, reading: Reading): RateEntry | RateFault {
  const day = cells.map((cell) => readDay(cell, reading.order)).find((found) => found !== null)
  if (!day) return 'DATE'
  const codes = [...new Set(cells.flatMap(currenciesIn))]
  if (codes.length === 0 || codes.length > 2) return 'CURRENCY'
  if (codes.length === 1 && (!reading.other || reading.other === codes[0])) return 'OTHER_CURRENCY'
  const numbers = cells
    .filter((cell) => !looksDated(cell))
    .map((cell) => readNumber(cell, reading.comma))
    .filter((found) => found !== null)
  if (numbers.length === 0 || numbers.length > 2) return 'RATE'
  // "100 JPY = 0.61 EUR": the first number is how many units.
  const rate = numbers.length === 2 ? Number((numbers[1]! / numbers[0]!).toPrecision(15)) : numbers[0]!
  return entryOf(day, codes, rate, reading) ?? 'CURRENCY'
}

/** A table with a column for each currency, as central banks give it; cells without a number are days without a rate. */
function readWide(row: Row, codes: readonly (string | null)[], reading: Reading): RateEntry[] | RateFault {
  const at = row.cells.findIndex((cell) => looksDated(cell))
  const day = at < 0 ? null : readDay(row.cells[at]!, reading.order)
  if (!day) return 'DATE'
  if (!reading.other) return 'OTHER_CURRENCY'
  return codes.flatMap((code, index) => {
    const rate = code ? readNumber(row.cells[index] ?? '', reading.comma) : null
    if (!code || rate === null) return []
    return entryOf(day, [code], rate, reading) ?? []
  })
}

const SECOND_FIRST = /^(to|quote|target|hacia|destino|para|a)\b/i
const FIRST = /^(from|base|source|de|origen|origem|desde)\b/i

const headerOf = (rows: readonly Row[]): Row | undefined => {
  const [first] = rows
  return first && !first.cells.some(looksDated) && !first.cells.some((cell) => /\d/.test(cell))
    ? first
    : undefined
}

const isSwapped = (header: Row | undefined): boolean => {
  const to = header?.cells.findIndex((cell) => SECOND_FIRST.test(cell)) ?? -1
  const from = header?.cells.findIndex((cell) => FIRST.test(cell)) ?? -1
  return to >= 0 && from >= 0 && to < from
}

/**
 * Reads dated exchange rates from a text: a line for each (`2024-03-01;USD;EUR;0,9231`, `2024-03-01 EUR/USD 1.0834`,
 * `2024-03-01 1 USD = 0.92 EUR`), with or without a header, or a table with a column for each currency. Dates are year
 * first, or day and month in an order that the dates themselves show. A line that can be read in two ways is refused.
 */
export function readRates(text: string, options: RatesOptions): RatesText {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  const cut = cutter(lines)
  const rows = lines
    .map((line, index): Row => ({ line: index + 1, text: line, cells: cut(line) }))
    .filter((row) => row.text.trim() !== '')
  const header = headerOf(rows)
  const body = header ? rows.slice(1) : rows
  const cells = body.flatMap((row) => row.cells)
  const codes = header?.cells.map(readCurrency) ?? []
  const wide = codes.some((code) => code !== null)
  const reading: Reading = {
    ...options,
    order: dayOrder(cells),
    comma: commaDecides(cells),
    swapped: isSwapped(header),
  }
  const found: RatesText = { entries: [], refused: [] }
  for (const row of body) {
    const read = wide ? readWide(row, codes, reading) : readLong(row, reading)
    if (typeof read === 'string') found.refused.push({ line: row.line, text: row.text, code: read })
    else found.entries.push(...(Array.isArray(read) ? read : [read]))
  }
  return found
}
