import type { StoredRecord } from '../store/records.ts'
import type { RecordTable, WorkspaceDatabase } from '../store/workspace-database.ts'

/** The kept records of one kind: models, predictions, logs, saved queries. */
export interface Records {
  list(): Promise<StoredRecord[]>
  get(id: string): Promise<StoredRecord | undefined>
  /** Keeps a record; without an id, a new one is made. Returns it as kept. */
  put(data: StoredRecord['data'], id?: string): Promise<StoredRecord>
  remove(id: string): Promise<boolean>
}

export function createRecords(database: WorkspaceDatabase, table: RecordTable): Records {
  const rows = database.records(table)
  return {
    list: () => rows.orderBy('at').reverse().toArray(),
    get: (id) => rows.get(id),
    async put(data, id = crypto.randomUUID()) {
      const record = { id, at: new Date().toISOString(), data }
      await rows.put(record)
      return record
    },
    async remove(id) {
      const found = await rows.get(id)
      if (found) await rows.delete(id)
      return found !== undefined
    },
  }
}
