import type { ImportRow, StoredRecord } from '../records.ts'
import type { RecordTable } from '../workspace-database.ts'
import type { Snapshot } from './snapshot.ts'

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu
const REMOVED = '[removed]'

/** A text without the e-mail addresses in it. */
export const withoutAddresses = (text: string): string => text.replace(EMAIL, REMOVED)

/** Tables that are about persons, or about this device: they stay at home. */
const HOME: readonly RecordTable[] = ['audit', 'erased']

function scrubbed(value: unknown): unknown {
  if (typeof value === 'string') return withoutAddresses(value)
  if (Array.isArray(value)) return value.map(scrubbed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, scrubbed(inner)]))
}

const withoutCells = (row: ImportRow): ImportRow => ({
  ...row,
  files: row.files.map((file) => ({
    ...file,
    sample: [],
    proposals: file.proposals.map((proposal) => ({ ...proposal, samples: [] })),
  })),
})

function redactedRecords(table: RecordTable, rows: readonly StoredRecord[]): readonly StoredRecord[] {
  if (HOME.includes(table)) return []
  const kept = table === 'edits' ? rows.filter(({ data }) => data['kind'] !== 'customer') : rows
  return kept.map((row) => ({ ...row, data: scrubbed(row.data) as StoredRecord['data'] }))
}

/** A snapshot's rows without cells of files, changes of customers, and e-mails in texts. Its parts are left as they are. */
export const redactRows = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  imports: snapshot.imports.map(withoutCells),
  refused: [],
  records: new Map([...snapshot.records].map(([table, rows]) => [table, redactedRecords(table, rows)])),
})
