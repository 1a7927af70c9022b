import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm'
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url'
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url'

/** Milliseconds that DuckDB-wasm alone needs to read the chosen file, every column as text: what an import is held against. */
async function bareRead(): Promise<number> {
  const file = document.querySelector<HTMLInputElement>('#bench-file')?.files?.[0]
  if (!file) throw new Error('no file was chosen')
  const database = new AsyncDuckDB(new VoidLogger(), new Worker(workerUrl))
  await database.instantiate(wasmUrl)
  await database.open({ path: ':memory:' })
  const connection = await database.connect()
  await database.registerFileHandle('bare.csv', file, DuckDBDataProtocol.BROWSER_FILEREADER, true)
  const start = performance.now()
  await connection.query(
    `CREATE TABLE bare AS SELECT * FROM read_csv('bare.csv', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`,
  )
  const elapsed = performance.now() - start
  await database.terminate()
  return elapsed
}

Object.assign(window, { bareRead })
