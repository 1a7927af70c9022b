import type { CellField, FieldColumns } from '../../src/import/fields.ts'
import type { OrderSource } from '../../src/import/sources/source.ts'
import { refuseDateless, repeatedAmounts } from '../../src/query/staging/findings.ts'
import {
  countHeads,
  doubledKeys,
  headsOf,
  sharesOf,
  splitDoubledKeys,
  type GroupPlan,
  type HeadCounts,
} from '../../src/query/staging/group.ts'
import { insertLines, numberUntidy, viewLines } from '../../src/query/staging/lines.ts'
import { insertCancelledLines, insertCancelledOrders, insertOrders } from '../../src/query/staging/orders.ts'
import {
  cellTables,
  countShared,
  poolShared,
  rememberDateless,
  takeBackShared,
  withoutShared,
} from '../../src/query/staging/overlap.ts'
import { insertLineProducts, insertPeople } from '../../src/query/staging/people.ts'
import {
  countAmounts,
  countCommon,
  nameListed,
  otherTables,
  poolWithList,
  rememberFile,
} from '../../src/query/staging/list-rows.ts'
import { loadCells, type LoadedCells } from './load-cells.ts'
import type { LineTexts } from './shape-rows.ts'
import { execAll, first, step, type StageJob } from './stage-job.ts'

const MAYBE_PER_ORDER = ['discount', 'tax', 'shipping', 'refund'] as const satisfies readonly CellField[]
const SURE = 0.95

type Columns = ReadonlyMap<CellField, string>

/** Amounts of a table that repeat on all lines of an order, so stand for the order: counted once. */
async function perOrderAmounts(
  job: StageJob,
  source: OrderSource,
  { columns, perOrder }: LineTexts,
  cells: string,
  rates: boolean,
): Promise<Set<string>> {
  const found = new Set<string>(perOrder)
  for (const field of MAYBE_PER_ORDER) {
    if (found.has(field) || source.reshape || !columns.has(field) || (field === 'discount' && rates)) continue
    const row = await first(job.engine.run(repeatedAmounts(cells, field)))
    if (row && row.orders > 0 && row.same / row.orders >= SURE) found.add(field)
  }
  return found
}

const headerOf = (job: StageJob): string => job.sniffed.header.join('\u0001')

/** The table to group, amounts that stand once per order in it, and whether the file is a list of orders whose lines others have. */
interface Rows {
  readonly table: string
  readonly perOrder: readonly string[]
  readonly isList: boolean
  /** Amounts that only the list gives, where it was put together with lines of the same drop. */
  readonly pooled?: readonly string[]
}

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '')

/** Earlier files of the drop, of another layout, that have lines of this one's orders. */
async function filesOfLines(job: StageJob) {
  const found: { readonly file: number; readonly once: string[] }[] = []
  for (const { file, once } of await job.engine.run(otherTables(headerOf(job)))) {
    const common = await first(job.engine.run(countCommon(job.index, file)))
    if (common?.orders) found.push({ file, once: words(once) })
  }
  return found
}

/**
 * Two tables of different layouts that tell of the same orders, each in its own columns: the later one is the list of those
 * orders (`stagingOrder` sees to that), which adds what the lines do not say and is not added up with them.
 */
async function rowsWithList(
  job: StageJob,
  { columns }: LineTexts,
  others: Awaited<ReturnType<typeof filesOfLines>>,
): Promise<Rows> {
  const files = others.map(({ file }) => file)
  const known = await first(job.engine.run(countAmounts(files)))
  const own = MAYBE_PER_ORDER.filter((field) => columns.has(field) && !known?.[field])
  const pool = poolWithList({ index: job.index, files, own: new Set(own) })
  await execAll(job.engine, job.control, [nameListed(job.index, files), ...takeBackShared(), pool])
  const shared = await first(
    job.engine.run<{ orders: number }>({
      sql: 'SELECT CAST(count(*) AS DOUBLE) AS orders FROM stage.shared',
      params: [],
    }),
  )
  job.tally.add('ORDERS_KNOWN_WITH_LINES', [], shared?.orders ?? 0)
  return {
    table: 'stage.pool',
    perOrder: [...own, ...others.flatMap(({ once }) => once)],
    isList: true,
    pooled: own,
  }
}

/** The table to group: the file's cells; joined with earlier files of the drop where they share orders. */
async function rowsToGroup(
  job: StageJob,
  source: OrderSource,
  texts: LineTexts,
  cells: string,
): Promise<Rows> {
  const isList = source.summary ?? false
  const alone = { table: cells, perOrder: [], isList }
  if (job.index === 0) return alone
  const shared = await first(job.engine.run(countShared(cells)))
  if (!shared?.orders) return alone
  const others = isList || source.name === 'table' ? await filesOfLines(job) : []
  if (others.length > 0) return rowsWithList(job, texts, others)
  if (isList) {
    await job.engine.exec(withoutShared(cells))
    return { table: 'stage.pool', perOrder: [], isList }
  }
  const files = (await job.engine.run(cellTables())).map(({ file }) => file)
  await execAll(job.engine, job.control, poolShared(files, job.index, source.orderRows ?? false))
  return { table: 'stage.pool', perOrder: [], isList }
}

