import { failure, type Failure } from '../model/outcome.ts'

const nameOf = (cause: unknown): string => {
  if (typeof cause !== 'object' || cause === null) return ''
  const inner = 'inner' in cause ? nameOf(cause.inner) : ''
  return inner || ('name' in cause && typeof cause.name === 'string' ? cause.name : '')
}

/** What a failed write means. Dexie hides a full disk in `inner` (facts, failures 0.6). Other errors are bugs and thrown again. */
export function storageFailure(cause: unknown): { ok: false; failure: Failure } {
  const name = nameOf(cause)
  if (name === 'QuotaExceededError')
    return failure('QUOTA', 'there is not enough space on this device; nothing was stored')
  if (name === 'DatabaseClosedError')
    return failure('NEWER_VERSION', 'a newer version of the app is open in another tab; reload this one')
  throw cause
}
