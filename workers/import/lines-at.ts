import { originsOf } from '../../src/query/staging/reshape.ts'
import type { LoadedCells } from './load-cells.ts'
import type { StageJob } from './stage-job.ts'

/** Physical lines of the file that cells (by their numbers) come from, in the same order. */
export async function linesAt(
  job: StageJob,
  { texts }: Pick<LoadedCells, 'texts'>,
  records: readonly number[],
): Promise<number[]> {
  if (!texts.reshaped) return records.map((rec) => job.lines.lineOf(rec))
  if (records.length === 0) return []
  const rows = await job.engine.run(originsOf(texts.table, records))
  const origins = new Map(rows.map(({ rec, origin }) => [rec, origin]))
  return records.map((rec) => job.lines.lineOf(origins.get(rec) ?? rec))
}
