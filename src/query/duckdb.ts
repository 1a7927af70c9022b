import { AsyncDuckDB, type AsyncDuckDBConnection, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm'
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url'
import { shareEngineModule } from '../model/engine-module.ts'
import { emptyDatabase } from './empty-database.ts'
import { type ResultTable, tableColumns, tableObjects, tableRows } from './rows.ts'
import type { BulkEngine, ColumnRunner, Scalar } from './statement.ts'

export interface RawResult {
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  readonly rows: readonly (readonly unknown[])[]
  readonly truncated: boolean
}

/** One DuckDB in a worker of its own; the only door to the package. */
export interface Engine extends BulkEngine, ColumnRunner {
  readonly version: string
  /** Resolves with the reason when the engine's worker dies. */
  readonly lost: Promise<string>
  /** Runs a text of somebody else's as it is; rows beyond `limit` are cut. Cancelled by `signal` inside the engine. */
  raw(sql: string, params: readonly Scalar[], limit: number, signal?: AbortSignal): Promise<RawResult>
  /** Names of the tables and views that a text reads. */
  tableNames(sql: string): Promise<readonly string[]>
  /** Attaches a database file read-only under `alias`, without reading it into memory. */
  attach(alias: string, file: Blob): Promise<void>
  detach(alias: string): Promise<void>
  /** Writes a new database file: `fill` creates its tables under the alias `part`. */
  writeDatabase(fill: (alias: string) => Promise<void>): Promise<Blob>
  close(): Promise<void>
}

const START_LIMIT_MS = 60_000

const timeLimit = <Value>(work: Promise<Value>, milliseconds: number): Promise<Value> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('DuckDB did not start in time')), milliseconds)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })

async function startDatabase(worker: Worker): Promise<AsyncDuckDB> {
  const database = new AsyncDuckDB(new VoidLogger(), worker)
  await database.instantiate(wasmUrl)
  await database.open({ path: ':memory:', query: { castBigIntToDouble: true, castDecimalToDouble: true } })
  return database
}

/** An engine that was started before it was known what for. */
let ahead: Promise<Engine> | undefined

/** Starts an engine that the next `openEngine` takes. */
export function startEngineAhead(): void {
  ahead ??= startEngine()
  // Whoever takes it is told.
  ahead.catch(() => {})
}

/** Closes the engine that was started ahead and that nobody took. */
export async function closeEngineAhead(): Promise<void> {
  const left = ahead
  ahead = undefined
  await left?.then(
    (engine) => engine.close(),
    () => {},
  )
}

/**
 * Starts an engine, about 0.7 s, or takes the one that was started ahead. Throws when the browser cannot run it or it
 * does not answer in a minute.
 */
export function openEngine(): Promise<Engine> {
  const taken = ahead ?? startEngine()
  ahead = undefined
  return taken
}

async function startEngine(): Promise<Engine> {
  const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), {
    type: 'module',
    name: 'engine',
  })
  shareEngineModule(worker)
  const lost = new Promise<string>((resolve) => {
    worker.addEventListener('error', (event) => resolve(event.message || 'the engine stopped'))
  })
  const database = await timeLimit(startDatabase(worker), START_LIMIT_MS)
  const main = await database.connect()
  await main.query('SET autoinstall_known_extensions=false')
  await main.query('SET autoload_known_extensions=false')
  return engineOver(database, main, await database.getVersion(), lost)
}

/** Rejects when the engine is closed or lost: the package leaves what runs then without an answer for ever. */
function makeEnd(lost: Promise<string>) {
  let end: (reason: string) => void = () => {}
  const ended = new Promise<never>((_, reject) => {
    end = (reason) => reject(new Error(reason))
  })
  ended.catch(() => {})
  void lost.then(end)
  return { ended, end }
}

type Use = <Value>(work: (connection: AsyncDuckDBConnection) => Promise<Value>) => Promise<Value>

const useConnection =
  (database: AsyncDuckDB, ended: Promise<never>): Use =>
  async (work) => {
    await Promise.race([ended, null])
    const connection = await Promise.race([database.connect(), ended])
    try {
      return await Promise.race([work(connection), ended])
    } finally {
      await Promise.race([connection.close(), ended]).catch(() => {})
    }
  }

async function sendAndRead(
  connection: AsyncDuckDBConnection,
  sql: string,
  signal: AbortSignal | undefined,
): Promise<ResultTable> {
  const cancel = () => void connection.cancelSent()
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    signal?.throwIfAborted()
    const reader = await connection.send(sql)
    const batches = await reader.readAll()
    return joinBatches(batches as unknown as readonly ResultTable[])
  } finally {
    signal?.removeEventListener('abort', cancel)
  }
}

