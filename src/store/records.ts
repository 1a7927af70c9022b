import type { FilePreview, RefusedRow } from '../model/preview.ts'

/** One `.duckdb` file of the workspace. `import`: all that one import brought; `orders`: the rows of an import that are in force, when they are fewer; `products`, `people`, `facts`: merged tables. */
export type PartKind = 'import' | 'orders' | 'products' | 'people' | 'facts'

/** A part as it is kept: the file and what must be known of it without opening it. Parts never change. */
export interface PartRow {
  readonly id: string
  readonly kind: PartKind
  readonly file: Blob
  readonly bytes: number
  readonly sha256: string
  /** Rows of its main table: order lines, products or people. */
  readonly rows: number
  readonly first_day: string | null
  readonly last_day: string | null
}

/** The parts that together are one state of the workspace. */
export interface ManifestParts {
  readonly orders: readonly { readonly part: string; readonly import: string }[]
  readonly products: string | null
  readonly people: string | null
  /** Stock, refunds, events, reviews, spend, calendar; absent in generations of before they were known. */
  readonly facts?: string | null
}

/** A generation: the state after an import, or after an import was taken back. */
export interface ManifestRow {
  readonly generation: number
  readonly at: string
  readonly parts: ManifestParts
  readonly rows: number
  readonly cause: {
    readonly kind: 'start' | 'import' | 'take_back' | 'settings' | 'restore' | 'erasure'
    readonly import: string | null
  }
}

export type ImportState = 'committed' | 'taken_back'

/** The history of one import. `source_part` holds all that it brought, so that it can be replayed when an earlier one is taken back. */
export interface ImportRow {
  readonly id: string
  readonly at: string
  readonly state: ImportState
  readonly files: readonly FilePreview[]
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
  readonly source_part: string | null
  /** Generation that this import was merged into. */
  readonly base: number
  readonly generation: number
}

/** The refused rows of an import, at most REFUSED_LIMIT of them. */
export interface RefusedRows {
  readonly import: string
  readonly rows: readonly RefusedRow[]
}

export interface SettingRow {
  readonly key: string
  readonly value: unknown
}

/** A record with an id and a date: models, predictions, logs, saved queries … `data` is plain JSON. */
export interface StoredRecord {
  readonly id: string
  readonly at: string
  readonly data: Readonly<Record<string, unknown>>
}

export interface WorkspaceRow {
  readonly id: string
  readonly name: string
  readonly created_at: string
  readonly opened_at: string
  readonly demo: boolean
  /** Opened from a viewer file: it holds figures, and no rows. */
  readonly viewer?: true
}
