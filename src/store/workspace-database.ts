import { Dexie, type EntityTable, type Table } from 'dexie'
import { DamagedStore } from './damaged.ts'
import type { ImportRow, ManifestRow, PartRow, RefusedRows, SettingRow, StoredRecord } from './records.ts'
import type { Lock } from './seal/lock.ts'
import { sealing } from './seal/sealing.ts'
import { readSentinel } from './sentinel.ts'
import { leaveUnfinished } from './unfinished.ts'
import { openVault } from './seal/vault.ts'

/** Version of the schema below; a newer database is refused, never opened in part (facts, failures 0.2). */
export const SCHEMA_VERSION = 2

/** The kept records by name: each a table of `{ id, at, data }`. */
const RECORD_TABLES = [
  'models',
  'predictions',
  'sales_forecasts',
  'product_recommendations',
  'customer_segments',
  'inventory_alerts',
  'training_logs',
  'saved_queries',
] as const

/**
 * Added by version 2. `edits`: changes by hand of customers and products, laid over what imports brought; `segments`: saved
 * filters of customers; `recipes`: mappings remembered by the fingerprint of a header; `rates`: dated exchange rates;
 * `audit`: the change history; `erased`: salted hashes of people who were erased; `notes`: remarks on any thing.
 */
const RECORD_TABLES_2 = [
  'edits',
  'segments',
  'recipes',
  'rates',
  'scenarios',
  'audit',
  'erased',
  'notes',
] as const

/**
 * Why a database was closed under those who use it: a newer app has taken it over, another tab has deleted it, or the
 * browser, short of space, has taken away what was stored.
 */
export type Ending = 'newer' | 'deleted' | 'evicted'

export type RecordTable = (typeof RECORD_TABLES)[number] | (typeof RECORD_TABLES_2)[number]

/** The tables of records of this schema. */
export const RECORD_NAMES: readonly RecordTable[] = [...RECORD_TABLES, ...RECORD_TABLES_2]

const recordStores = (names: readonly RecordTable[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, 'id, at']))

/**
 * What each released schema has added: never changed and never taken away (`tests/frozen` holds a snapshot of it, and
 * a real database of each that must open for ever).
 */
export const SCHEMAS: readonly {
  readonly version: number
  readonly stores: Readonly<Record<string, string>>
}[] = [
  {
    version: 1,
    stores: {
      parts: 'id, kind',
      manifests: 'generation',
      imports: 'id, at',
      refused: 'import',
      settings: 'key',
      ...recordStores(RECORD_TABLES),
    },
  },
  { version: SCHEMA_VERSION, stores: recordStores(RECORD_TABLES_2) },
]

/** Whether a database that is opened again holds the generation that word was left of. */
async function standsAsLeft(id: string, opened: Dexie): Promise<boolean> {
  const last = await opened.table<ManifestRow, number>('manifests').orderBy(':id').lastKey()
  const left = await readSentinel(id)
  return !left || Number(last ?? 0) >= left.generation
}

/** The database of one workspace. */
export class WorkspaceDatabase extends Dexie {
  declare parts: EntityTable<PartRow, 'id'>
  declare manifests: EntityTable<ManifestRow, 'generation'>
  declare imports: EntityTable<ImportRow, 'id'>
  declare refused: EntityTable<RefusedRows, 'import'>
  declare settings: EntityTable<SettingRow, 'key'>
  /** Set when this database cannot be used any more. */
  ending: Ending | null = null
  /** Resolves when `ending` is set. */
  readonly ended: Promise<Ending>
  /** Whether what was found is to be found again when the connection is opened anew. */
  guarded = false

