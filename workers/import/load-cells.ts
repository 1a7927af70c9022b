import type { FieldColumns } from '../../src/import/fields.ts'
import type { OrderSource } from '../../src/import/sources/source.ts'
import { makeCells } from '../../src/query/staging/cells.ts'
import type { CellPlan } from '../../src/query/staging/cell-plan.ts'
import { fillCurrency } from '../../src/query/staging/raw.ts'
import { decide, type Decisions } from './decide.ts'
import { loadSlices, type Loaded } from './load-slices.ts'
import { makePlan } from './make-plan.ts'
import { type LineTexts, shapeRows, wantedColumns } from './shape-rows.ts'
import { execAll, step, type StageJob } from './stage-job.ts'

/** Typed cells of a file in `cells`, and how they came about. */
export interface LoadedCells {
  readonly cells: string
  /** The table of texts, which has what was written in refused rows. */
  readonly raw: string
  /** The same as order lines: what the cells were made of. */
  readonly texts: LineTexts
  readonly loaded: Loaded
  readonly decisions: Decisions
  readonly plan: CellPlan | null
  readonly zone: string | null
}

const names = (job: StageJob) => ({ raw: `stage.raw_${job.index}`, cells: `stage.cells_${job.index}` })

const appended = (table: string, exists: boolean, select: string): string =>
  exists ? `INSERT INTO ${table} ${select}` : `CREATE OR REPLACE TABLE ${table} AS ${select}`

const NO_TEXTS: LineTexts = { table: '', columns: new Map(), reshaped: false, perOrder: [], dropped: 0 }
const EMPTY: Decisions = { dates: new Map(), numbers: new Map(), currency: null, ask: [], notes: [] }

/**
 * Reads a table of orders into typed cells: all of it as text first, then decided, then typed. (Typing straight from the
 * slices was measured: it saves nothing, and dates and decimal marks can only be told from whole columns.)
 */
export async function loadCells(
  job: StageJob,
  source: OrderSource,
  indices: FieldColumns,
): Promise<LoadedCells> {
  const { raw, cells } = names(job)
  const { wanted, whole } = wantedColumns(job, source, indices)
  let exists = false
  const append = async (select: string) => {
    await job.engine.exec(appended(raw, exists, select))
    exists = true
  }
  const loaded = await loadSlices(job, wanted, append, { whole, footer: source.footer })
  await step(job.control, 'check')
  const nothing = { cells, raw, loaded, plan: null, zone: null }
  if (!exists) return { ...nothing, texts: NO_TEXTS, decisions: EMPTY }
  const texts = await shapeRows(job, source, raw, indices)
  const { table, columns } = texts
  const decisions = await decide(job, source, texts, indices)
  if (decisions.ask.length > 0 || !decisions.currency) return { ...nothing, texts, decisions }
  const { plan, zone } = await makePlan(job, raw, source, texts, indices, decisions)
  const key = columns.get('order_key') ?? columns.get('order_id')
  const currency = columns.get('currency')
  if (plan.currency.kind === 'column' && key && currency)
    await job.engine.exec(fillCurrency(table, key, currency))
  await execAll(job.engine, job.control, makeCells(plan, table, cells, `stage.typed_${job.index}`))
  return { cells, raw, texts, loaded, decisions, plan, zone }
}
