import type { Control } from '../jobs/control.ts'
import { failure, type Outcome, success } from '../model/outcome.ts'
import type { Engine, RawResult } from '../query/duckdb.ts'
import type { Scalar } from '../query/statement.ts'
import { type AnswerColumn, readWhole, wholeValues } from './answer-columns.ts'
import type { LiveEngine } from './live-engine.ts'
import { queryFault } from './query-fault.ts'
import { namesFile, readOnlyStatement, withoutMarks } from './read-only.ts'

const MOST_COLUMNS = 100_000

export interface QueryAnswer extends RawResult {
  readonly elapsedMs: number
}

const described = async (engine: Engine, sql: string, params: readonly Scalar[]): Promise<AnswerColumn[]> => {
  const { rows } = await engine.raw(`DESCRIBE ${withoutMarks(sql, params)}`, [], MOST_COLUMNS)
  return rows.map(([name, type]) => ({ name: String(name), type: String(type) }))
}

async function answer(
  engine: Engine,
  sql: string,
  params: readonly Scalar[],
  limit: number,
  signal?: AbortSignal,
) {
  if (/^explain\b/i.test(sql)) return engine.raw(sql, params, limit, signal)
  const columns = await described(engine, sql, params)
  const result = await engine.raw(wholeValues(sql, columns), params, limit, signal)
  return { columns, rows: result.rows.map(readWhole(columns)), truncated: result.truncated }
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
  const engine = await live.engine()
  try {
    if (namesFile(await engine.tableNames(withoutMarks(statement.value, params))))
      return failure('READ_ONLY', 'files and addresses cannot be read here')
    const result = await answer(engine, statement.value, params, limit, control.signal)
    return success({ ...result, elapsedMs: Math.round(performance.now() - started) })
  } catch (cause) {
    if (control.signal?.aborted) return failure('CANCELLED', 'cancelled by the caller')
    return failure('QUERY_FAILED', queryFault(cause))
  }
}
