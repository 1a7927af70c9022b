const partsOf = (cause: unknown): { name: string; message: string; inner: unknown } | null => {
  if (typeof cause !== 'object' || cause === null) return null
  const { name, message, inner } = cause as { name?: unknown; message?: unknown; inner?: unknown }
  return {
    name: typeof name === 'string' ? name : '',
    message: typeof message === 'string' ? message : '',
    inner,
  }
}

/** The name of an error at its root: Dexie hides the browser's own in `inner`. '' where there is none. */
export const rootName = (cause: unknown): string => {
  const parts = partsOf(cause)
  return parts ? rootName(parts.inner) || parts.name : ''
}

/** What Chromium says of a transaction whose Blob found no place on the disk (its Transaction::BlobWriteComplete); what is wrong with the Blob itself is named otherwise. */
const BLOB_REFUSED = /Failed to write blobs \(IOError\)/

/**
 * Whether an error of the browser's storage says that there is no space: by the root's name; by its message, since an
 * error that has crossed a thread keeps only that; or as a Blob that could not be written, the first thing that a disk
 * refuses which is full though the quota is not.
 */
export function isFullDisk(cause: unknown): boolean {
  const parts = partsOf(cause)
  if (!parts) return false
  if (parts.name === 'QuotaExceededError' || /\bQuotaExceededError\b/.test(parts.message)) return true
  return BLOB_REFUSED.test(parts.message) || isFullDisk(parts.inner)
}

/** What to say of it, wherever it is found. */
export const FULL_DISK = 'there is not enough space on this device; nothing was stored'
