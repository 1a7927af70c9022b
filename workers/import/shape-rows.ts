import { CELL_FIELDS, type CellField, type FieldColumns } from '../../src/import/fields.ts'
import { companionsOf } from '../../src/import/sources/companion.ts'
import { groupColumns } from '../../src/import/sources/recognise.ts'
import type { OrderSource, Reshape } from '../../src/import/sources/source.ts'
import {
  droppedRecords,
  leftRows,
  reshapeRows,
  shapedColumn,
  toldRecords,
} from '../../src/query/staging/reshape.ts'
import { createCompanion } from './companion-table.ts'
import { meansOf, statesOf } from './read-statuses.ts'
import { execAll, first, type StageJob } from './stage-job.ts'

/** The texts of a file's order lines: which table, and which column carries which field. */
export interface LineTexts {
  readonly table: string
  readonly columns: ReadonlyMap<CellField, string>
  /** True when lines are not records: `table` has `origin`. */
  readonly reshaped: boolean
  /** Amounts that stand once per order. */
  readonly perOrder: readonly CellField[]
  /** Records left out as no data. */
  readonly dropped: number
}

const column = (index: number): string => `c${index}`

/** Columns of a file that a layout reads, and those of them whose cells must stay whole. */
export function wantedColumns(job: StageJob, source: OrderSource, indices: FieldColumns) {
  const groups = groupColumns(source.groups ?? new Map(), job.sniffed.header)
  const grouped = [...groups.values()].flat()
  const wanted = [...new Set([...indices.values(), ...grouped])].sort((a, b) => a - b)
  const packed = [...indices].filter(([field]) => field.startsWith('packed')).map(([, index]) => index)
  return { groups, wanted, whole: new Set([...grouped, ...packed]) }
}

const isCellField = (field: string): field is CellField => (CELL_FIELDS as readonly string[]).includes(field)

/** Fields of the lines: those of the layout that are fields of a line, overruled by what the reshaping says. */
function lineFields(source: OrderSource, indices: FieldColumns, { fields }: Reshape): Map<CellField, string> {
  const found = new Map<CellField, string>()
  for (const field of indices.keys())
    if (isCellField(field) && (source.fields.has(field) || fields[field] === undefined))
      found.set(field, field)
  for (const [field, sql] of Object.entries(fields) as [CellField, string | null][]) {
    if (sql === null) found.delete(field)
    else found.set(field, sql)
  }
  return found
}

/** Empty tables in the place of those of the set that the drop does not have. */
async function provideSet({ engine }: StageJob, { set }: OrderSource): Promise<void> {
  for (const table of set ? companionsOf(set) : [])
    if (Object.keys(table.columns).length > 0) await engine.exec(createCompanion(table))
}

/** Counts what the other tables of a set have beyond the lines. */
async function tellLeft(job: StageJob, view: string, { left }: Reshape): Promise<void> {
  if (!left) return
  const row = await first(job.engine.run(leftRows(view, left.from)))
  job.tally.add(left.code, [], row?.count ?? 0)
}

async function tellReshaped(job: StageJob, view: string, target: string, codes: readonly string[]) {
  const linesOf = (records: string) =>
    records === '' ? [] : records.split(',').map((record) => job.lines.lineOf(Number(record)))
  let dropped = 0
  for (const { code, count, records } of await job.engine.run(droppedRecords(view))) {
    dropped += count
    job.tally.add(code, linesOf(records), count)
  }
  for (const code of codes) {
    const row = await first(job.engine.run(toldRecords(target, code)))
    if (row?.count) job.tally.add(code, linesOf(row.records), row.count)
  }
  return dropped
}

/** Columns of a file that tell the state of orders, of payments or of items. */
const statusColumns = (indices: FieldColumns): string[] =>
  [...indices].filter(([field]) => /(^|_)status$/.test(field)).map(([, index]) => column(index))

/** Turns the records of a file (`raw`, texts) into order lines as its layout says; a layout that says nothing has them already. */
export async function shapeRows(
  job: StageJob,
  source: OrderSource,
  raw: string,
  indices: FieldColumns,
): Promise<LineTexts> {
  if (!source.reshape) {
    const plain = [...indices].flatMap(([field, index]) =>
      isCellField(field) ? [[field, column(index)] as const] : [],
    )
    return { table: raw, columns: new Map(plain), reshaped: false, perOrder: source.perOrder, dropped: 0 }
  }
  const { groups } = wantedColumns(job, source, indices)
  const reshape = source.reshape({
    has: (field) => indices.has(field) || groups.has(field),
    asOf: job.context.asOf,
    delimiter: job.sniffed.delimiter,
    means: meansOf(await statesOf(job, raw, statusColumns(indices))),
  })
  const named = new Set([...source.fields.keys(), ...indices.keys()])
  const fields = lineFields(source, indices, reshape)
  const view = `stage.rows_${job.index}`
  const table = `stage.shaped_${job.index}`
  const plan = {
    raw,
    columns: new Map(
      [...named].map((field) => [field, indices.has(field) ? column(indices.get(field)!) : null]),
    ),
    groups: new Map(
      [...(source.groups?.keys() ?? [])].map((name) => [name, (groups.get(name) ?? []).map(column)] as const),
    ),
    drop: reshape.drop ?? [],
    lines: reshape.lines,
    fields,
    tell: reshape.tell ?? {},
  }
  await provideSet(job, source)
  await execAll(job.engine, job.control, reshapeRows(plan, view, table))
  await tellLeft(job, view, reshape)
  const dropped = await tellReshaped(job, view, table, Object.keys(plan.tell))
  await job.engine.exec(`DROP VIEW ${view}`)
  const columns = new Map([...fields.keys()].map((field) => [field, shapedColumn(field)] as const))
  return { table, columns, reshaped: true, perOrder: reshape.perOrder ?? source.perOrder, dropped }
}
