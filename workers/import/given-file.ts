import type { Question } from '../../src/model/preview.ts'

/** Something worth telling about a file before its table is read. */
export interface FileNote {
  readonly code: string
  readonly count: number
}

/** A table that lies within another file: a sheet of a workbook, a file of an archive. Its bytes come as a stream, as often as asked. */
export interface InnerTable {
  readonly name: string
  /** Bytes that are read for it, packed as they lie. */
  readonly size: number
  readonly chunks: (onRead: (bytes: number) => void) => AsyncGenerator<Uint8Array>
  /** What its cells are known to be parted by. */
  readonly delimiter?: string
  /** What must be answered before it can be read. */
  readonly ask?: Question
  readonly notes?: readonly FileNote[]
}

/** One table of a drop: a file as it was given, or one from within. */
export type GivenFile = (Blob & { readonly name: string }) | InnerTable
