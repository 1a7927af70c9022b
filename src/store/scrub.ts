import { Dexie, type Table } from 'dexie'
import { randomBytes } from './file/bytes.ts'

/** Chromium puts larger values into files of their own. */
const ROW_BYTES = 32 * 1024
/** LevelDB writes a table for each 4 MB, and merges them when there are four. */
const ROUNDS = 6
const ROUND_ROWS = 160

const KEYS = ['\u0000', '\uffff']

/** A row that no reader takes for one of its own, under a key before or after all others. */
const markRow = (table: Table, key: string): Record<string, unknown> => {
  const { keyPath } = table.schema.primKey
  return { [String(keyPath)]: table.name === 'manifests' ? (key === '\u0000' ? -1 : -2) : key }
}

async function round(database: Dexie): Promise<void> {
  const settings = database.table('settings')
  await database.transaction('rw', database.tables, async () => {
    for (const table of database.tables)
      for (const key of KEYS) {
        const row = markRow(table, key)
        await table.put(row)
        await table.delete(row[String(table.schema.primKey.keyPath)])
      }
    const rows = Array.from({ length: ROUND_ROWS }, (_, at) => ({
      key: `\uffff${at}`,
      value: randomBytes(ROW_BYTES),
    }))
    await settings.bulkPut(rows)
    await settings.bulkDelete(rows.map(({ key }) => key))
  })
}

/**
 * Makes the browser forget what was overwritten or deleted in a workspace's database. LevelDB, which Chromium keeps it
 * in, only appends: old bytes stay until it merges its files. 30 MB of noise written and deleted over the whole range of
 * keys bring that about (seen in Chromium 156; a browser that stores otherwise is not harmed). Takes about 2 s.
 */
export async function scrubDatabase(id: string): Promise<void> {
  const database = new Dexie(`ventas-${id}`)
  await database.open()
  try {
    for (let at = 0; at < ROUNDS; at++) await round(database)
  } finally {
    database.close({ disableAutoOpen: true })
  }
}
