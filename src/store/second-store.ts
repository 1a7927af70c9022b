import { Dexie } from 'dexie'

/** The part of the Storage Buckets API that is used here: https://wicg.github.io/storage-buckets/explainer (not in TypeScript yet). */
interface Buckets {
  open(
    name: string,
    options: { durability: 'strict'; persisted: boolean },
  ): Promise<{ readonly indexedDB: IDBFactory }>
}

const TRIES = 3
const PAUSE_MS = 150
const NAME = 'ventas-second'
const PROBE = 'opens'

/** The browser cannot open its databases at all, and knows no other place for them. */
class BrokenStore extends Error {
  override name = 'BrokenStore'
}

/** The browser lets this page keep nothing: cookies and site data are blocked for it. */
class DeniedStore extends Error {
  override name = 'DeniedStore'
}

/** Throws DeniedStore where the browser forbids to keep anything; reading what is forbidden throws by itself. */
function expectAllowed(): void {
  try {
    void localStorage.length
    void indexedDB.cmp(0, 1)
  } catch (cause) {
    throw new DeniedStore(`the browser keeps nothing for this page: ${String(cause)}`)
  }
}

/** Opens a database that holds nothing: listing the names may succeed where opening does not. */
const opensOnce = (): Promise<boolean> =>
  new Promise((resolve, reject) => {
    // Where site data are blocked this throws at once.
    const opening = indexedDB.open(PROBE)
    opening.addEventListener('success', () => {
      opening.result.close()
      resolve(true)
    })
    opening.addEventListener('error', () =>
      opening.error?.name === 'SecurityError' ? reject(opening.error) : resolve(false),
    )
  })

/** Whether the browser's databases open. Over damaged files Chrome refuses once and then starts anew: that counts as open. */
async function opens(): Promise<boolean> {
  for (let turn = 0; turn < TRIES; turn += 1) {
    if (await opensOnce()) return true
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  return false
}

/**
 * Where the files of the browser's databases are so damaged that none opens any more (a CURRENT that names no file:
 * Chrome does not mend it, whatever one waits), databases are kept in a storage bucket, whose files are its own. It
 * starts empty: the sentinels tell what is missing, and the rescue copies, which lie elsewhere, bring it back. Throws
 * BrokenStore in a browser without buckets, DeniedStore where site data are blocked. Call before the first database is opened.
 */
export async function avoidBrokenStore(): Promise<void> {
  expectAllowed()
  const open = await opens().catch((cause: unknown) => {
    throw new DeniedStore(`the browser opens no database for this page: ${String(cause)}`)
  })
  if (open) return
  const { storageBuckets } = navigator as { readonly storageBuckets?: Buckets }
  if (!storageBuckets) throw new BrokenStore('the browser cannot open its databases')
  const bucket = await storageBuckets.open(NAME, { durability: 'strict', persisted: true })
  Dexie.dependencies.indexedDB = bucket.indexedDB
}
