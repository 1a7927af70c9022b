import type { Scalar } from '../../src/query/statement.ts'
import type { StageJob } from './stage-job.ts'

/** Refused rows of one file that are kept with their text. */
export const REFUSED_LIMIT = 10_000
const BATCH = 200

export interface Refused {
  readonly line: number
  readonly column: string | null
  readonly code: string
  readonly raw: string
  /** Order that the row is of, when that is known. */
  readonly order?: string
}

/** Keeps the refused rows of a file, and puts them into its tally by their codes; `counts` are of all, also of those beyond the limit. */
export async function tellRefused(
  job: StageJob,
  refused: readonly Refused[],
  counts: readonly { readonly code: string; readonly count: number }[],
): Promise<void> {
  await insertRefused(job, refused)
  for (const { code, count } of counts) {
    const lines = refused.filter((row) => row.code === code).map(({ line }) => line)
    job.tally.add(code, lines, count)
  }
}

/** Writes refused rows into `stage.refused`. */
export async function insertRefused({ engine, file }: StageJob, rows: readonly Refused[]): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows.slice(at, at + BATCH)
    const params: Scalar[] = batch.flatMap(({ line, column, code, raw, order }) => [
      file.name,
      line,
      column,
      code,
      raw,
      order ?? null,
    ])
    await engine.run({
      sql: `INSERT INTO stage.refused VALUES ${batch.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')}`,
      params,
    })
  }
}
