import { isIdentity, withTexts } from '../../model/pseudonym.ts'
import type { ImportRow, StoredRecord } from '../records.ts'
import type { RecordTable } from '../workspace-database.ts'
import { NOBODY, withoutPeople } from './known-people.ts'
import type { Snapshot } from './snapshot.ts'

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu
const REMOVED = '[removed]'

/** A text without the e-mail addresses in it. */
export const withoutAddresses = (text: string): string => text.replace(EMAIL, REMOVED)

/** Tables that are about persons, or about this device: they stay at home. */
const HOME: readonly RecordTable[] = ['audit', 'erased']

const withoutCells = (row: ImportRow, clean: (text: string) => string): ImportRow => ({
  ...row,
  files: row.files.map((file) => ({
    ...file,
    name: clean(file.name),
    sample: [],
    proposals: file.proposals.map((proposal) => ({ ...proposal, samples: [] })),
  })),
})

type PseudonymOf = (identity: string) => string

/** A person's key becomes their pseudonym, so that what is said of them can come back; within texts they go. */
const scrub = (pseudonymOf: PseudonymOf, clean: (text: string) => string) => (text: string) =>
  isIdentity(text) ? pseudonymOf(text) : clean(text)

function redactedRecords(
  table: RecordTable,
  rows: readonly StoredRecord[],
  change: (text: string) => string,
): readonly StoredRecord[] {
  if (HOME.includes(table)) return []
  const kept = table === 'edits' ? rows.filter(({ data }) => data['kind'] !== 'customer') : rows
  return kept.map((row) => ({
    ...row,
    data: withTexts(row.data, change) as StoredRecord['data'],
  }))
}

/**
 * A snapshot's rows without cells of files, changes of customers, and, in texts, without e-mails and the names and phones
 * of `known` people. Its parts are left as they are.
 */
export function redactRows(snapshot: Snapshot, pseudonymOf: PseudonymOf, known = NOBODY): Snapshot {
  const clean = (text: string) => withoutPeople(withoutAddresses(text), known)
  const change = scrub(pseudonymOf, clean)
  return {
    ...snapshot,
    imports: snapshot.imports.map((row) => withoutCells(row, clean)),
    refused: [],
    records: new Map(
      [...snapshot.records].map(([table, rows]) => [table, redactedRecords(table, rows, change)]),
    ),
  }
}

/** The texts of a snapshot that somebody may be named in. */
export function freeTexts({ imports, records }: Snapshot): ReadonlySet<string> {
  const texts = new Set<string>()
  const take = (text: string) => (texts.add(text), text)
  for (const { files } of imports) for (const { name } of files) take(name)
  for (const [table, rows] of records)
    if (!HOME.includes(table)) for (const { data } of rows) withTexts(data, take)
  return texts
}
