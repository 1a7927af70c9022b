import { Dexie, type DBCore, type DBCoreCursor, type DBCoreTable, type Middleware } from 'dexie'
import { UNFINISHED } from '../unfinished.ts'
import { isSealed, type Row, type Vault } from './vault.ts'

/** Which parts make which state: numbers and ids only. They stay readable, so that a loss is seen while locked. */
const CLEAR_TABLES = new Set(['manifests'])
/** How the key is wrapped, and what is left to do without it: needed before there is a key. */
const CLEAR_SETTINGS = new Set(['lock', UNFINISHED])

type Waiting = { readonly trans: unknown }

/**
 * Runs asynchronous work in the middle of a transaction of IndexedDB, which ends by itself when nothing is asked of it:
 * it is asked for nothing again and again, and the outcome is handed over while it is active (as Dexie.waitFor does,
 * which needs a zone that cursors have left).
 */
function meanwhile<Value>(request: Waiting, table: string, work: () => Promise<Value>): Promise<Value> {
  const store = (request.trans as IDBTransaction).objectStore(table)
  return new Dexie.Promise<Value>((resolve, reject) => {
    let settle: (() => void) | undefined
    const spin = () => {
      if (settle) return settle()
      try {
        store.get(-Infinity).onsuccess = spin
      } catch (cause) {
        reject(cause)
      }
    }
    Dexie.ignoreTransaction(() => work()).then(
      (value) => (settle = () => resolve(value)),
      (cause: unknown) => (settle = () => reject(cause)),
    )
    spin()
  }) as unknown as Promise<Value>
}

/** A cursor that shows each row opened; it stands still until that is done. */
function openingCursor(cursor: DBCoreCursor, table: string, open: (row: Row) => Promise<Row>): DBCoreCursor {
  let current: unknown
  const start = (onNext: () => void) =>
    cursor.start(() => {
      current = cursor.value
      if (!isSealed(current)) return onNext()
      const row = current
      meanwhile(cursor, table, () => open(row)).then(
        (opened) => {
          current = opened
          try {
            onNext()
          } catch (cause) {
            cursor.fail(cause as Error)
          }
        },
        (cause: Error) => cursor.fail(cause),
      )
    })
  return Object.create(cursor, {
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    value: { get: () => current },
    start: { value: start },
  }) as DBCoreCursor
}

const clearOf = ({ schema }: DBCoreTable): Set<string> =>
  new Set([schema.primaryKey, ...schema.indexes].flatMap(({ keyPath }) => keyPath ?? []))

function sealingTable(vault: Vault, down: DBCoreTable): DBCoreTable {
  const { name } = down
  const keyPath = String(down.schema.primaryKey.keyPath)
  const clear = clearOf(down)
  const open = (row: Row): Promise<Row> => vault.open(name, row, keyPath)
  const openAll = async <Value>(request: Waiting, rows: Value[]): Promise<Value[]> =>
    rows.some(isSealed)
      ? meanwhile(request, name, () =>
          Promise.all(rows.map((row) => (isSealed(row) ? (open(row) as Promise<Value>) : row))),
        )
      : rows
  const stays = (row: Row): boolean => name === 'settings' && CLEAR_SETTINGS.has(String(row['key']))
  // A row of a rescue copy comes sealed, and is put back as it is.
  const seal = (row: Row) => (stays(row) || isSealed(row) ? row : vault.seal(name, row, keyPath, clear))
  return {
    ...down,
    mutate(request) {
      if (!vault.seals || (request.type !== 'add' && request.type !== 'put')) return down.mutate(request)
      const given: readonly Row[] = request.values
      return meanwhile(request, name, () => Promise.all(given.map(seal))).then((values) =>
        down.mutate({ ...request, values }),
      )
    },
    get: (request) => down.get(request).then((row) => openAll(request, [row]).then(([opened]) => opened)),
    getMany: (request) => down.getMany(request).then((rows) => openAll(request, rows)),
    query: (request) =>
      down
        .query(request)
        .then((answer) =>
          request.values ? openAll(request, answer.result).then((result) => ({ ...answer, result })) : answer,
        ),
    openCursor: (request) =>
      down
        .openCursor(request)
        .then((cursor) => (cursor && request.values ? openingCursor(cursor, name, open) : cursor)),
  }
}

/** Dexie's lowest layer but one: what goes down is sealed, what comes up is open. Nothing above it knows. */
export const sealing = (vault: Vault): Middleware<DBCore> => ({
  stack: 'dbcore',
  name: 'sealing',
  level: -10,
  create: (down) => ({
    ...down,
    table: (name) => {
      const table = down.table(name)
      return CLEAR_TABLES.has(name) ? table : sealingTable(vault, table)
    },
  }),
})
