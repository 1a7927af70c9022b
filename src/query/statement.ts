/** A value that can be bound to a `?` of a statement. Days are bound as 'YYYY-MM-DD' and cast in SQL. */
export type Scalar = string | number | boolean | null

/**
 * A named query ready to run: its SQL with `?` marks and the values for them, in order.
 * Rules: listed columns (no `*`), sums cast to DOUBLE, days and instants given out as VARCHAR by strftime,
 * so that rows are the same in DuckDB-wasm and in native DuckDB.
 */
export interface Statement<Row> {
  readonly sql: string
  readonly params: readonly Scalar[]
  /** Never set: carries the row type. */
  readonly row?: Row
}

/** What a query needs from an engine; implemented by `query/duckdb.ts` and, in tests, over native DuckDB. */
export interface Runner {
  run<Row>(statement: Statement<Row>, signal?: AbortSignal): Promise<Row[]>
}

/** A query whose columns are all DOUBLE and never null ('NaN' stands for nothing): read by column, without a row object. */
export interface ColumnStatement<Name extends string> {
  readonly sql: string
  readonly params: readonly Scalar[]
  readonly names: readonly Name[]
}

export type Columns<Name extends string> = Readonly<Record<Name, Float64Array<ArrayBuffer>>>

/** An engine that gives results by column: what hundreds of thousands of rows need. */
export interface ColumnRunner extends Runner {
  columns<Name extends string>(statement: ColumnStatement<Name>, signal?: AbortSignal): Promise<Columns<Name>>
}

/** What bulk work (staging, merging) needs from an engine besides queries: files in memory. */
export interface BulkEngine extends Runner {
  exec(sql: string): Promise<void>
  /** Registers bytes under a name that SQL can read; the buffer is transferred: pass a copy when it is needed again. */
  putFile(name: string, bytes: Uint8Array): Promise<void>
  /** The name must not be used again after this (facts, duckdb-and-storage, pitfalls). */
  dropFile(name: string): Promise<void>
}
