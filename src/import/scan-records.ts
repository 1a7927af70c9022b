import type { LineMap } from './line-map.ts'

/** How the text of a file is cut into records and fields: single ASCII bytes. */
export interface Dialect {
  readonly delimiter: number
  readonly quote: number
}

/** A record that was taken out, or a change that was made to one that was kept. `start`/`end` are offsets in the scanned bytes. */
export interface Finding {
  readonly code: string
  readonly line: number
  readonly start: number
  readonly end: number
  /** The record was taken out (refused or skipped); else it stays, repaired. */
  readonly out: boolean
}

/** What stays the same from one block of bytes to the next. */
export interface ScanState {
  /** Physical line (1-based) that the next record starts on. */
  line: number
  /** Records kept so far. */
  kept: number
  /** Records seen so far, blank lines not counted. */
  seen: number
  /** Still inside a record that is too long to be held: its bytes are dropped until its end. */
  skipping: null | { readonly line: number; quoted: boolean }
}

export interface ScanOptions {
  readonly dialect: Dialect
  /** Fields that each record must have; 0: any number (sniffing). */
  readonly fields: number
  /** Bytes of the header record, to know it when it comes again. */
  readonly header: Uint8Array | null
  readonly lines: LineMap
  /** A cell of more bytes than this takes its record out. */
  readonly cellLimit: number
}

/** A piece of the scanned bytes that goes to the reader as it is, or bytes that stand in the place of a record. */
export type Piece = readonly [start: number, end: number] | Uint8Array

export interface ScanResult {
  /** First byte that was not used: the start of a record that has not ended yet. */
  readonly used: number
  readonly pieces: readonly Piece[]
  readonly findings: readonly Finding[]
  /** True when a byte above 127 was seen in a kept record. */
  readonly wide: boolean
  /** True when a field starts or ends with a blank, or starts with an apostrophe. */
  readonly untidy: boolean
  /** True when a kept cell is longer than 500 bytes. */
  readonly long: boolean
  /** Records kept in this block. */
  readonly records: number
}

const LF = 10
const CR = 13
const TAB = 9
const BLANK = 32
const APOSTROPHE = 39
const LONG_CELL = 500
/** Blank, the quotes and all control characters are at or below this: a cheap first test at a field's start. */
const QUOTE_OR_LESS = 39

const PLAIN = 0
const DELIMITER = 1
const NEWLINE = 2
const CONTROL = 3
const QUOTE = 4
const WIDE = 5

const classes = ({ delimiter, quote }: Dialect): Uint8Array => {
  const table = new Uint8Array(256)
  table.fill(CONTROL, 0, 32).fill(WIDE, 128)
  table[TAB] = PLAIN
  table[LF] = NEWLINE
  table[CR] = NEWLINE
  table[quote] = QUOTE
  table[delimiter] = DELIMITER
  return table
}

/** One pass over the bytes of a block: keeps plain runs as ranges, takes out or repairs what the reader could not take. */
class Scan {
  readonly pieces: Piece[] = []
  readonly findings: Finding[] = []
  wide = false
  untidy = false
  long = false
  records = 0
  used: number
  /** Start of the run of good records that has not been given out yet. */
  #run: number
  readonly #table: Uint8Array
  /** Of the record at hand: */
  #at: number
  #newlines = 0
  #control = false
  #odd = false
  #tooLong = false
  #open = false

  constructor(
    readonly bytes: Uint8Array,
    from: number,
    readonly end: number,
    readonly final: boolean,
    readonly state: ScanState,
    readonly options: ScanOptions,
  ) {
    this.used = from
    this.#run = from
    this.#at = from
    this.#table = classes(options.dialect)
  }

  /** Record after record until the block ends. The byte at `end` must be a line feed (a sentinel that is not part of the data). */
  all(): void {
    const { end, final } = this
    while (this.#at < end) {
      const start = this.#at
      const fields = this.#fields()
      const ended = this.#at < end || final
      if (this.#open || !ended || this.#splitNewline()) return this.#unfinished(start)
      this.#keep(start, this.#at, this.#afterNewline(), fields)
    }
    this.used = end
    this.#flush(end)
  }

  /** Reads the fields of one record up to its line end (or the block's); gives how many there are. */
  #fields(): number {
    const { bytes, end } = this
    const { delimiter, quote } = this.options.dialect
    const table = this.#table
    let fields = 1
    let at = this.#at
    this.#newlines = 0
    this.#control = this.#odd = this.#tooLong = this.#open = false
    for (;;) {
      const fieldStart = at
      const first = bytes[at]!
      if (first <= QUOTE_OR_LESS || first === quote) {
        if (first === APOSTROPHE || first === BLANK) this.untidy = true
        while (bytes[at] === BLANK) at++
        if (bytes[at] === quote && at < end) at = this.#quoted(at)
        if (this.#open) break
      }
      let kind = table[bytes[at]!]!
      while (kind === PLAIN || kind > NEWLINE) {
        if (kind === WIDE) this.wide = true
        else if (kind === CONTROL) this.#control = true
        kind = table[bytes[++at]!]!
      }
      if (at - fieldStart > LONG_CELL) this.#measure(at - fieldStart)
      if (bytes[at - 1] === BLANK) this.untidy = true
      if (bytes[at] !== delimiter) break
      fields++
      at++
    }
    this.#at = at
    return fields
  }

  #measure(length: number): void {
    this.long = true
    if (length > this.options.cellLimit) this.#tooLong = true
  }

