import type { Frequency } from '../../../analytics/forecast/history.ts'
import { dayNumber, isDay } from '../../../model/day.ts'

/** A column of a pasted table; `null` where a cell holds no number. */
export interface PastedColumn {
  readonly name: string
  readonly values: readonly (number | null)[]
}

/** A pasted table: its numeric columns and, where it has dates, its first step and how often it is observed. */
export interface Pasted {
  readonly columns: readonly PastedColumn[]
  readonly start: string | null
  readonly frequency: Frequency | null
}

const MOST_ROWS = 20_000

/** A number with point or comma, thousands apart, a currency sign; null for anything else. */
export function numberOf(cell: string): number | null {
  const text = cell.replaceAll(/[\s\u00a0'€$£%]/g, '').replace(/^\((.*)\)$/, '-$1')
  if (!/^[+-]?[\d.,]*\d[\d.,]*$/.test(text)) return null
  const marks = text.replaceAll(/[^.,]/g, '')
  // Of two kinds of marks the last is the decimal one; one alone is it; several of a kind part thousands.
  const decimal = new Set(marks).size === 2 || marks.length === 1 ? marks.at(-1) : undefined
  const value = Number(text.replaceAll(/[.,]/g, (mark) => (mark === decimal ? '.' : '')))
  return Number.isFinite(value) ? value : null
}

const pad = (text = ''): string => text.padStart(2, '0')

/** A day 'YYYY-MM-DD' of a cell: written so, or day/month/year; a time may follow. Null: none. */
export function dayOfCell(cell: string): string | null {
  const text = cell.trim()
  const iso = /^(\d{4})-(\d\d)(?:-(\d\d))?(?:[T ].*)?$/.exec(text)
  const local = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:\s.*)?$/.exec(text)
  const day = iso
    ? `${iso[1]}-${iso[2]}-${iso[3] ?? '01'}`
    : local
      ? `${local[3]}-${pad(local[2])}-${pad(local[1])}`
      : ''
  return isDay(day) ? day : null
}

const FREQUENCY_DAYS: readonly (readonly [Frequency, number, number])[] = [
  ['H', 0, 0.5],
  ['D', 0.5, 3],
  ['W', 5, 9],
  ['M', 27, 32],
  ['Q', 85, 95],
  ['Y', 360, 370],
]

function frequencyOf(days: readonly string[]): Frequency | null {
  const gaps = days.slice(1).map((day, at) => dayNumber(day) - dayNumber(days[at] ?? day))
  const middle = gaps.toSorted((a, b) => a - b)[gaps.length >> 1]
  if (middle === undefined) return null
  return FREQUENCY_DAYS.find(([, low, high]) => middle >= low && middle < high)?.[0] ?? null
}

const separatorOf = (lines: readonly string[]): string | null => {
  const first = lines[0] ?? ''
  for (const mark of ['\t', ';', '|']) if (first.includes(mark)) return mark
  // Commas part columns unless every line is one number with a decimal comma.
  const decimals = lines.every((line, at) => at === 0 || /^\s*[+-]?\d+,\d+\s*$/.test(line))
  return first.includes(',') && !decimals ? ',' : null
}

const cut = (line: string, mark: string | null): string[] =>
  (mark ? line.split(mark) : [line]).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))

/** Reads what was pasted or dropped: one column of numbers, or a table with a header and dates. Null: no numbers. */
export function readPasted(text: string): Pasted | null {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, MOST_ROWS)
  if (lines.length === 0) return null
  const mark = separatorOf(lines)
  const rows = lines.map((line) => cut(line, mark))
  const width = Math.max(...rows.map((row) => row.length))
  const isValue = (cell = '') => numberOf(cell) !== null || dayOfCell(cell) !== null
  const head = rows[0] ?? []
  const headed = !head.some(isValue)
  const body = headed ? rows.slice(1) : rows
  const indices = Array.from({ length: width }, (_, at) => at)
  const dated = indices.find(
    (at) => body.length > 0 && body.every((row) => dayOfCell(row[at] ?? '') !== null),
  )
  const days = dated === undefined ? [] : body.map((row) => dayOfCell(row[dated] ?? '') ?? '')
  const columns = indices
    .filter((at) => at !== dated)
    .map((at) => ({
      name: (headed && head[at]) || String(at + 1),
      values: body.map((row) => numberOf(row[at] ?? '')),
    }))
    .filter(({ values }) => values.some((value) => value !== null))
  return columns.length > 0 ? { columns, start: days[0] ?? null, frequency: frequencyOf(days) } : null
}

/** History and columns beside it of a pasted table. */
export interface PastedSeries {
  readonly values: readonly number[]
  /** Columns that are known over history and horizon. */
  readonly regressors: Readonly<Record<string, number[]>>
  /** Names of columns that end before the horizon: they cannot take part. */
  readonly short: readonly string[]
}

/** The chosen column up to its last number (gaps inside are 0), and the others where they reach over the horizon. */
export function seriesFrom(pasted: Pasted, chosen: string, horizon: number): PastedSeries {
  const column = pasted.columns.find(({ name }) => name === chosen) ?? pasted.columns[0]
  const all = column?.values ?? []
  const last = all.findLastIndex((value) => value !== null)
  const values = all.slice(0, last + 1).map((value) => value ?? 0)
  const others = pasted.columns.filter((one) => one !== column)
  const needed = values.length + horizon
  const reaches = ({ values: known }: PastedColumn) => {
    const part = known.slice(0, needed)
    return part.length === needed && part.every((value) => value !== null)
  }
  return {
    values,
    regressors: Object.fromEntries(
      others
        .filter(reaches)
        .map(({ name, values: known }) => [name, known.slice(0, needed).map((value) => value ?? 0)]),
    ),
    short: others.filter((one) => !reaches(one)).map(({ name }) => name),
  }
}
