import {
  countNotices,
  countRefused,
  identicalLines,
  noticeConditions,
  recordsWhere,
  refusedCells,
} from '../../src/query/staging/findings.ts'
import { linesAt } from './lines-at.ts'
import { insertRefused, REFUSED_LIMIT, tellRefused } from './refused.ts'
import type { LoadedCells } from './load-cells.ts'
import type { Loaded } from './load-slices.ts'
import { first, type SeenLayout, type StageJob } from './stage-job.ts'

const PEOPLE = ['customer', 'email', 'phone'] as const

const linesOf = (
  job: StageJob,
  loaded: LoadedCells,
  records: readonly { rec: number }[],
): Promise<number[]> =>
  linesAt(
    job,
    loaded,
    records.map(({ rec }) => rec),
  )

/** Text of a refused record: the cells that were read of it. */
const textOf = (job: StageJob, { raw, texts }: LoadedCells, layout: SeenLayout): string => {
  const columns = [...new Set(layout.indices.values())]
    .sort((a, b) => a - b)
    .map((index) => `coalesce(r.c${index}, '')`)
  const origin = texts.reshaped ? `(SELECT origin FROM ${texts.table} s WHERE s.rowid = c.rec)` : 'c.rec'
  return `(SELECT concat_ws(${quoted(job.sniffed.delimiter)}, ${columns.join(', ')}) FROM ${raw} r WHERE r.rowid = ${origin})`
}

const quoted = (text: string): string => `'${text.replace(/'/g, "''")}'`

async function tellRefusedCells(job: StageJob, layout: SeenLayout, loaded: LoadedCells): Promise<void> {
  const counts = await job.engine.run(countRefused(loaded.cells))
  if (counts.length === 0) return
  const rows = await job.engine.run(refusedCells(loaded.cells, textOf(job, loaded, layout), REFUSED_LIMIT))
  const lines = await linesOf(job, loaded, rows)
  const refused = rows.map(({ code, field, raw, order_key }, index) => ({
    line: lines[index]!,
    column: job.sniffed.columns[layout.indices.get(field as 'sku') ?? -1] ?? null,
    code,
    raw,
    ...(order_key !== null && { order: String(order_key) }),
  }))
  await tellRefused(job, refused, counts)
}

async function tellNotices(job: StageJob, layout: SeenLayout, read: LoadedCells): Promise<void> {
  const { cells, loaded, texts } = read
  const conditions = noticeConditions({
    people: PEOPLE.some((field) => texts.columns.has(field)),
    negativeIsNews: layout.source.name === 'table',
    long: loaded.long,
  })
  const counts = (await first(job.engine.run(countNotices(cells, conditions)))) ?? {}
  for (const [code, condition] of conditions) {
    const count = counts[code] ?? 0
    if (count === 0) continue
    const records = await job.engine.run(recordsWhere(cells, condition))
    job.tally.add(code, await linesOf(job, read, records), count)
  }
  const identical = await first(job.engine.run(identicalLines(cells)))
  if (!identical?.more) return
  const records = (identical.records ?? '').split(',').map((rec) => ({ rec: Number(rec) }))
  job.tally.add('IDENTICAL_LINES', await linesOf(job, read, records), identical.more)
}

/** Columns of a mapped table that carry nothing we know. */
function tellColumns(job: StageJob, layout: SeenLayout): void {
  const { sniffed, tally } = job
  const used = new Set(layout.indices.values())
  const isEmpty = (index: number) => sniffed.rows.every((row) => (row[index] ?? '').trim() === '')
  const unnamed = sniffed.header.flatMap((name, index) =>
    name.trim() === '' && !used.has(index) && isEmpty(index) ? [index] : [],
  )
  if (unnamed.length > 0) tally.add('EMPTY_COLUMNS_IGNORED', [], unnamed.length)
  if (layout.source.name !== 'table') return
  const ignored = sniffed.header.filter((_, index) => !used.has(index) && !unnamed.includes(index))
  if (ignored.length > 0) tally.add('UNKNOWN_COLUMN_IGNORED', [], ignored.length)
}

/** Tells what reading a file showed, before its cells were looked at: in the tally, refused records also in `stage.refused`. */
export async function tellLoaded(job: StageJob, loaded: Loaded): Promise<void> {
  const { tally, sniffed } = job
  await insertRefused(job, loaded.refused.slice(0, REFUSED_LIMIT))
  for (const [code, lines] of loaded.notices)
    tally.add(
      code,
      lines.filter((line) => line > 0),
    )
  if (sniffed.preamble) tally.add('PREAMBLE_SKIPPED', [1])
  if (loaded.several) tally.add('GZIP_MULTIMEMBER')
}

/** Tells all that is worth telling about a file of orders that was read. */
export async function tellFindings(job: StageJob, layout: SeenLayout, loaded: LoadedCells): Promise<void> {
  await tellLoaded(job, loaded.loaded)
  for (const code of loaded.decisions.notes) job.tally.add(code)
  tellColumns(job, layout)
  await tellRefusedCells(job, layout, loaded)
  await tellNotices(job, layout, loaded)
}
