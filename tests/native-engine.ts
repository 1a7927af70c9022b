import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { BulkEngine, ColumnRunner, Columns, ColumnStatement, Scalar } from '../src/query/statement.ts'

/** Native DuckDB behind the same interface as the browser's engine: for fast tests of SQL and for the benchmarks. */
export interface NativeEngine extends BulkEngine, ColumnRunner {
  close(): void
}

type Value = Scalar | bigint | { toString(): string }

const plain = (value: Value): unknown => {
  if (typeof value === 'bigint') return Number(value)
  if (value === null || typeof value !== 'object') return value
  const text = value.toString()
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
}

/** Opens an in-memory database with one thread and files in a folder of its own. */
export async function openNativeEngine(): Promise<NativeEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'ventas-'))
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  await connection.run(`SET file_search_path='${folder}'`)
  return {
    async run<Row>(statement: { sql: string; params: readonly Scalar[] }) {
      const reader = await connection.runAndReadAll(statement.sql, [...statement.params])
      return reader
        .getRowObjects()
        .map((row) =>
          Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value as Value)])),
        ) as Row[]
    },
    async columns<Name extends string>(statement: ColumnStatement<Name>) {
      const reader = await connection.runAndReadAll(statement.sql, [...statement.params])
      const columns = reader.getColumnsObject()
      return Object.fromEntries(
        statement.names.map((name) => [name, Float64Array.from((columns[name] ?? []) as number[])]),
      ) as Columns<Name>
    },
    async exec(sql) {
      await connection.run(sql)
    },
    async putFile(name, bytes) {
      writeFileSync(join(folder, name), bytes)
    },
    async dropFile(name) {
      rmSync(join(folder, name), { force: true })
    },
    close() {
      connection.closeSync()
      instance.closeSync()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
