import type { RefusedRow } from '../../src/model/preview.ts'
import type { Runner } from '../../src/query/statement.ts'

/** Refused rows that are kept of an import. */
const KEPT = 10_000

/** The refused rows of what is staged, in the order of files and lines; the first ten thousand. */
export const refusedRows = (engine: Runner): Promise<RefusedRow[]> =>
  engine.run<RefusedRow>({
    sql: `SELECT file, CAST(line AS DOUBLE) AS line, "column", code, raw FROM stage.refused ORDER BY file, line LIMIT ${KEPT}`,
    params: [],
  })
