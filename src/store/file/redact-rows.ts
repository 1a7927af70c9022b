import { isIdentity, withTexts } from '../../model/pseudonym.ts'
import type { ImportRow, StoredRecord } from '../records.ts'
import type { RecordTable } from '../workspace-database.ts'
import type { Snapshot } from './snapshot.ts'

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu
const REMOVED = '[removed]'

/** A text without the e-mail addresses in it. */
export const withoutAddresses = (text: string): string => text.replace(EMAIL, REMOVED)

/** Tables that are about persons, or about this device: they stay at home. */
const HOME: readonly RecordTable[] = ['audit', 'erased']

const withoutCells = (row: ImportRow): ImportRow => ({
  ...row,
  files: row.files.map((file) => ({
    ...file,
    sample: [],
    proposals: file.proposals.map((proposal) => ({ ...proposal, samples: [] })),
  })),
})

type PseudonymOf = (identity: string) => string

/** A person's key becomes their pseudonym, so that what is said of them can come back; addresses within texts go. */
const scrub = (pseudonymOf: PseudonymOf) => (text: string) =>
  isIdentity(text) ? pseudonymOf(text) : withoutAddresses(text)

function redactedRecords(
  table: RecordTable,
  rows: readonly StoredRecord[],
  pseudonymOf: PseudonymOf,
): readonly StoredRecord[] {
  if (HOME.includes(table)) return []
  const kept = table === 'edits' ? rows.filter(({ data }) => data['kind'] !== 'customer') : rows
  return kept.map((row) => ({
    ...row,
    data: withTexts(row.data, scrub(pseudonymOf)) as StoredRecord['data'],
  }))
}

/** A snapshot's rows without cells of files, changes of customers, and e-mails in texts. Its parts are left as they are. */
export const redactRows = (snapshot: Snapshot, pseudonymOf: PseudonymOf): Snapshot => ({
  ...snapshot,
  imports: snapshot.imports.map(withoutCells),
  refused: [],
  records: new Map(
    [...snapshot.records].map(([table, rows]) => [table, redactedRecords(table, rows, pseudonymOf)]),
  ),
})
