import Papa from 'papaparse'
import { chooseDialect } from '../../src/import/choose-dialect.ts'
import { columnNames } from '../../src/import/header.ts'
import { looksWestern } from '../../src/import/recognise-bytes.ts'
import { sampleRecords, type SampleRecord } from '../../src/import/sample-records.ts'
import { type Dialect, NO_QUOTE } from '../../src/import/scan-types.ts'
import { namesByPlace } from '../../src/import/sources/known-places.ts'
import { isOrderSource, recogniseSource } from '../../src/import/sources/recognise.ts'
import { utf8OfWindows1252 } from '../../src/import/windows-1252.ts'
import { FileFault } from './file-fault.ts'
import type { GivenFile } from './given-file.ts'
import { openFile } from './open-file.ts'

const SAMPLE = 1024 * 1024
const RECORDS = 500
const CELL = 200
const BEFORE = 4000
/** Columns that a table may have. */
const COLUMN_LIMIT = 2000
const DELIMITERS = [',', ';', '\t', '|']

/** What the first megabyte of a file tells of its table. */
export interface Sniffed {
  readonly delimiter: string
  readonly dialect: Dialect
  readonly fields: number
  /** Header as written (in English where the layout was known by its cells), and the names under which the columns are shown. */
  readonly header: readonly string[]
  readonly columns: readonly string[]
  readonly headerBytes: Uint8Array
  /** Bytes before the first data record, and the line that it stands on. */
  readonly skip: number
  readonly line: number
  readonly preamble: boolean
  /** Text before the header, at most 4,000 characters. */
  readonly before: string
  /** Some cell is written as `="text"`. */
  readonly formulas: boolean
  /** First data records, cells cut at 200 characters. */
  readonly rows: readonly (readonly string[])[]
}

/** The first megabyte of a stream (whole: the stream ended with it), and the chunks to read again. */
async function sampleOf(chunks: AsyncGenerator<Uint8Array>) {
  const parts: Uint8Array[] = []
  let length = 0
  let whole = false
  while (length < SAMPLE) {
    const next = await chunks.next()
    if (next.done) {
      whole = true
      break
    }
    parts.push(next.value)
    length += next.value.length
  }
  const bytes = new Uint8Array(Math.min(length, SAMPLE))
  let at = 0
  for (const part of parts) {
    if (at >= bytes.length) break
    bytes.set(part.subarray(0, bytes.length - at), at)
    at += part.length
  }
  return { bytes, whole: whole && length <= SAMPLE, parts }
}

const dialectOf = (delimiter: string, quote = 34): Dialect => ({ delimiter: delimiter.charCodeAt(0), quote })

/** How the sample's bytes become text: UTF-8, or windows-1252 when they cannot be that. */
const textOf = (sample: Uint8Array): ((bytes: Uint8Array) => string) => {
  const decoder = new TextDecoder('utf-8')
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true })
  } catch {
    if (looksWestern(sample)) return (bytes) => decoder.decode(utf8OfWindows1252(bytes))
  }
  return (bytes) => decoder.decode(bytes)
}

const SEPARATOR_LINE = /^sep=(.)\r?$/i

function separatorLine(bytes: Uint8Array): { delimiter: string; record: SampleRecord } | null {
  const [record] = sampleRecords(bytes, dialectOf('\0'), 1, true)
  const found =
    record &&
    SEPARATOR_LINE.exec(
      new TextDecoder().decode(bytes.subarray(record.start, Math.min(record.stop, record.start + 10))),
    )
  return found ? { delimiter: found[1]!, record } : null
}

/** Cells of one record, without control characters. */
const cellsOf = (record: string, { delimiter, quote }: Dialect): string[] => {
  const mark = String.fromCharCode(delimiter)
  const text = record.replace(/[\r\n]+$/, '')
  if (quote === NO_QUOTE) return text.split(mark)
  return Papa.parse<string[]>(text, { delimiter: mark, newline: '\n' }).data[0] ?? ['']
}

// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g

/** A sample cut into records and fields in one way. */
interface SampleCut {
  readonly delimiter: string
  readonly dialect: Dialect
  readonly records: readonly SampleRecord[]
  readonly rows: readonly (readonly string[])[]
  readonly counts: readonly number[]
}

