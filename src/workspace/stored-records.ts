import { type HistoryKind, noteChange } from '../store/history.ts'
import type { StoredRecord } from '../store/records.ts'
import type { RecordTable, WorkspaceDatabase } from '../store/workspace-database.ts'

export type { RecordTable, StoredRecord }

/** Only plain JSON goes into records. */
export const plain = (value: unknown): Record<string, unknown> =>
  JSON.parse(JSON.stringify(value)) as Record<string, unknown>

/** The kept records of one kind: models, predictions, logs, saved queries. */
export interface Records {
  list(): Promise<StoredRecord[]>
  get(id: string): Promise<StoredRecord | undefined>
  /** Keeps a record; without an id, a new one is made. Returns it as kept. Of tables that the app fills by itself the oldest go. */
  put(data: StoredRecord['data'], id?: string): Promise<StoredRecord>
  /** Keeps a new record made of those that are there, in one transaction: two tabs at once each see the other's. */
  append(make: (present: readonly StoredRecord[]) => StoredRecord['data']): Promise<StoredRecord>
  /** Lays a change over what is kept; the record keeps its date. Undefined: no such record. */
  change(id: string, change: StoredRecord['data']): Promise<StoredRecord | undefined>
  remove(id: string): Promise<boolean>
}

/**
 * Tables whose changes are written into the change history: by id only, never by content. What is deleted by hand stands
 * there whatever its table, so that a merge can tell what would come back.
 */
const AUDITED: Partial<Record<RecordTable, HistoryKind>> = {
  edits: 'edit',
  notes: 'edit',
  rates: 'settings',
  training_logs: 'training',
}

async function note(database: WorkspaceDatabase, table: RecordTable, id: string, act: 'put' | 'removed') {
  const kind = AUDITED[table] ?? (act === 'removed' ? 'edit' : undefined)
  if (kind) await noteChange(database, kind, { table, id, act })
}

/** How many records are kept of what the app writes by itself: a prediction of every day of a year, and more. */
const KEPT: Partial<Record<RecordTable, number>> = {
  predictions: 400,
  sales_forecasts: 400,
  product_recommendations: 400,
  models: 200,
  training_logs: 1000,
}

/** Deletes the oldest records beyond those that are kept; what is marked `pinned` stays. */
async function prune(database: WorkspaceDatabase, table: RecordTable): Promise<void> {
  const kept = KEPT[table]
  const rows = database.records(table)
  if (kept === undefined) return
  const over = (await rows.count()) - kept
  if (over <= 0) return
  const old = await rows
    .orderBy('at')
    .filter(({ data }) => data['pinned'] !== true)
    .limit(over)
    .primaryKeys()
  await rows.bulkDelete(old)
}

export function createRecords(database: WorkspaceDatabase, table: RecordTable): Records {
  const rows = database.records(table)
  return {
    list: () => rows.orderBy('at').reverse().toArray(),
    get: (id) => rows.get(id),
    async put(data, id = crypto.randomUUID()) {
      const record = { id, at: new Date().toISOString(), data }
      await database.transaction('rw', rows, async () => {
        await rows.put(record)
        await prune(database, table)
      })
      await note(database, table, id, 'put')
      return record
    },
    async append(make) {
      const at = new Date().toISOString()
      const record = await database.transaction('rw', rows, async () => {
        const made = { id: crypto.randomUUID(), at, data: make(await rows.toArray()) }
        await rows.add(made)
        return made
      })
      await note(database, table, record.id, 'put')
      return record
    },
    change: (id, change) =>
      database.transaction('rw', rows, async () => {
        const found = await rows.get(id)
        if (!found) return undefined
        const given = Object.entries(change).filter(([, value]) => value !== undefined)
        const next = { ...found, data: { ...found.data, ...Object.fromEntries(given) } }
        await rows.put(next)
        return next
      }),
    async remove(id) {
      const found = await rows.get(id)
      if (found) {
        await rows.delete(id)
        await note(database, table, id, 'removed')
      }
      return found !== undefined
    },
  }
}