  /** Reads a quoted field from its opening quote; gives the offset after the closing one. */
  #quoted(from: number): number {
    const { bytes, end } = this
    const { quote } = this.options.dialect
    let at = from + 1
    for (;;) {
      while (at < end && bytes[at] !== quote) {
        const byte = bytes[at]!
        if (byte > 127) this.wide = true
        else if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) this.#newlines++
        else if (byte < 32 && byte !== TAB && byte !== CR) this.#control = true
        at++
      }
      if (at >= end) {
        this.#open = true
        this.#measure(at - from)
        return end
      }
      if (bytes[at + 1] !== quote || at + 1 >= end) break
      at += 2
    }
    if (bytes[from + 1]! <= QUOTE_OR_LESS || bytes[at - 1] === BLANK) this.untidy = true
    const kind = this.#table[bytes[at + 1]!]!
    if (kind !== DELIMITER && kind !== NEWLINE) this.#odd = true
    return at + 1
  }

  /** A CR at the very end of a block that goes on: its LF may be the next byte. */
  #splitNewline(): boolean {
    return !this.final && this.bytes[this.#at] === CR && this.#at + 1 >= this.end
  }

  #afterNewline(): number {
    const { bytes, end } = this
    if (this.#at >= end) return end
    return this.#at + (bytes[this.#at] === CR && bytes[this.#at + 1] === LF && this.#at + 1 < end ? 2 : 1)
  }

  /** Decides on a record that is complete: `stop` is its end, `next` the start of the one after it. */
  #keep(start: number, stop: number, next: number, fields: number): void {
    const { state, options } = this
    this.#at = next
    const line = state.line
    state.line += this.#newlines + 1
    if (stop - start < fields && (fields === 1 || options.fields > 0)) return this.#cut(start, next)
    state.seen++
    const code = this.#tooLong ? 'CELL_TOO_LONG' : this.#verdict(start, stop, fields)
    if (code) {
      this.#cut(start, next)
      this.findings.push({ code, line, start, end: stop, out: true })
      return
    }
    options.lines.add(state.kept++, line)
    this.records++
    const tooMany = options.fields > 0 && fields > options.fields
    if (this.#control || this.#odd || tooMany) this.#repair(start, stop, next, line)
  }

  /** Why a record cannot be kept, or null. */
  #verdict(start: number, stop: number, fields: number): string | null {
    const { header, fields: wanted } = this.options
    if (header && stop - start === header.length && sameBytes(this.bytes, start, header))
      return 'REPEATED_HEADER_SKIPPED'
    if (wanted === 0 || fields === wanted) return null
    return fields > wanted && this.#tailIsEmpty(start, stop, fields - wanted)
      ? null
      : 'ROWS_WITH_WRONG_COLUMN_COUNT'
  }

  #tailIsEmpty(start: number, stop: number, extra: number): boolean {
    const { delimiter } = this.options.dialect
    for (let at = stop - 1; at >= stop - extra; at--)
      if (at < start || this.bytes[at] !== delimiter) return false
    return true
  }

  /** Ends the run of untouched records before `start`; the next one begins at `next`. */
  #cut(start: number, next: number): void {
    this.#flush(start)
    this.#run = next
  }

  #flush(upTo: number): void {
    if (upTo > this.#run) this.pieces.push([this.#run, upTo])
    this.#run = upTo
  }

  #repair(start: number, stop: number, next: number, line: number): void {
    const { dialect, fields } = this.options
    this.#cut(start, next)
    this.pieces.push(rewrite(this.bytes.subarray(start, stop), dialect, fields))
    const code = this.#control ? 'CONTROL_CHARACTERS_REMOVED' : this.#odd ? 'QUOTES_REPAIRED' : 'EMPTY_COLUMNS_IGNORED'
    this.findings.push({ code, line, start, end: stop, out: false })
  }

  #unfinished(start: number): void {
    const { state, bytes, end } = this
    this.#flush(start)
    this.used = start
    if (this.final && this.#open) {
      state.seen++
      this.findings.push({ code: 'UNBALANCED_QUOTE', line: state.line, start, end, out: true })
      this.used = end
    } else if (end - start > this.options.cellLimit) {
      state.skipping = { line: state.line, quoted: this.#open }
      state.line += countLines(bytes, start, end)
      this.used = end
    }
  }
}

const sameBytes = (bytes: Uint8Array, start: number, other: Uint8Array): boolean => {
  for (let index = 0; index < other.length; index++)
    if (bytes[start + index] !== other[index]) return false
  return true
}

const countLines = (bytes: Uint8Array, start: number, end: number): number => {
  let lines = 0
  for (let at = bytes.indexOf(LF, start); at !== -1 && at < end; at = bytes.indexOf(LF, at + 1)) lines++
  return lines
}

