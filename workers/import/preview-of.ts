import type { ColumnProposal, FileKind, FilePreview, Question } from '../../src/model/preview.ts'
import type { Source } from '../../src/import/sources/source.ts'
import { spanOfCells } from '../../src/query/staging/findings.ts'
import { stampsOf } from '../../src/query/staging/cell-layers.ts'
import { refusedOrigins } from '../../src/query/staging/reshape.ts'
import { tellLoaded } from './tell-findings.ts'
import type { LoadedCells } from './load-cells.ts'
import type { Loaded } from './load-slices.ts'
import type { Sniffed } from './sniff-file.ts'
import { first, type SeenLayout, type StageJob } from './stage-job.ts'

const SAMPLE_ROWS = 20

/** A preview of nothing: refused, without a reason. */
export function blankPreview(name: string, sniffed: Sniffed | null): FilePreview {
  return {
    name,
    source: 'unknown',
    kind: 'unknown',
    encoding: 'utf-8',
    delimiter: sniffed?.delimiter ?? ',',
    action: 'reject',
    raw_rows: 0,
    rows: 0,
    skipped: 0,
    warnings: [],
    ask: [],
    columns: sniffed?.columns ?? [],
    mapping: {},
    proposals: [],
    sample: sniffed?.rows.slice(0, SAMPLE_ROWS) ?? [],
    currency: null,
    time_zone: null,
    first_day: null,
    last_day: null,
  }
}

export const rejectedPreview = (
  name: string,
  reason: string,
  sniffed: Sniffed | null,
  kind: FileKind,
): FilePreview => ({
  ...blankPreview(name, sniffed),
  kind,
  reason,
})

/** A file of which it is not known yet which table of it is meant. */
export const askedFilePreview = (name: string, sniffed: Sniffed, ask: Question): FilePreview => ({
  ...blankPreview(name, sniffed),
  action: 'ask',
  ask: [ask],
})

const mappingOf = (proposals: readonly ColumnProposal[]) =>
  Object.fromEntries(proposals.map(({ field, column }) => [field, column]))

const described = (job: StageJob, layout: SeenLayout): FilePreview => ({
  ...blankPreview(job.file.name, job.sniffed),
  source: layout.source.name,
  kind: 'orders',
  proposals: layout.proposals,
  mapping: mappingOf(layout.proposals),
})

/** A file whose columns could not be told: rows are counted in the sample only. */
export const askedPreview = (job: StageJob, layout: SeenLayout, ask: readonly Question[]): FilePreview => ({
  ...described(job, layout),
  action: 'ask',
  ask,
  raw_rows: job.sniffed.rows.length,
})

/** Records that made it into lines, where lines are not records: all but those left out and those refused. */
async function recordsTaken(job: StageJob, { loaded, texts, cells }: LoadedCells): Promise<number> {
  const refused = await first(job.engine.run(refusedOrigins(cells, texts.table)))
  return loaded.records - texts.dropped - (refused?.records ?? 0)
}

/** The preview of a file of orders after it was read. */
export async function orderPreview(
  job: StageJob,
  layout: SeenLayout,
  loaded: LoadedCells,
): Promise<FilePreview> {
  const { records, seen, encoding } = loaded.loaded
  const base = { ...described(job, layout), encoding, raw_rows: seen }
  const { ask } = loaded.decisions
  if (ask.length > 0) return { ...base, action: 'ask', ask }
  if (!loaded.plan || records === 0) return { ...base, reason: 'NO_DATA_ROWS' }
  const span = await first(job.engine.run(spanOfCells(loaded.cells)))
  const rows = loaded.texts.reshaped ? await recordsTaken(job, loaded) : (span?.rows ?? 0)
  const warnings = job.tally.list()
  const { currency } = loaded.plan
  return {
    ...base,
    action: warnings.length > 0 ? 'warn' : 'accept',
    rows,
    skipped: seen - rows,
    warnings,
    currency: currency.kind === 'constant' ? currency.code : currency.fallback,
    time_zone: loaded.zone,
    stamps: stampsOf(loaded.plan),
    first_day: span?.first_day ?? null,
    last_day: span?.last_day ?? null,
  }
}

/** The preview of a file of products or customers; `loaded` is null while there is something to ask. */
export async function cataloguePreview(
  job: StageJob,
  source: Source,
  loaded: Loaded | null,
  ask: readonly Question[],
  currency: string | null = null,
): Promise<FilePreview> {
  const base = { ...blankPreview(job.file.name, job.sniffed), source: source.name, kind: source.kind }
  if (!loaded) return { ...base, action: 'ask', ask, raw_rows: job.sniffed.rows.length }
  await tellLoaded(job, loaded)
  const warnings = job.tally.list()
  return {
    ...base,
    encoding: loaded.encoding,
    action: warnings.length > 0 ? 'warn' : 'accept',
    raw_rows: loaded.seen,
    rows: loaded.records,
    skipped: loaded.seen - loaded.records,
    warnings,
    currency,
  }
}
