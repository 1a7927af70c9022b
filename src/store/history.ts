import { canonicalJson } from '../model/canonical.ts'
import { isSealed } from './seal/vault.ts'
import { sha256 } from './sha256.ts'
import type { WorkspaceDatabase } from './workspace-database.ts'

/** What was done to a workspace. */
export type HistoryKind =
  | 'import'
  | 'take_back'
  | 'edit'
  | 'training'
  | 'export'
  | 'lock'
  | 'erasure'
  | 'retention'
  | 'restore'
  | 'settings'

/** One entry of the change history: `hash` is over all the rest and the hash of the entry before. */
export interface HistoryEntry {
  readonly seq: number
  readonly at: string
  readonly kind: HistoryKind
  /** Figures and ids only: nothing that names a person. */
  readonly facts: Readonly<Record<string, unknown>>
  readonly prev: string
  readonly hash: string
}

/** Whether the chain holds: every hash is that of its entry, and every entry names the one before. */
export interface HistoryState {
  readonly entries: number
  readonly head: string
  /** Number of the first entry that does not fit, or that was written after some that were missing; null when there is none. More than `entries`: those up to it are missing at the end. */
  readonly broken_at: number | null
}

const START = '0'.repeat(64)
const idOf = (seq: number): string => String(seq).padStart(10, '0')
const hashOf = ({ hash: _, ...rest }: HistoryEntry): Promise<string> => sha256(canonicalJson(rest))

/** The last entry; `sealed` where there is one that cannot be read without the key. */
async function lastEntry(database: WorkspaceDatabase): Promise<HistoryEntry | 'sealed' | undefined> {
  const row = await database.records('audit').orderBy('id').last()
  return isSealed(row) ? 'sealed' : (row?.data as HistoryEntry | undefined)
}

/** Fact of the first entry after some that are missing: how many there were once. Else the next entry would hide that. */
const MISSING = 'missing_up_to'

const isWhole = ({ seq, facts }: HistoryEntry): boolean => Number(facts[MISSING] ?? 0) < seq

async function nextEntry(
  database: WorkspaceDatabase,
  kind: HistoryKind,
  facts: HistoryEntry['facts'],
): Promise<HistoryEntry | null> {
  const last = await lastEntry(database)
  if (last === 'sealed') return null
  const seq = (last?.seq ?? 0) + 1
  const seen = readMark(database)?.entries ?? 0
  const entry = {
    seq,
    at: new Date().toISOString(),
    kind,
    facts: seen < seq ? facts : { ...facts, [MISSING]: seen },
    prev: last?.hash ?? START,
    hash: '',
  }
  return { ...entry, hash: await hashOf(entry) }
}

const markOf = (database: WorkspaceDatabase): string => `ventas-history:${database.name}`

/** Leaves word of the head outside the database, so that a history that was cut short is seen. */
function leaveMark(database: WorkspaceDatabase, { seq, hash }: HistoryEntry): void {
  try {
    localStorage.setItem(markOf(database), JSON.stringify({ entries: seq, head: hash }))
  } catch {
    // Full or forbidden: the chain still shows what was changed in it.
  }
}

/** The head that was seen last, or null. */
export function readMark(database: WorkspaceDatabase): { entries: number; head: string } | null {
  try {
    return JSON.parse(localStorage.getItem(markOf(database)) ?? 'null') as {
      entries: number
      head: string
    } | null
  } catch {
    return null
  }
}

const isTaken = (cause: unknown): boolean => cause instanceof Error && cause.name === 'ConstraintError'

/**
 * Adds an entry at the end of the chain. Another tab that adds one at the same time comes first, or after. Null, and
 * nothing added, where the chain cannot be read for want of the workspace's key.
 */
export async function noteChange(
  database: WorkspaceDatabase,
  kind: HistoryKind,
  facts: HistoryEntry['facts'],
): Promise<HistoryEntry | null> {
  for (;;) {
    const entry = await nextEntry(database, kind, facts)
    if (!entry) return null
    try {
      await database.records('audit').add({ id: idOf(entry.seq), at: entry.at, data: { ...entry } })
      leaveMark(database, entry)
      return entry
    } catch (cause) {
      if (!isTaken(cause)) throw cause
    }
  }
}

/** All entries, oldest first. */
export const readHistory = async (database: WorkspaceDatabase): Promise<HistoryEntry[]> =>
  (await database.records('audit').orderBy('id').toArray()).map(({ data }) => data as unknown as HistoryEntry)

/** Walks the chain from its start. `expected`: an entry that was seen before and must still be there. */
export async function verifyHistory(
  entries: readonly HistoryEntry[],
  expected: { readonly entries: number; readonly head: string } | null = null,
): Promise<HistoryState> {
  let prev = START
  let broken: number | null = null
  for (const [at, entry] of entries.entries()) {
    const chained = entry.seq === at + 1 && entry.prev === prev && entry.hash === (await hashOf(entry))
    const fits = chained && isWhole(entry)
    if (!fits) broken ??= at + 1
    prev = entry.hash
  }
  const seen = expected && expected.entries > 0 ? entries[expected.entries - 1] : null
  if (expected && expected.entries > 0 && seen?.hash !== expected.head) broken ??= expected.entries
  return { entries: entries.length, head: prev, broken_at: broken }
}
