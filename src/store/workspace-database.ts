import { Dexie, type EntityTable } from 'dexie'
import type { ImportRow, ManifestRow, PartRow, RefusedRows, SettingRow, StoredRecord } from './records.ts'

/** Version of the schema below; a newer database is refused, never opened in part (facts, failures 0.2). */
export const SCHEMA_VERSION = 1

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
export type RecordTable = (typeof RECORD_TABLES)[number]

/** The database of one workspace. */
export class WorkspaceDatabase extends Dexie {
  declare parts: EntityTable<PartRow, 'id'>
  declare manifests: EntityTable<ManifestRow, 'generation'>
  declare imports: EntityTable<ImportRow, 'id'>
  declare refused: EntityTable<RefusedRows, 'import'>
  declare settings: EntityTable<SettingRow, 'key'>

  constructor(id: string) {
    super(`ventas-${id}`, { chromeTransactionDurability: 'strict' })
    const records = Object.fromEntries(RECORD_TABLES.map((name) => [name, 'id, at']))
    this.version(SCHEMA_VERSION).stores({
      parts: 'id, kind',
      manifests: 'generation',
      imports: 'id, at',
      refused: 'import',
      settings: 'key',
      ...records,
    })
    // An old tab must not reopen by itself and write into a newer schema (Dexie PR #1880, issue #2097).
    this.on('versionchange', () => {
      this.close({ disableAutoOpen: true })
      return false
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
