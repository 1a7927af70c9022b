import type { FactField } from '../../src/import/fact-fields.ts'
import { lackingFields, type SeenFacts } from '../../src/import/sources/recognise-facts.ts'
import type { CanonicalField } from '../../src/model/order.ts'
import type { FactColumn, FilePreview, Question } from '../../src/model/preview.ts'
import { makeFactCells } from '../../src/query/staging/fact-cells.ts'
import { countFactRows, insertFacts } from '../../src/query/staging/fact-rows.ts'
import { countRefused } from '../../src/query/staging/findings.ts'
import { decideFacts } from './decide-facts.ts'
import { loadSlices, type Loaded } from './load-slices.ts'
import { blankPreview, rejectedPreview } from './preview-of.ts'
import { REFUSED_LIMIT, tellRefused } from './refused.ts'
import { execAll, first, step, type StageJob } from './stage-job.ts'
import { tellLoaded } from './tell-findings.ts'

/** Fields that a mapping of orders has, too: shown by the same names. */
const SHOWN: readonly (readonly [FactField, CanonicalField])[] = [
  ['at', 'ordered_at'],
  ['order_id', 'order_id'],
  ['sku', 'sku'],
  ['title', 'title'],
  ['category', 'category'],
  ['amount', 'amount'],
  ['price', 'unit_price'],
  ['cost', 'cost'],
  ['currency', 'currency'],
  ['channel', 'channel'],
  ['country', 'country'],
  ['email', 'email'],
]

const mappingOf = (job: StageJob, { columns }: SeenFacts): FilePreview['mapping'] =>
  Object.fromEntries(
    SHOWN.flatMap(([field, shown]) => {
      const index = columns.get(field)
      return index === undefined ? [] : [[shown, job.sniffed.columns[index] ?? '']]
    }),
  )

/** Every field of the kind with its column, for the screen on which they are chosen. */
const factColumns = ({ sniffed }: StageJob, { source, columns }: SeenFacts): readonly FactColumn[] =>
  [...source.fields.keys()].map((field) => {
    const index = columns.get(field)
    const need = source.needs.findIndex((some) => some.includes(field))
    return {
      field,
      column: index === undefined ? null : (sniffed.columns[index] ?? null),
      need: need === -1 ? null : need,
    }
  })

async function loadTexts(
  job: StageJob,
  seen: SeenFacts,
  raw: string,
): Promise<{ loaded: Loaded; exists: boolean }> {
  const wanted = [...new Set(seen.columns.values())].sort((a, b) => a - b)
  let exists = false
  const loaded = await loadSlices(job, wanted, async (select) => {
    await job.engine.exec(
      exists ? `INSERT INTO ${raw} ${select}` : `CREATE OR REPLACE TABLE ${raw} AS ${select}`,
    )
    exists = true
  })
  return { loaded, exists }
}

/** Tells which rows were refused, with line, column, code and text. */
async function tellRefusedFacts(job: StageJob, seen: SeenFacts, raw: string): Promise<void> {
  const counts = await job.engine.run(countRefused('stage.facts'))
  if (counts.length === 0) return
  const columns = [...new Set(seen.columns.values())]
    .sort((a, b) => a - b)
    .map((index) => `coalesce(r.c${index}, '')`)
  const rows = await job.engine.run<{ rec: number; code: string; field: string; raw: string }>({
    sql: `SELECT CAST(f.rec AS DOUBLE) AS rec, f.code, f.field, left(concat_ws(',', ${columns.join(', ')}), 500) AS raw
      FROM stage.facts f JOIN ${raw} r ON r.rowid = f.rec WHERE f.code IS NOT NULL ORDER BY f.rec LIMIT ${REFUSED_LIMIT}`,
    params: [],
  })
  const refused = rows.map(({ rec, code, field, raw: text }) => ({
    line: job.lines.lineOf(rec),
    column: job.sniffed.columns[seen.columns.get(field as FactField) ?? -1] ?? null,
    code,
    raw: text,
  }))
  await tellRefused(job, refused, counts)
}

function described(job: StageJob, seen: SeenFacts): FilePreview {
  const { name, kind } = seen.source
  const base = {
    ...blankPreview(job.file.name, job.sniffed),
    kind,
    source: name,
    mapping: mappingOf(job, seen),
  }
  return { ...base, fact_columns: factColumns(job, seen) }
}

const asked = (job: StageJob, seen: SeenFacts, ask: readonly Question[]): FilePreview => ({
  ...described(job, seen),
  action: 'ask',
  ask,
  raw_rows: job.sniffed.rows.length,
})

async function preview(
  job: StageJob,
  seen: SeenFacts,
  loaded: Loaded,
  currency: string,
): Promise<FilePreview> {
  const counts = await first(
    job.engine.run<{ rows: number; others: number; first_day: string | null; last_day: string | null }>(
      countFactRows(),
    ),
  )
  const { rows = 0, others = 0 } = counts ?? {}
  job.tally.add(seen.source.kind === 'refunds' ? 'OTHER_MOVEMENTS' : 'OTHER_PROPERTIES', [], others)
  const warnings = job.tally.list()
  return {
    ...described(job, seen),
    encoding: loaded.encoding,
    action: warnings.length > 0 ? 'warn' : 'accept',
    raw_rows: loaded.seen,
    rows,
    skipped: loaded.seen - rows,
    warnings,
    currency: ['refunds', 'spend', 'products'].includes(seen.source.kind) ? currency : null,
    first_day: counts?.first_day ?? null,
    last_day: counts?.last_day ?? null,
  }
}

/** Stages a table of facts (stock, refunds, events, reviews, spend, calendar, products) into the table of its kind. */
export async function stageFacts(job: StageJob, seen: SeenFacts): Promise<FilePreview> {
  if (lackingFields(seen).length > 0) return asked(job, seen, [{ code: 'FACT_COLUMNS_NEEDED', choices: [] }])
  const raw = `stage.raw_${job.index}`
  const { loaded, exists } = await loadTexts(job, seen, raw)
  if (!exists) return rejectedPreview(job.file.name, 'NO_DATA_ROWS', job.sniffed, seen.source.kind)
  await step(job.control, 'check')
  const { plan, ask, currency } = await decideFacts(job, raw, seen)
  if (!plan) return asked(job, seen, ask)
  await job.engine.exec(makeFactCells(plan))
  await tellLoaded(job, loaded)
  await tellRefusedFacts(job, seen, raw)
  await step(job.control, 'group')
  await execAll(job.engine, job.control, insertFacts(seen.source, currency))
  const found = await preview(job, seen, loaded, currency)
  await job.engine.exec('DROP TABLE stage.facts')
  return found
}
