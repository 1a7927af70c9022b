import type { LineMap } from './line-map.ts'

/** A quote that no byte is: nothing is quoted. */
export const NO_QUOTE = 256

/** How the text of a file is cut into records and fields: single ASCII bytes, or NO_QUOTE. */
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
  /** Columns in which some field has a byte above 127, or a tab or line end at its edge. */
  readonly wide: ReadonlySet<number>
  /** Columns in which some field starts or ends with a blank. */
  readonly untidy: ReadonlySet<number>
  /** True when a field starts with an apostrophe. */
  readonly guarded: boolean
  /** True when a kept cell is longer than 500 bytes. */
  readonly long: boolean
  /** Records kept in this block. */
  readonly records: number
}
