import type { Control } from '../jobs/control.ts'
import { failure, type Outcome, success } from '../model/outcome.ts'
import type { RawResult } from '../query/duckdb.ts'
import type { Scalar } from '../query/statement.ts'
import type { LiveEngine } from './live-engine.ts'
import { namesFile, readOnlyStatement, withoutMarks } from './read-only.ts'

export interface QueryAnswer extends RawResult {
  readonly elapsedMs: number
}

/** Runs somebody's SQL read-only. READ_ONLY when it does anything else, QUERY_FAILED with DuckDB's words, CANCELLED. */
export async function runReadOnly(
  live: LiveEngine,
  sql: string,
  params: readonly Scalar[],
  limit: number,
  control: Control = {},
): Promise<Outcome<QueryAnswer>> {
  const statement = readOnlyStatement(sql, limit)
  if (!statement.ok) return statement
  const started = performance.now()
  try {
    const engine = await live.engine()
    if (namesFile(await engine.tableNames(withoutMarks(statement.value))))
      return failure('READ_ONLY', 'files and addresses cannot be read here')
    const result = await engine.raw(statement.value, params, limit, control.signal)
    return success({ ...result, elapsedMs: Math.round(performance.now() - started) })
  } catch (cause) {
    if (control.signal?.aborted) return failure('CANCELLED', 'cancelled by the caller')
    return failure('QUERY_FAILED', cause instanceof Error ? cause.message : String(cause))
  }
}