function cutOf(bytes: Uint8Array, dialect: Dialect, whole: boolean): SampleCut {
  const decode = textOf(bytes)
  const textAt = ({ start, stop }: SampleRecord) =>
    decode(bytes.subarray(start, Math.min(stop, start + 2 * SAMPLE))).replace(CONTROL, '')
  const records = sampleRecords(bytes, dialect, RECORDS, whole)
  const rows = records.map((record) => cellsOf(textAt(record), dialect))
  const delimiter = String.fromCharCode(dialect.delimiter)
  return { delimiter, dialect, records, rows, counts: rows.map((row) => row.length) }
}

/** Records among which the header of a known layout is looked for. */
const HEADER_WITHIN = 40

/** The first record that is the header of a known layout, whatever stands before it. */
function knownHeader(cuts: readonly SampleCut[]): { cut: SampleCut; header: number } | null {
  for (let header = 0; header < HEADER_WITHIN; header++)
    for (const cut of cuts) if (recogniseSource(cut.rows[header] ?? [])) return { cut, header }
  return null
}

/** Files of this layout that are separated by tabs do not quote. */
function isUnquoted({ delimiter, rows }: SampleCut, header: number): boolean {
  const source = delimiter === '\t' ? recogniseSource(rows[header] ?? []) : null
  return source !== null && isOrderSource(source) && source.tabsUnquoted === true
}

/** The cut and the header of the table in a sample. Throws FileFault NO_TABLE_FOUND, TOO_MANY_COLUMNS. */
function chooseCut(bytes: Uint8Array, cuts: readonly SampleCut[], whole: boolean) {
  const known = knownHeader(cuts)
  if (known) {
    const { cut, header } = known
    if (!isUnquoted(cut, header)) return { cut, header, fields: cut.counts[header]! }
    const plain = cutOf(bytes, { ...cut.dialect, quote: NO_QUOTE }, whole)
    const again = knownHeader([plain])
    if (again) return { ...again, fields: plain.counts[again.header]! }
  }
  const chosen = chooseDialect(cuts)
  if (!chosen) throw new FileFault(tooWide(bytes) ? 'TOO_MANY_COLUMNS' : 'NO_TABLE_FOUND')
  if (chosen.fields > COLUMN_LIMIT) throw new FileFault('TOO_MANY_COLUMNS')
  const cut = cuts.find(({ delimiter }) => delimiter === chosen.delimiter)!
  return { cut, header: chosen.header, fields: chosen.fields }
}

/** Finds delimiter, header and first rows in a sample. Throws FileFault NO_TABLE_FOUND, TOO_MANY_COLUMNS. */
function sniffTable(sample: Uint8Array, whole: boolean, known?: string): Sniffed {
  const separator = separatorLine(sample)
  const offset = separator ? separator.record.next : 0
  const bytes = sample.subarray(offset)
  const given = separator?.delimiter ?? known
  const delimiters = given ? [given] : DELIMITERS
  const cuts = delimiters.map((delimiter) => cutOf(bytes, dialectOf(delimiter), whole))
  const chosen = chooseCut(bytes, cuts, whole)
  const { cut, fields } = chosen
  const rows = cut.rows.map((row) => row.map((cell) => cell.slice(0, CELL)))
  const head = cut.records[chosen.header]!
  const written = rows[chosen.header]!
  const data = rows.slice(chosen.header + 1).filter((row) => row.length === fields)
  const header = recogniseSource(written) ? written : (namesByPlace(written, data) ?? written)
  return {
    delimiter: cut.delimiter,
    dialect: cut.dialect,
    fields,
    header,
    columns: columnNames(written),
    headerBytes: bytes.slice(head.start, head.stop),
    skip: offset + head.next,
    line: head.line + (separator ? 1 : 0) + 1,
    preamble: chosen.header > 0,
    before: textOf(bytes)(bytes.subarray(0, Math.min(head.start, BEFORE))),
    formulas: rows.some((row) => row.some((cell) => cell.startsWith('="'))),
    rows: data,
  }
}

/** A first line that is longer than the sample and full of delimiters. */
const tooWide = (bytes: Uint8Array): boolean => {
  const line = bytes.indexOf(10)
  const first = bytes.subarray(0, line === -1 ? bytes.length : line)
  return DELIMITERS.some(
    (delimiter) => first.filter((byte) => byte === delimiter.charCodeAt(0)).length > COLUMN_LIMIT,
  )
}

/** Opens a file and finds its table, by its first megabyte. Throws FileFault with the code of what it is instead. */
export async function sniffFile(file: GivenFile): Promise<Sniffed> {
  const opened = await openFile(file)
  const { bytes, whole } = await sampleOf(opened.chunks)
  await opened.chunks.return(undefined)
  return sniffTable(bytes, whole, file instanceof Blob ? undefined : file.delimiter)
}