  constructor(id: string) {
    super(`ventas-${id}`, { chromeTransactionDurability: 'strict' })
    for (const { version, stores } of SCHEMAS) this.version(version).stores(stores)
    this.ended = new Promise((resolve) => {
      const end = (ending: Ending) => resolve((this.ending = ending))
      // An old tab must not reopen by itself and write into a newer schema (Dexie PR #1880, issue #2097).
      this.on('versionchange', (event) => {
        this.close({ disableAutoOpen: true })
        end(event.newVersion === null ? 'deleted' : 'newer')
        return false
      })
      // A browser short of space takes open databases away, too; Dexie would make an empty one in silence.
      const stands = (opened: Dexie) => (this.guarded ? standsAsLeft(id, opened) : true)
      const look = async (opened: Dexie) => {
        if (await stands(opened)) return
        end('evicted')
        throw new DamagedStore('the browser has taken away what was stored')
      }
      this.on('ready', look, true)
    })
  }

  records(name: RecordTable): EntityTable<StoredRecord, 'id'> {
    return this.table(name) as EntityTable<StoredRecord, 'id'>
  }
}

/**
 * Opens the database of a workspace, making it when it is new. Throws `NewerSchema` when a newer app has written it, and
 * `LockedStore` when it has a passphrase and no key is given.
 */
export async function openWorkspaceDatabase(id: string, key?: CryptoKey | null): Promise<WorkspaceDatabase> {
  const database = new WorkspaceDatabase(id)
  const vault = key ? openVault(key, false) : null
  if (vault) database.use(sealing(vault))
  // Over damaged files Chrome refuses once, and then opens an empty database: the sentinel tells.
  await database.open().catch(() => database.open())
  const newer = database.backendDB().version / 10 > SCHEMA_VERSION
  const locked = !newer && (await database.settings.get(LOCK)) !== undefined
  if (vault) vault.seals = locked
  if (!newer && (vault || !locked)) {
    database.guarded = true
    return database
  }
  database.close({ disableAutoOpen: true })
  throw newer ? new NewerSchema() : new LockedStore()
}

/** Key of the setting that says how the workspace's key is wrapped; it is there when the workspace has a passphrase. */
export const LOCK = 'lock'

/** How a workspace is locked, read without its key; null: it has no passphrase. */
export async function readLock(id: string): Promise<Lock | null> {
  const database = new WorkspaceDatabase(id)
  try {
    return ((await database.settings.get(LOCK))?.value as Lock | undefined) ?? null
  } finally {
    database.close({ disableAutoOpen: true })
  }
}

/** Wraps the key of a workspace anew; its data stay as they are. */
export async function writeLock(id: string, lock: Lock): Promise<void> {
  const database = new WorkspaceDatabase(id)
  try {
    await database.settings.put({ key: LOCK, value: lock })
  } finally {
    database.close({ disableAutoOpen: true })
  }
}

/**
 * Writes every row anew under a key (`lock` says how it is wrapped) or, without a lock, in the clear: all of them, or
 * none. What lies on the disk of before is left to be cleaned.
 */
export async function rewriteWorkspace(id: string, key: CryptoKey, lock: Lock | null): Promise<void> {
  const database = new WorkspaceDatabase(id)
  const vault = openVault(key, lock !== null)
  database.use(sealing(vault))
  try {
    await database.transaction('rw', database.tables, async () => {
      if (lock) await database.settings.put({ key: LOCK, value: lock })
      else await database.settings.delete(LOCK)
      for (const table of database.tables) await rewriteTable(table)
      await leaveUnfinished(database, 'clean')
    })
  } finally {
    database.close({ disableAutoOpen: true })
  }
}

/** Runs work on the rows as they are stored: what is sealed stays so. For copies that may hold no more than the store does. */
export async function withStored<Value>(
  database: WorkspaceDatabase,
  work: (stored: Dexie) => Promise<Value>,
): Promise<Value> {
  const stored = new Dexie(database.name)
  try {
    return await work(await stored.open())
  } finally {
    stored.close({ disableAutoOpen: true })
  }
}

async function rewriteTable(table: Table): Promise<void> {
  // One by one: a part may be large.
  for (const id of await table.toCollection().primaryKeys()) await table.put(await table.get(id))
}

/** The workspace has a passphrase, and this tab does not have its key. */
class LockedStore extends Error {
  override name = 'LockedStore'
}

/** The stored data were written by a newer version of the app. */
class NewerSchema extends Error {
  override name = 'NewerSchema'
}
