import { Dexie, type EntityTable } from 'dexie'
import type { ImportRow, ManifestRow, PartRow, RefusedRows, SettingRow, StoredRecord } from './records.ts'

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

/** Why a database was closed under those who use it: a newer app has taken it over, or another tab has deleted it. */
export type Ending = 'newer' | 'deleted'

export type RecordTable = (typeof RECORD_TABLES)[number] | (typeof RECORD_TABLES_2)[number]

/** The tables of records of this schema. */
export const RECORD_NAMES: readonly RecordTable[] = [...RECORD_TABLES, ...RECORD_TABLES_2]

const recordStores = (names: readonly RecordTable[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, 'id, at']))

/** The database of one workspace. */
export class WorkspaceDatabase extends Dexie {
  declare parts: EntityTable<PartRow, 'id'>
  declare manifests: EntityTable<ManifestRow, 'generation'>
  declare imports: EntityTable<ImportRow, 'id'>
  declare refused: EntityTable<RefusedRows, 'import'>
  declare settings: EntityTable<SettingRow, 'key'>
  /** Set when another tab has ended the use of this database. */
  ending: Ending | null = null
  /** Resolves when `ending` is set. */
  readonly ended: Promise<Ending>

  constructor(id: string) {
    super(`ventas-${id}`, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({
      parts: 'id, kind',
      manifests: 'generation',
      imports: 'id, at',
      refused: 'import',
      settings: 'key',
      ...recordStores(RECORD_TABLES),
    })
    this.version(SCHEMA_VERSION).stores(recordStores(RECORD_TABLES_2))
    // An old tab must not reopen by itself and write into a newer schema (Dexie PR #1880, issue #2097).
    this.ended = new Promise((resolve) => {
      this.on('versionchange', (event) => {
        this.ending = event.newVersion === null ? 'deleted' : 'newer'
        this.close({ disableAutoOpen: true })
        resolve(this.ending)
        return false
      })
    })
  }

  records(name: RecordTable): EntityTable<StoredRecord, 'id'> {
    return this.table(name) as EntityTable<StoredRecord, 'id'>
  }
}

/** Opens the database of a workspace, making it when it is new. Throws `NewerSchema` when a newer app has written it. */
export async function openWorkspaceDatabase(id: string): Promise<WorkspaceDatabase> {
  const database = new WorkspaceDatabase(id)
  await database.open()
  if (database.backendDB().version / 10 <= SCHEMA_VERSION) return database
  database.close({ disableAutoOpen: true })
  throw new NewerSchema()
}

/** The stored data were written by a newer version of the app. */
class NewerSchema extends Error {
  override name = 'NewerSchema'
}
