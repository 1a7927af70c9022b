import { Dexie } from 'dexie'

/**
 * The databases of an origin lie in one LevelDB, each in a range of keys of its own; deleting one compacts its range.
 * Made together, their ranges span one file with all that was written last: deleting them one after the other first
 * writes that file, then merges it with whatever lies deeper (seen in LevelDB's LOG, Chromium 156).
 */
const NAMES = ['a', 'b', 'c', 'd'].map((name) => `ventas-compaction-${name}`)

const done = (request: IDBOpenDBRequest): Promise<void> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => {
      request.result?.close()
      resolve()
    })
    request.addEventListener('error', () =>
      reject(request.error ?? new Error('the database does not answer')),
    )
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('rows', { autoIncrement: true }).put('')
    })
  })

/**
 * Has the browser rewrite its database files, so that what was deleted is not on the disk any more. There is no call
 * for that: Chrome keeps deleted rows in its log until it merges files, which it does when a whole database is
 * deleted. Other browsers are not asked to do anything that they would not do by themselves.
 */
export async function compactStore(): Promise<void> {
  const { indexedDB: store } = Dexie.dependencies
  for (const name of NAMES) await done(store.open(name, 1))
  for (const name of NAMES) await done(store.deleteDatabase(name))
}