/** How the rows are to be grouped; keys that stand for several orders are told apart first. */
async function groupPlan(
  job: StageJob,
  source: OrderSource,
  texts: LineTexts,
  cells: string,
  rates: boolean,
): Promise<{ plan: GroupPlan; isList: boolean }> {
  const { table, perOrder: once, isList, pooled } = await rowsToGroup(job, source, texts, cells)
  const perOrder = await perOrderAmounts(job, source, texts, table, rates)
  for (const field of once) perOrder.add(field)
  const hasTotals = texts.columns.has('subtotal') && texts.columns.has('total')
  const { columns, reshaped } = texts
  const plan: GroupPlan = {
    cells: table,
    ...(isList ? { list: { pooled: pooled ?? null } } : {}),
    perOrder,
    returnPrefix: source.returnPrefix,
    hasTotals,
    discountBySubtotal: !reshaped && !columns.has('discount'),
    refundByState: !reshaped && source.perOrder.includes('refund') && !columns.has('refund'),
  }
  if (!texts.columns.has('order_key') || !(await first(job.engine.run(doubledKeys(plan))))?.keys)
    return { plan, isList }
  await job.engine.exec(splitDoubledKeys(plan, 'stage.split'))
  return { plan: { ...plan, cells: 'stage.split' }, isList }
}

/** Makes the heads of orders; rows whose order has no date are refused. */
async function makeHeads(job: StageJob, plan: GroupPlan): Promise<HeadCounts> {
  const { engine, control } = job
  await engine.exec(headsOf(plan))
  const counts = (await first(engine.run(countHeads(plan))))!
  if (counts.dateless === 0) return counts
  const typed = `stage.typed_${job.index}`
  const tables = plan.cells === `stage.cells_${job.index}` ? [typed] : [typed, plan.cells]
  await execAll(engine, control, [...tables.map(refuseDateless), rememberDateless(job.index), headsOf(plan)])
  return (await first(engine.run(countHeads(plan))))!
}

async function writeOrders(
  job: StageJob,
  plan: GroupPlan,
  counts: HeadCounts,
  indices: Columns,
): Promise<void> {
  const { engine, control, index } = job
  const shares = counts.shared > 0
  await execAll(engine, control, insertPeople(plan.cells))
  if (indices.has('category') || indices.has('cost')) await engine.exec(insertLineProducts(plan.cells))
  if (shares) await engine.exec(sharesOf(plan))
  await step(control, 'group', 1, 3)
  const hasIds = indices.has('order_key')
  if (counts.untidy > 0) await engine.exec(numberUntidy(plan))
  const lines = { ...plan, untidy: counts.untidy > 0, shares, fillDates: counts.fills > 0, hasIds }
  const isOnly = job.context.files === 1
  await execAll(engine, control, isOnly ? viewLines(lines) : [insertLines(lines)])
  await step(control, 'group', 2, 3)
  await engine.exec(insertOrders(plan))
  if (counts.cancelled > 0)
    await execAll(engine, control, [
      insertCancelledLines(isOnly ? 'stage.more_lines' : 'stage.lines'),
      insertCancelledOrders(),
    ])
  await engine.exec(`INSERT INTO stage.order_keys SELECT order_key, order_id, ${index} FROM stage.heads`)
  await step(control, 'group', 3, 3)
}

/**
 * Stages a file of orders: reads it into cells, groups them to lines and orders. Nothing is written when there is something
 * to ask. `tell` is called when all refusals are known and the texts of the file are still there.
 */
export async function stageOrders(
  job: StageJob,
  source: OrderSource,
  indices: FieldColumns,
  tell: (loaded: LoadedCells) => Promise<void>,
): Promise<LoadedCells> {
  const loaded = await loadCells(job, source, indices)
  if (!loaded.plan) return loaded
  await step(job.control, 'group', 0, 3)
  const { columns } = loaded.texts
  const { plan, isList } = await groupPlan(
    job,
    source,
    loaded.texts,
    loaded.cells,
    loaded.decisions.discountRate !== undefined,
  )
  const counts = await makeHeads(job, plan)
  await tell(loaded)
  const once = [...columns.keys()].filter((field) => plan.perOrder.has(field))
  await job.engine.exec(rememberFile({ index: job.index, header: headerOf(job), once, isList }))
  await job.engine.exec(`DROP TABLE ${loaded.raw}`)
  await writeOrders(job, plan, counts, columns)
  return loaded
}