/** Record batches read as one table, without the Arrow package's Table class. */
function joinBatches(batches: readonly ResultTable[]): ResultTable {
  const [first] = batches
  if (!first) return { numRows: 0, schema: { fields: [] }, getChildAt: () => null }
  if (batches.length === 1) return first
  const starts: number[] = []
  let total = 0
  for (const batch of batches) {
    starts.push(total)
    total += batch.numRows
  }
  const batchOf = (row: number) => starts.findLastIndex((start) => start <= row)
  const get = (column: number) => (row: number) => {
    const index = batchOf(row)
    return batches[index]?.getChildAt(column)?.get(row - (starts[index] ?? 0))
  }
  return { numRows: total, schema: first.schema, getChildAt: (column) => ({ get: get(column) }) }
}

async function runPrepared(connection: AsyncDuckDBConnection, sql: string, params: readonly Scalar[]) {
  if (params.length === 0) return (await connection.query(sql)) as unknown as ResultTable
  const prepared = await connection.prepare(sql)
  try {
    return (await prepared.query(...params)) as unknown as ResultTable
  } finally {
    await prepared.close()
  }
}

function querying(
  database: AsyncDuckDB,
  ended: Promise<never>,
): Pick<Engine, 'run' | 'columns' | 'raw' | 'tableNames'> {
  const use = useConnection(database, ended)
  return {
    run: <Row>(statement: { sql: string; params: readonly Scalar[] }, signal?: AbortSignal) => {
      signal?.throwIfAborted()
      return use(async (connection) =>
        tableObjects<Row>(await runPrepared(connection, statement.sql, statement.params)),
      )
    },
    columns: (statement, signal) => {
      signal?.throwIfAborted()
      return use(async (connection) =>
        tableColumns(await runPrepared(connection, statement.sql, statement.params), statement.names),
      )
    },
    raw: (sql, params, limit, signal) =>
      use(async (connection) => {
        const table =
          params.length > 0
            ? await runPrepared(connection, sql, params)
            : await sendAndRead(connection, sql, signal)
        const columns = table.schema.fields.map(({ name, type }) => ({ name, type: String(type) }))
        return { columns, rows: tableRows(table, limit), truncated: table.numRows > limit }
      }),
    tableNames: (sql) => use((connection) => connection.getTableNames(sql)),
  }
}

let fileNumber = 0
const freshName = (stem: string): string => `${stem}-${++fileNumber}.duckdb`

function filing(
  database: AsyncDuckDB,
  main: AsyncDuckDBConnection,
): Pick<Engine, 'attach' | 'detach' | 'writeDatabase' | 'putFile' | 'dropFile'> {
  const names = new Map<string, string>()
  return {
    putFile: (name, bytes) => database.registerFileBuffer(name, bytes),
    dropFile: async (name) => void (await database.dropFile(name)),
    async attach(alias, file) {
      const name = freshName(alias)
      await database.registerFileHandle(name, file, DuckDBDataProtocol.BROWSER_FILEREADER, true)
      await main.query(`ATTACH '${name}' AS ${alias} (READ_ONLY)`)
      names.set(alias, name)
    },
    async detach(alias) {
      await main.query(`DETACH ${alias}`)
      await database.dropFile(names.get(alias) ?? alias)
      names.delete(alias)
    },
    async writeDatabase(fill) {
      const name = freshName('part')
      await database.registerFileBuffer(name, await emptyDatabase())
      await main.query(`ATTACH '${name}' AS part`)
      await fill('part')
      await main.query('CHECKPOINT part')
      await main.query('DETACH part')
      const bytes = await database.copyFileToBuffer(name)
      await database.dropFile(name)
      return new Blob([bytes as Uint8Array<ArrayBuffer>])
    },
  }
}

function engineOver(
  database: AsyncDuckDB,
  main: AsyncDuckDBConnection,
  version: string,
  lost: Promise<string>,
): Engine {
  const { ended, end } = makeEnd(lost)
  return {
    version,
    lost,
    ...querying(database, ended),
    ...filing(database, main),
    exec: async (sql) => void (await Promise.race([main.query(sql), ended])),
    async close() {
      end('the engine was closed')
      // A dead worker never answers.
      await Promise.race([main.close(), lost])
      await database.terminate()
    },
  }
}
