import type { Mapping } from './order.ts'

export type FileKind =
  | 'orders'
  | 'products'
  | 'customers'
  | 'inventory'
  | 'refunds'
  | 'events'
  | 'reviews'
  | 'spend'
  | 'calendar'
  | 'unknown'
/** What the dates of a file's orders are: points in time, clocks on the wall of the shop, or some of each. */
export type Stamps = 'instant' | 'wall' | 'mixed'
export type FileAction = 'accept' | 'warn' | 'ask' | 'reject'

/** Something worth telling about a file that is accepted: stable code, how often, the first line numbers (1-based, header is 1), at most 20. */
export interface Warning {
  readonly code: string
  readonly count: number
  readonly lines: readonly number[]
}

/** A choice that only the user can make. `code` such as DATE_ORDER, NUMBER_FORMAT, CURRENCY, TIME_ZONE, COLUMN_NEEDED:date. */
export interface Question {
  readonly code: string
  readonly column?: string
  readonly choices: readonly string[]
}

/** Why a column was proposed for a field: shown in the mapping screen. `by` name (header synonym), values (what the cells look like) or recipe. */
export interface ColumnProposal {
  readonly field: keyof Mapping
  readonly column: string
  readonly by: 'name' | 'values' | 'user' | 'source'
  readonly confidence: number
  readonly samples: readonly string[]
}

/** A field of a table of facts: its column, and whether it is needed; of the same number one is. */
export interface FactColumn {
  readonly field: string
  readonly column: string | null
  readonly need: number | null
}

export interface FilePreview {
  readonly name: string
  /** Recogniser's name, such as `shopify_orders`, `uci`, `table` (mapped), `unknown`. */
  readonly source: string
  readonly kind: FileKind
  readonly encoding: string
  readonly delimiter: string
  readonly action: FileAction
  readonly raw_rows: number
  readonly rows: number
  readonly skipped: number
  readonly warnings: readonly Warning[]
  readonly ask: readonly Question[]
  /** Stable code of a rejection. */
  readonly reason?: string
  readonly columns: readonly string[]
  readonly mapping: Mapping
  readonly proposals: readonly ColumnProposal[]
  /** First rows as text, for the mapping screen: at most 20 × columns. */
  readonly sample: readonly (readonly string[])[]
  readonly currency: string | null
  readonly time_zone: string | null
  /** Files of orders only; absent in imports of before it was known. */
  readonly stamps?: Stamps
  readonly first_day: string | null
  readonly last_day: string | null
  /** The columns of a table of facts, where the file is one. */
  readonly fact_columns?: readonly FactColumn[]
  /** The remembered mapping that was applied, by its id. */
  readonly recipe?: string
}

/** A row that was refused: physical line of the file (1-based), column if one is to blame, code, raw text (cut at 500 characters). */
export interface RefusedRow {
  readonly file: string
  readonly line: number
  readonly column: string | null
  readonly code: string
  readonly raw: string
}

/** Choices given with the files (API.md POST /api/v1/imports `options`). */
export interface ImportOptions {
  readonly source?: string
  readonly mapping?: Mapping
  /** Columns of a table of facts: field → name of the column, '' for none. */
  readonly columns?: Readonly<Record<string, string>>
  readonly date_order?: 'dmy' | 'mdy' | 'ymd'
  readonly decimal?: '.' | ','
  readonly currency?: string
  readonly time_zone?: string
  /** Sheet of a workbook to read, where several could be meant; `*` for all. */
  readonly sheet?: string
  /** What holds for one file of the drop only, by its name as the preview shows it. */
  readonly files?: Readonly<Record<string, FileOptions>>
}

/** Choices for one file of a drop. */
export interface FileOptions extends Omit<ImportOptions, 'files' | 'sheet'> {
  /** Left out: nothing of it is read. */
  readonly skip?: boolean
}

/** The options that hold for a file: its own over those of the drop. */
export const optionsOfFile = (options: ImportOptions, name: string): FileOptions => {
  const { files, ...shared } = options
  const own = files && Object.hasOwn(files, name) ? files[name] : undefined
  return { ...shared, ...own }
}
