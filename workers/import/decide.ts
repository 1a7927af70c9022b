import { decideDates, shapeOf, type ShapeCount } from '../../src/import/date-format.ts'
import {
  currencyChoices,
  currencyOfPrices,
  readCurrency,
  unusualExponents,
} from '../../src/import/currency-cells.ts'
import { DATE_FIELDS, NUMBER_FIELDS, type CellField } from '../../src/import/fields.ts'
import { decideDecimal, readNumbers } from '../../src/import/number-format.ts'
import type { Question } from '../../src/model/preview.ts'
import { currencyExponent } from '../../src/model/currency.ts'
import type { DateReading, NumberReading } from '../../src/model/reading.ts'
import { UNKNOWN_CURRENCY, type CurrencyPlan } from '../../src/query/staging/cell-plan.ts'
import {
  firstCell,
  plainness,
  shapesOf,
  valuesOf,
  type PlainRow,
  type ShapeRow,
} from '../../src/query/staging/profile.ts'
import { first, type StageJob } from './stage-job.ts'

/** How the text of a table is read, decided from the cells of a raw table. */
export interface Decisions {
  readonly dates: ReadonlyMap<string, DateReading>
  readonly numbers: ReadonlyMap<string, NumberReading>
  readonly currency: CurrencyPlan | null
  readonly ask: readonly Question[]
  readonly notes: readonly string[]
}

type Columns = ReadonlyMap<CellField, string>

async function decideAllDates(job: StageJob, raw: string, columns: Columns) {
  const dates = new Map<string, DateReading>()
  const ask: Question[] = []
  const notes: string[] = []
  for (const field of DATE_FIELDS) {
    const column = columns.get(field)
    if (!column) continue
    const shapes = (await onlyShape(job, raw, column)) ?? (await job.engine.run(shapesOf(raw, column, true)))
    const decision = decideDates(shapes, job.options.date_order)
    if (decision.kind === 'ask')
      ask.push({ code: 'DATE_ORDER', column: columnName(job, column), choices: ['dmy', 'mdy'] })
    if (decision.kind === 'read') {
      dates.set(field, decision.reading)
      if (field === 'ordered_at') notes.push(...decision.notes)
    }
  }
  return { dates, ask, notes }
}

const columnName = (job: StageJob, column: string): string =>
  job.sniffed.columns[Number(column.slice(1))] ?? column

const PLAIN_NUMBER = '[+-]?[0-9]{1,12}([.][0-9]*)?'

/** The one shape of a column in which all cells are year first; null when there is another. */
async function onlyShape(job: StageJob, raw: string, column: string): Promise<ShapeCount[] | null> {
  const cell = await first(job.engine.run(firstCell(raw, column)))
  const shape = shapeOf(cell?.value ?? '')
  if (!shape.startsWith('9999-99-99')) return null
  const pattern = shape.replace(/[.+]/g, '[$&]').replaceAll('9', '[0-9]')
  const row = await first(job.engine.run(plainness(raw, column, pattern)))
  return row?.others === 0 ? [{ shape, count: 1, first: null, second: null }] : null
}

/** Columns whose cells are all plain numbers, by the cheap test. */
async function plainNumbers(
  job: StageJob,
  raw: string,
  fields: ReadonlyMap<CellField, string>,
): Promise<boolean> {
  const rows: PlainRow[] = []
  for (const column of fields.values()) {
    const row = await first(job.engine.run(plainness(raw, column, PLAIN_NUMBER)))
    if (!row || row.others > 0) return false
    rows.push(row)
  }
  return rows.some(({ pointed }) => pointed > 0) || rows.every(({ dotted }) => dotted === 0)
}

async function decideAllNumbers(job: StageJob, raw: string, columns: Columns) {
  const fields = new Map(
    NUMBER_FIELDS.flatMap((field) => (columns.has(field) ? [[field, columns.get(field)!] as const] : [])),
  )
  if (job.options.decimal !== ',' && (await plainNumbers(job, raw, fields)))
    return {
      numbers: new Map([...fields.keys()].map((field) => [field, { decimal: '.', plain: true } as const])),
      ask: [],
    }
  const shapes = new Map<string, ShapeRow[]>()
  for (const [field, column] of fields) shapes.set(field, await job.engine.run(shapesOf(raw, column, false)))
  const decimal = decideDecimal([...shapes.values()], job.options.decimal)
  const price = columns.get('unit_price') ?? columns.get('amount')
  const ask: Question[] =
    decimal === null
      ? [{ code: 'NUMBER_FORMAT', ...(price && { column: columnName(job, price) }), choices: ['.', ','] }]
      : []
  const numbers = new Map(
    [...shapes].map(([field, own]) => [field, readNumbers(own, decimal ?? '.')] as const),
  )
  return { numbers, ask }
}

const constant = (code: string): CurrencyPlan => ({
  kind: 'constant',
  code,
  exponent: currencyExponent(code),
})

async function decideCurrency(job: StageJob, raw: string, columns: Columns, likely: readonly string[]) {
  const { options, context, sniffed } = job
  const column = columns.get('currency')
  const written = column ? await job.engine.run(valuesOf(raw, column)) : []
  const known = written.map(({ value }) => readCurrency(value))
  const price = columns.get('unit_price') ?? columns.get('amount')
  const cells = price ? sniffed.rows.map((row) => row[Number(price.slice(1))] ?? '') : []
  const main = known.find((code) => code !== null)
  const fallback = options.currency ?? main ?? currencyOfPrices(cells) ?? context.currency
  if (!fallback) return { currency: null, ask: [{ code: 'CURRENCY', choices: currencyChoices(likely) }] }
  if (written.length === 0 || (written.length === 1 && known[0]))
    return { currency: constant(known[0] ?? fallback), ask: [] }
  const aliases = written.flatMap(({ value }, index) => {
    const code = known[index] ?? (value === '$' ? fallback : UNKNOWN_CURRENCY)
    return code === value ? [] : [[value, code] as const]
  })
  const plan: CurrencyPlan = {
    kind: 'column',
    fallback,
    aliases: new Map(aliases),
    exponents: unusualExponents(),
  }
  return { currency: plan, ask: [] }
}

/** Decides how dates, numbers and currency of a raw table are to be read; asks what cannot be decided. `likely`: currencies to offer first. */
export async function decide(
  job: StageJob,
  raw: string,
  columns: Columns,
  likely: readonly string[],
): Promise<Decisions> {
  const dates = await decideAllDates(job, raw, columns)
  const numbers = await decideAllNumbers(job, raw, columns)
  const { currency, ask } = await decideCurrency(job, raw, columns, likely)
  return {
    dates: dates.dates,
    numbers: numbers.numbers,
    currency,
    ask: [...dates.ask, ...numbers.ask, ...ask],
    notes: dates.notes,
  }
}
