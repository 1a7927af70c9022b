import { RESCUE_AFTER_MS } from '../../model/rescue-rule.ts'
import { failure, type Outcome, success } from '../../model/outcome.ts'
import type { ManifestRow, WorkspaceRow } from '../../store/records.ts'
import { keepByRule, listCopies, pruneCopies, readableCopies } from '../../store/rescue/copies.ts'
import { type CopyReason, fingerprintOf, makeCopy, readCopy } from '../../store/rescue/copy.ts'
import { oneRescueAtATime } from '../../store/rescue/folder.ts'
import { readSentinel } from '../../store/sentinel.ts'
import { endUnfinished, leaveUnfinished } from '../../store/unfinished.ts'
import { type WorkspaceDatabase, withStored } from '../../store/workspace-database.ts'
import { eraseAgain } from '../privacy/erase-again.ts'
import { erasedLists, erasedUnreadable } from '../privacy/erased-list.ts'
import { restoreCopy } from './restore.ts'

/** A rescue copy, as it is listed. */
export interface RescueCopy {
  readonly made_at: string
  readonly generation: number
  readonly rows: number
  readonly reason: CopyReason
  readonly imports: number
}

/** Copies of the workspace in the browser's own file system, beside the database. */
export interface Rescue {
  list(): Promise<readonly RescueCopy[]>
  /** Makes a copy now; waits while another tab makes one. */
  make(reason: CopyReason): Promise<RescueCopy>
  /** Makes one when something has changed and the last is 15 minutes old. True when it did. */
  makeIfDue(): Promise<boolean>
  /** Goes back to a copy, after a copy of what is there now: so a restore can be undone. */
  restore(madeAt: string): Promise<Outcome<ManifestRow>>
  /** One copy of what is there now, and none of before: after an erasure, or when the lock was switched. */
  renew(reason: CopyReason): Promise<void>
}

const short = (copy: Awaited<ReturnType<typeof readCopy>>): RescueCopy => ({
  made_at: copy.made_at,
  generation: copy.generation,
  rows: copy.rows,
  reason: copy.reason,
  imports: copy.tables['imports']?.length ?? 0,
})

/**
 * A copy of before an erasure brings people back: they go again, and so do the copies that know them. `undo`: the copy
 * of what was there before the restore. Until this is done a mark in the store says so, for the next start.
 */
async function withoutErased(
  workspace: string,
  database: WorkspaceDatabase,
  restored: ManifestRow,
  undo: string | null,
): Promise<Outcome<ManifestRow>> {
  if (await erasedUnreadable(database)) {
    // A locked workspace came back: it is done when it is opened with its key.
    await leaveUnfinished(database, 'erase')
    return success(restored)
  }
  const again = await eraseAgain(database, await erasedLists(database))
  if (!again.ok) return again
  if (again.value.people > 0) await pruneCopies(workspace, undo ? [undo] : [])
  await endUnfinished(database)
  return success(again.value.manifest ?? restored)
}

/** Whether what is stored differs from the last copy, which is old enough. */
async function isDue(id: string, database: WorkspaceDatabase): Promise<boolean> {
  const [last] = await listCopies(id)
  const age = last ? Date.now() - Date.parse(last) : RESCUE_AFTER_MS
  // Of a clock that was set back nobody knows how old the last one is.
  if (age >= 0 && age < RESCUE_AFTER_MS) return false
  const found = await fingerprintOf(database)
  const known = last ? await readCopy(id, last).catch(() => null) : null
  return !isEmpty(found) && known?.fingerprint !== found
}

/** The rescue of a workspace. Nothing is copied by itself while the store is not sound; `onRestored` is told of the generation that a restore has made. */
export function createRescue(
  row: WorkspaceRow,
  database: WorkspaceDatabase,
  isSound: () => boolean,
  onRestored: (manifest: ManifestRow) => Promise<void>,
): Rescue {
  const oneTab = <Value>(work: () => Promise<Value>): Promise<Value> => oneRescueAtATime(row.id, work)

  const make = async (reason: CopyReason) => {
    const now = new Date()
    const copy = await withStored(database, (stored) => makeCopy(row, stored, reason, now.toISOString()))
    await keepByRule(row.id, now)
    return short(copy)
  }

  const restore = async (madeAt: string): Promise<Outcome<ManifestRow>> => {
    const copy = await readCopy(row.id, madeAt)
    const undo = isEmpty(await fingerprintOf(database)) ? null : (await make('restore')).made_at
    const above = (await readSentinel(row.id))?.generation ?? 0
    const restored = await restoreCopy(database, copy, above)
    return restored.ok ? withoutErased(row.id, database, restored.value, undo) : restored
  }

  return {
    list: async () => (await readableCopies(row.id)).map(short),
    make: (reason) => oneTab(() => make(reason)),
    makeIfDue: () =>
      oneTab(async () => {
        if (!isSound() || !(await isDue(row.id, database))) return false
        await make('change')
        return true
      }),
    async restore(madeAt) {
      if (!(await listCopies(row.id)).includes(madeAt))
        return failure('NOT_FOUND', `no rescue copy of ${madeAt}`)
      const outcome = await oneTab(() => restore(madeAt))
      if (!outcome.ok) return outcome
      await onRestored(outcome.value)
      return success(outcome.value)
    },
    renew: (reason) =>
      oneTab(async () => {
        await pruneCopies(row.id, [])
        if (isEmpty(await fingerprintOf(database))) return
        await make(reason).catch((cause: unknown) => {
          // What was asked for is done without a copy, too.
          if (!(cause instanceof Error && cause.name === 'NoRescuePlace')) throw cause
        })
      }),
  }
}

/** A database without a generation and without a record. */
const isEmpty = (fingerprint: string): boolean => /^0( \w+:0:)*$/.test(fingerprint)
