import { Dexie, type EntityTable } from 'dexie'

class StagedList extends Dexie {
  declare staged: EntityTable<{ readonly id: string }, 'id'>
  constructor() {
    // Strict: a mark that a crash takes away would leave its database for ever, as one of localStorage did.
    super('ventas_staged', { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ staged: 'id' })
  }
}

async function within<Value>(work: (list: StagedList['staged']) => Promise<Value>): Promise<Value> {
  const database = new StagedList()
  try {
    return await work(database.staged)
  } finally {
    database.close({ disableAutoOpen: true })
  }
}

/** Ids of databases that are being filled, or that were when the browser was ended. */
export const listStaged = (): Promise<string[]> => within((list) => list.toCollection().primaryKeys())

export const markStaged = (id: string): Promise<void> => within(async (list) => void (await list.put({ id })))

export const unmarkStaged = (id: string): Promise<void> => within((list) => list.delete(id))
