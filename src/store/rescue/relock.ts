import type { SettingRow } from '../records.ts'
import type { Lock } from '../seal/lock.ts'
import { LOCK } from '../workspace-database.ts'
import { readableCopies } from './copies.ts'
import { type CopyContent, writeCopy } from './copy.ts'
import { oneRescueAtATime } from './folder.ts'

const withLock = (copy: CopyContent, lock: Lock): CopyContent => {
  const settings = (copy.tables['settings'] ?? []) as readonly SettingRow[]
  const changed = settings.map((row) => (row.key === LOCK ? { ...row, value: lock } : row))
  return { ...copy, tables: { ...copy.tables, settings: changed } }
}

/**
 * Puts the lock of now into the rescue copies of a locked workspace, whose rows are encrypted with the same key: else the
 * passphrase of before would open them, and would be in force again when one of them brings the workspace back.
 */
export const relockCopies = (workspace: string, lock: Lock): Promise<void> =>
  oneRescueAtATime(workspace, async () => {
    for (const copy of await readableCopies(workspace)) await writeCopy(withLock(copy, lock))
  })
