import { decideDates, shapeOf, type ShapeCount } from '../../src/import/date-format.ts'
import {
  currencyChoices,
  currencyOfDollars,
  currencyOfPrices,
  currencyOfTexts,
  readCurrency,
  unusualExponents,
} from '../../src/import/currency-cells.ts'
import { DATE_FIELDS, NUMBER_FIELDS, type CellField, type FieldColumns } from '../../src/import/fields.ts'
import { decideDecimals, readNumbers } from '../../src/import/number-format.ts'
import type { OrderSource } from '../../src/import/sources/source.ts'
import type { Question } from '../../src/model/preview.ts'
import { currencyExponent } from '../../src/model/currency.ts'
import type { DateReading, NumberReading } from '../../src/model/reading.ts'
import { UNKNOWN_CURRENCY, type CurrencyPlan } from '../../src/query/staging/cell-plan.ts'
import {
  firstCell,
  plainness,
  rateEvidence,
  shapesOf,
  valuesOf,
  type PlainRow,
  type ShapeRow,
} from '../../src/query/staging/profile.ts'
import type { LineTexts } from './shape-rows.ts'
import { first, type StageJob } from './stage-job.ts'

/** How the text of a table is read, decided from the cells of a raw table. */
export interface Decisions {
  readonly dates: ReadonlyMap<string, DateReading>
  readonly numbers: ReadonlyMap<string, NumberReading>
  readonly currency: CurrencyPlan | null
  /** The discounts are rates, of 1 or of 100. */
  readonly discountRate?: number | undefined
  readonly ask: readonly Question[]
  readonly notes: readonly string[]
}

/** The texts to decide on, and what is known of them beforehand. */
interface Asked {
  readonly job: StageJob
  readonly source: OrderSource
  /** Table of texts, and its columns by field. */
  readonly raw: string
  readonly columns: ReadonlyMap<CellField, string>
  /** Columns of the file. */
  readonly indices: FieldColumns
}

async function decideAllDates(asked: Asked) {
  const { job, raw, columns, source } = asked
  const dates = new Map<string, DateReading>()
  const ask: Question[] = []
  const notes: string[] = []
  for (const field of DATE_FIELDS) {
    const column = columns.get(field)
    if (!column) continue
    const shapes = (await onlyShape(job, raw, column)) ?? (await job.engine.run(shapesOf(raw, column, true)))
    const open = decideDates(shapes, job.options.date_order)
    const decision = open.kind === 'ask' ? decideDates(shapes, usualOrder(shapes, source)) : open
    if (decision.kind === 'ask')
      ask.push({ code: 'DATE_ORDER', column: columnName(asked, field), choices: ['dmy', 'mdy'] })
    if (decision.kind === 'read') {
      dates.set(field, decision.reading)
      if (field === 'ordered_at') notes.push(...decision.notes)
    }
  }
  return { dates, ask, notes }
}

/** The platform's own order of day and month; where it writes dots, the day is first. */
const usualOrder = (shapes: readonly ShapeCount[], { dateOrder }: OrderSource) =>
  dateOrder && shapes.every(({ shape }) => /^99?\.99?\./.test(shape)) ? 'dmy' : dateOrder

const columnName = ({ job, indices }: Asked, field: CellField): string =>
  job.sniffed.columns[indices.get(field) ?? -1] ?? field

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

async function decideAllNumbers(asked: Asked) {
  const { job, raw, columns, source } = asked
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
  const decimals = decideDecimals([...shapes.values()], job.options.decimal, source.decimal)
  const price = (['unit_price', 'amount'] as const).find((field) => columns.has(field))
  const ask: Question[] = decimals
    ? []
    : [{ code: 'NUMBER_FORMAT', ...(price && { column: columnName(asked, price) }), choices: ['.', ','] }]
  const numbers = new Map(
    [...shapes].map(([field, own], index) => [field, readNumbers(own, decimals?.[index] ?? '.')] as const),
  )
  return { numbers, ask }
}

/** Whether the discounts of a mapped table are rates: percent signs, or nothing but shares between 0 and 1. */
async function decideRate({ job, raw, columns }: Asked): Promise<number | undefined> {
  const column = columns.get('discount')
  if (!column) return undefined
  const found = await first(job.engine.run(rateEvidence(raw, column)))
  if (!found || found.cells === 0) return undefined
  if (found.percent > found.cells / 2) return 100
  return found.beyond === 0 && found.between > 0 ? 1 : undefined
}

const constant = (code: string): CurrencyPlan => ({
  kind: 'constant',
  code,
  exponent: currencyExponent(code),
})

/** Cells of prices in the sample, for the sign of a currency that they may carry. */
function priceCells({ job, indices }: Asked): string[] {
  const prices = ['price_text', 'unit_price', 'amount', 'total', 'subtotal', 'gross_sales']
    .map((field) => indices.get(field))
    .filter((index) => index !== undefined)
  return job.sniffed.rows.flatMap((row) => prices.map((index) => row[index] ?? ''))
}

/** Names of zones in the sample; one empty text where the layout has none. */
function zoneCells({ job, source, indices }: Asked): string[] {
  const index = indices.get(source.zoneField ?? '')
  return index === undefined ? [''] : job.sniffed.rows.map((row) => row[index] ?? '')
}

/** Decides in which currency a table's amounts are: by its column, its symbols, the workspace; else asks. */
export async function decideCurrency(
  asked: Asked,
): Promise<{ readonly currency: CurrencyPlan | null; readonly ask: readonly Question[] }> {
  const { job, raw, columns, source, indices } = asked
  const { options, context, sniffed } = job
  const column = columns.get('currency')
  const named = indices.get(source.currencyField ?? '')
  const written = column
    ? await job.engine.run(valuesOf(raw, column))
    : named === undefined
      ? []
      : await job.engine.run(valuesOf(`stage.raw_${job.index}`, `c${named}`))
  const known = written.map(({ value }) => readCurrency(value))
  const main = known.find((code) => code !== null)
  const told = main ?? source.currency ?? currencyOfTexts(sniffed.header, sniffed.before)
  const prices = priceCells(asked)
  const signed = currencyOfPrices(prices) ?? currencyOfDollars(prices, zoneCells(asked), source.dollars ?? [])
  const fallback = options.currency ?? told ?? signed ?? context.currency
  if (!fallback)
    return { currency: null, ask: [{ code: 'CURRENCY', choices: currencyChoices(source.currencies) }] }
  if (!column || written.length === 0 || (written.length === 1 && known[0]))
    return { currency: constant(main ?? fallback), ask: [] }
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

/** Decides how dates, numbers and currency of the lines' texts are to be read; asks what cannot be decided. */
export async function decide(
  job: StageJob,
  source: OrderSource,
  { table, columns }: LineTexts,
  indices: FieldColumns,
): Promise<Decisions> {
  const asked: Asked = { job, source, raw: table, columns, indices }
  const dates = await decideAllDates(asked)
  const numbers = await decideAllNumbers(asked)
  const { currency, ask } = await decideCurrency(asked)
  const discountRate = source.name === 'table' ? await decideRate(asked) : undefined
  return {
    dates: dates.dates,
    numbers: numbers.numbers,
    currency,
    discountRate,
    ask: [...dates.ask, ...numbers.ask, ...ask],
    notes: [...dates.notes, ...(discountRate ? ['DISCOUNT_AS_RATE'] : [])],
  }
}