/** Fields of one record, read leniently: quotes inside a field stand for themselves, control characters are left out. */
export function splitRecord(record: Uint8Array, { delimiter, quote }: Dialect): number[][] {
  const fields: number[][] = [[]]
  let field = fields[0]!
  let quoted = false
  for (let at = 0; at < record.length; at++) {
    const byte = record[at]!
    if (byte === quote && quoted) {
      if (record[at + 1] === quote) field.push(record[++at]!)
      else quoted = false
    } else if (byte === quote && (at === 0 || record[at - 1] === delimiter)) quoted = true
    else if (byte === delimiter && !quoted) fields.push((field = []))
    else if (byte >= 32 || byte === TAB || byte === LF || byte === CR) field.push(byte)
  }
  return fields
}

/** The record with every field quoted by the rules, `width` fields at most (0: all). */
const rewrite = (record: Uint8Array, dialect: Dialect, width: number): Uint8Array => {
  const { delimiter, quote } = dialect
  const fields = splitRecord(record, dialect)
  const kept = width > 0 ? fields.slice(0, width) : fields
  const out: number[] = []
  for (const [index, field] of kept.entries()) {
    if (index > 0) out.push(delimiter)
    out.push(quote)
    for (const byte of field) {
      if (byte === quote) out.push(quote)
      out.push(byte)
    }
    out.push(quote)
  }
  out.push(LF)
  return Uint8Array.from(out)
}

/** Goes on with a record that was too long to hold; gives the offset after its end, or -1 when it has not ended in this block. */
function skipOn(bytes: Uint8Array, from: number, end: number, quote: number, state: ScanState): number {
  const skipping = state.skipping!
  for (let at = from; at < end; at++) {
    const byte = bytes[at]
    if (byte === quote) skipping.quoted = !skipping.quoted
    else if (byte === LF) {
      state.line++
      if (!skipping.quoted) return at + 1
    }
  }
  return -1
}

/**
 * Cuts a block of bytes into records, quote-aware (RFC 4180, lenient): good records stay as ranges of the block, records
 * that the reader could not take are left out with a finding, blank lines vanish. Lines end in LF, CRLF or CR; what is kept
 * ends in LF. `bytes[end]` must exist and be a line feed. `state` goes from block to block; with `final`, a last record
 * without line end is taken and an open quote is a finding.
 */
export function scanRecords(
  bytes: Uint8Array,
  from: number,
  end: number,
  final: boolean,
  state: ScanState,
  options: ScanOptions,
): ScanResult {
  const scan = new Scan(bytes, from, end, final, state, options)
  if (state.skipping) {
    const { line, quoted } = state.skipping
    const next = skipOn(bytes, from, end, options.dialect.quote, state)
    if (next === -1 && !final) return { ...resultOf(scan), used: end }
    const code = next === -1 && (quoted || state.skipping.quoted) ? 'UNBALANCED_QUOTE' : 'CELL_TOO_LONG'
    scan.findings.push({ code, line, start: from, end: from, out: true })
    state.skipping = null
    state.seen++
    const rest = next === -1 ? end : next
    const after = new Scan(bytes, rest, end, final, state, options)
    after.findings.push(...scan.findings)
    after.all()
    return resultOf(after)
  }
  scan.all()
  return resultOf(scan)
}

const resultOf = ({ used, pieces, findings, wide, untidy, long, records }: Scan): ScanResult => ({
  used,
  pieces,
  findings,
  wide,
  untidy,
  long,
  records,
})

export const startScan = (): ScanState => ({ line: 1, kept: 0, seen: 0, skipping: null })

/** Where a record of a sample stands: bytes from `start` to `stop` without the line end, `next` the byte after it, `line` 1-based. */
export interface SampleRecord {
  readonly start: number
  readonly stop: number
  readonly next: number
  readonly line: number
}

const recordEnd = (bytes: Uint8Array, from: number, { delimiter, quote }: Dialect): number => {
  let quoted = false
  let fieldStart = from
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === quote && (quoted || at === fieldStart)) quoted = !quoted
    else if (!quoted && byte === delimiter) fieldStart = at + 1
    else if (!quoted && (byte === LF || byte === CR)) return at
  }
  return -1
}

/** The first records of a sample, blank lines left out; `whole` says that the file ends with the sample. For sniffing only: not fast. */
export function sampleRecords(bytes: Uint8Array, dialect: Dialect, limit: number, whole: boolean): SampleRecord[] {
  const records: SampleRecord[] = []
  let start = 0
  let line = 1
  while (start < bytes.length && records.length < limit) {
    const end = recordEnd(bytes, start, dialect)
    if (end === -1 && !whole) break
    const stop = end === -1 ? bytes.length : end
    const next = Math.min(bytes.length, stop + (bytes[stop] === CR && bytes[stop + 1] === LF ? 2 : 1))
    if (stop > start) records.push({ start, stop, next, line })
    line += Math.max(1, countLines(bytes, start, next))
    start = next
  }
  return records
}
