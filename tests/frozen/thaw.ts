/** A whole IndexedDB database as JSON: its version, stores with keys and indexes, and rows; files as base64. */
export interface FrozenDatabase {
  readonly name: string
  /** As IndexedDB counts: ten times the version of the schema. */
  readonly version: number
  readonly stores: readonly FrozenStore[]
}

interface FrozenStore {
  readonly name: string
  readonly keyPath: string
  readonly indexes: readonly {
    readonly name: string
    readonly keyPath: string | string[]
    readonly unique: boolean
  }[]
  readonly rows: readonly unknown[]
}

/** What the app had in the browser: every database of it, and the file that was imported. */
export interface Frozen {
  readonly schema: number
  readonly databases: readonly FrozenDatabase[]
}

const answered = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () =>
      reject(request.error ?? new Error('the database does not answer')),
    )
  })

const thawedRow = (row: unknown): unknown => {
  if (Array.isArray(row)) return row.map(thawedRow)
  if (typeof row !== 'object' || row === null) return row
  if ('$blob' in row)
    return new Blob([Uint8Array.from(atob(String(row.$blob)), (character) => character.charCodeAt(0))])
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, thawedRow(value)]))
}

/** Writes a database as it was frozen, under a name that may be another. Runs in a page. */
export async function thaw({ version, stores }: FrozenDatabase, name: string): Promise<void> {
  const opening = indexedDB.open(name, version)
  opening.addEventListener('upgradeneeded', () => {
    for (const { name: store, keyPath, indexes } of stores) {
      const made = opening.result.createObjectStore(store, { keyPath })
      for (const index of indexes) made.createIndex(index.name, index.keyPath, { unique: index.unique })
    }
  })
  const database = await answered(opening)
  const writing = database.transaction(
    stores.map((store) => store.name),
    'readwrite',
  )
  for (const { name: store, rows } of stores)
    for (const row of rows) writing.objectStore(store).put(thawedRow(row))
  await new Promise((resolve, reject) => {
    writing.addEventListener('complete', resolve)
    writing.addEventListener('error', () => reject(writing.error ?? new Error('the database refuses')))
  })
  database.close()
}
