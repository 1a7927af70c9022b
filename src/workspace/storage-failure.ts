import { FULL_DISK, isFullDisk, rootName } from '../model/full-disk.ts'
import { failure, type Failure } from '../model/outcome.ts'
import type { Ending } from '../store/workspace-database.ts'

/** DuckDB's words on a part whose bytes are not those that it wrote. */
const CORRUPT = /corrupt database file|computed checksum/i

const NEWER = () =>
  failure('NEWER_VERSION', 'the data were written by a newer version of the app; reload this tab')
const CLOSED = {
  newer: NEWER,
  deleted: () => failure('NOT_FOUND', 'this workspace was deleted in another tab'),
  evicted: () => failure('DAMAGED', 'the browser has taken away what was stored; reload this tab'),
  here: () => failure('CANCELLED', 'the workspace was closed meanwhile'),
}

/**
 * What a failed read or write of the store means; `ending` is why its database was closed, where another tab did.
 * Other errors are bugs and thrown again.
 */
export function storageFailure(
  cause: unknown,
  ending: Ending | null = null,
): { ok: false; failure: Failure } {
  if (isFullDisk(cause)) return failure('QUOTA', FULL_DISK)
  const name = rootName(cause)
  if (name === 'DatabaseClosedError') return CLOSED[ending ?? 'here']()
  if (name === 'NewerSchema') return NEWER()
  if (name === 'LockedStore')
    return failure('LOCKED', 'the workspace is locked; unlock it with its passphrase')
  if (name === 'NoRescuePlace')
    return failure('CONFLICT', 'this browser window has no place for rescue copies; save an exported file')
  if (name === 'DamagedStore' || (cause instanceof Error && CORRUPT.test(cause.message)))
    return failure('DAMAGED', cause instanceof Error ? cause.message : 'the stored data are damaged')
  throw cause
}
