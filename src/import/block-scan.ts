import { rewrite } from './record-text.ts'
import type { Dialect, Finding, Piece, ScanOptions, ScanResult, ScanState } from './scan-types.ts'
import { APOSTROPHE, BLANK, countLines, CR, LF, TAB } from './table-bytes.ts'

const LONG_CELL = 500
/** Blank, the quotes and all control characters are at or below this: a cheap first test at a field's start. */
const QUOTE_OR_LESS = 39

/** Traits of columns, as bits; columns that are told apart. */
const UNTIDY = 1
const WIDE_TEXT = 2
const TRAIT_COLUMNS = 2000

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
export class BlockScan {
  readonly pieces: Piece[] = []
  readonly findings: Finding[] = []
  /** Per column: UNTIDY and WIDE bits; columns beyond the last share it. */
  readonly traits = new Uint8Array(TRAIT_COLUMNS + 1)
  #column = 0
  guarded = false
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
    const { bytes, end, traits } = this
    const { delimiter, quote } = this.options.dialect
    const table = this.#table
    let fields = 1
    let at = this.#at
    this.#newlines = 0
    this.#control = this.#odd = this.#tooLong = this.#open = false
    for (;;) {
      const fieldStart = at
      const column = fields > TRAIT_COLUMNS ? TRAIT_COLUMNS : fields - 1
      const first = bytes[at]!
      if (first <= QUOTE_OR_LESS || first === quote) {
        if (first === APOSTROPHE) this.guarded = true
        else if (first === BLANK) traits[column] = traits[column]! | UNTIDY
        else if (first === TAB) traits[column] = traits[column]! | WIDE_TEXT
        while (bytes[at] === BLANK) at++
        this.#column = column
        if (bytes[at] === quote && at < end) at = this.#quoted(at)
        if (this.#open) break
      }
      let kind = table[bytes[at]!]!
      while (kind === PLAIN || kind > NEWLINE) {
        if (kind === WIDE) traits[column] = traits[column]! | WIDE_TEXT
        else if (kind === CONTROL) this.#control = true
        kind = table[bytes[++at]!]!
      }
      if (at - fieldStart > LONG_CELL) this.#measure(at - fieldStart)
      if (bytes[at - 1] === BLANK) traits[column] = traits[column]! | UNTIDY
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
    const { traits } = this
    const { quote } = this.options.dialect
    const column = this.#column
    let at = from + 1
    for (;;) {
      while (at < end && bytes[at] !== quote) {
        const byte = bytes[at]!
        if (byte > 127) traits[column] = traits[column]! | WIDE_TEXT
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
    const first = bytes[from + 1]!
    const last = bytes[at - 1]!
    if (first === BLANK || last === BLANK) traits[column] = traits[column]! | UNTIDY
    if (first < BLANK || last < BLANK) traits[column] = traits[column]! | WIDE_TEXT
    if (first === APOSTROPHE) this.guarded = true
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
    const code = this.#control
      ? 'CONTROL_CHARACTERS_REMOVED'
      : this.#odd
        ? 'QUOTES_REPAIRED'
        : 'EMPTY_COLUMNS_IGNORED'
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
  for (let index = 0; index < other.length; index++) if (bytes[start + index] !== other[index]) return false
  return true
}

const columnsWith = (traits: Uint8Array, bit: number): Set<number> => {
  const columns = new Set<number>()
  for (const [column, bits] of traits.entries()) if (bits & bit) columns.add(column)
  return columns
}

/** What the scan came to. */
export const resultOf = ({
  used,
  pieces,
  findings,
  traits,
  guarded,
  long,
  records,
}: BlockScan): ScanResult => ({
  used,
  pieces,
  findings,
  wide: columnsWith(traits, WIDE_TEXT),
  untidy: columnsWith(traits, UNTIDY),
  guarded,
  long,
  records,
})
