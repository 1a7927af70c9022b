import { decideDates } from '../../src/import/date-format.ts'
import type { CellField } from '../../src/import/fields.ts'
import { anyTable } from '../../src/import/sources/table.ts'
import { FACT_FIELDS, type FactField } from '../../src/import/fact-fields.ts'
import { decideDecimals, readNumbers } from '../../src/import/number-format.ts'
import type { SeenFacts } from '../../src/import/sources/recognise-facts.ts'
import { zoneSpans } from '../../src/import/time-zone.ts'
import { addDays } from '../../src/model/day.ts'
import type { Question } from '../../src/model/preview.ts'
import type { NumberReading } from '../../src/model/reading.ts'
import type { CurrencyPlan } from '../../src/query/staging/cell-plan.ts'
import type { FactPlan } from '../../src/query/staging/fact-cells.ts'
import { shapesOf, type ShapeRow } from '../../src/query/staging/profile.ts'
import { decideCurrency } from './decide.ts'
import { first, type StageJob } from './stage-job.ts'

const FIRST_DAY = '1990-01-01'
const LAST_DAY = '2100-01-01'

/** Code of a row that lacks what its kind needs, by the first of the fields. */
const LACKING: Partial<Record<FactField, string>> = {
  at: 'DATE_MISSING',
  amount: 'NUMBER_MISSING',
  rating: 'NUMBER_MISSING',
}

const seconds = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000

const columnName = (index: number): string => `c${index}`

async function readDates(job: StageJob, raw: string, seen: SeenFacts) {
  const dates = new Map<string, FactPlan['dates'] extends ReadonlyMap<string, infer Value> ? Value : never>()
  const ask: Question[] = []
  for (const [field, index] of seen.columns) {
    if (FACT_FIELDS[field] !== 'date') continue
    const column = columnName(index)
    const decision = decideDates(await job.engine.run(shapesOf(raw, column, true)), job.options.date_order)
    if (decision.kind === 'ask')
      ask.push({ code: 'DATE_ORDER', column: job.sniffed.columns[index] ?? column, choices: ['dmy', 'mdy'] })
    if (decision.kind === 'read') dates.set(field, { column, reading: decision.reading })
    // Nothing in it reads as a date: every row of it is refused.
    if (decision.kind === 'none') dates.set(field, { column, reading: { shapes: [] } })
  }
  return { dates, ask }
}

async function readAllNumbers(job: StageJob, raw: string, seen: SeenFacts) {
  const shapes = new Map<FactField, ShapeRow[]>()
  for (const [field, index] of seen.columns)
    if (FACT_FIELDS[field] === 'number' || FACT_FIELDS[field] === 'money')
      shapes.set(field, await job.engine.run(shapesOf(raw, columnName(index), false)))
  const decimals = decideDecimals([...shapes.values()], job.options.decimal)
  const ask: Question[] = decimals === null ? [{ code: 'NUMBER_FORMAT', choices: ['.', ','] }] : []
  const numbers = new Map(
    [...shapes].map(([field, own], index) => {
      const reading: NumberReading = { ...readNumbers(own, decimals?.[index] ?? '.'), plain: false }
      return [
        field,
        { column: columnName(seen.columns.get(field)!), reading, isMoney: FACT_FIELDS[field] === 'money' },
      ] as const
    }),
  )
  return { numbers, ask }
}

/** The currency of orders in the same drop, for files that name none. */
const currencyOfDrop = async ({ engine }: StageJob): Promise<string | null> =>
  (
    await first(
      engine.run<{ code: string | null }>({
        sql: 'SELECT mode(currency) AS code FROM stage.orders',
        params: [],
      }),
    )
  )?.code ?? null

async function readCurrency(job: StageJob, raw: string, seen: SeenFacts) {
  const hasMoney = [...seen.columns.keys()].some((field) => FACT_FIELDS[field] === 'money')
  const none: CurrencyPlan = { kind: 'constant', code: job.context.currency ?? 'EUR', exponent: 2 }
  if (!hasMoney) return { currency: none, ask: [] }
  const known = job.context.currency ?? (await currencyOfDrop(job))
  const amount = seen.columns.get('amount') ?? seen.columns.get('price') ?? seen.columns.get('cost')
  const currency = seen.columns.get('currency')
  const indices = new Map<CellField, number>([
    ...(amount === undefined ? [] : [['amount', amount] as const]),
    ...(currency === undefined ? [] : [['currency', currency] as const]),
  ])
  const columns = new Map([...indices].map(([field, index]) => [field, columnName(index)] as const))
  const context = { ...job.context, currency: known }
  return decideCurrency({ job: { ...job, context }, source: anyTable, raw, columns, indices })
}

/** What each row must have: quantities and costs may be empty, days, names and amounts may not. */
const neededCells = ({ source, columns }: SeenFacts): FactPlan['needs'] =>
  source.needs
    .filter(([field]) => field && (FACT_FIELDS[field] === 'text' || field in LACKING))
    .map((some) => ({
      fields: some.filter((field) => columns.has(field)),
      code: LACKING[some[0]!] ?? 'CELL_MISSING',
    }))

/** How the texts of a table of facts are read, or what must be asked first. */
export async function decideFacts(
  job: StageJob,
  raw: string,
  seen: SeenFacts,
): Promise<{ readonly plan: FactPlan | null; readonly ask: readonly Question[]; readonly currency: string }> {
  const dates = await readDates(job, raw, seen)
  const numbers = await readAllNumbers(job, raw, seen)
  const { currency, ask } = await readCurrency(job, raw, seen)
  const questions = [...dates.ask, ...numbers.ask, ...ask]
  if (questions.length > 0 || !currency) return { plan: null, ask: questions, currency: '' }
  const zone = job.options.time_zone ?? job.context.timeZone
  const to = seen.source.kind === 'calendar' ? LAST_DAY : addDays(job.context.asOf, 2)
  const texts = [...seen.columns].filter(
    ([field]) => FACT_FIELDS[field] === 'text' || FACT_FIELDS[field] === 'person',
  )
  const plan: FactPlan = {
    raw,
    texts: new Map(texts.map(([field, index]) => [field, columnName(index)])),
    dates: dates.dates,
    numbers: numbers.numbers,
    spans: zoneSpans(zone, seconds(FIRST_DAY), seconds(addDays(to, 30))),
    days: { from: FIRST_DAY, to },
    currency,
    needs: neededCells(seen),
    onlyTypes: seen.source.onlyTypes?.source,
  }
  return { plan, ask: [], currency: currency.kind === 'constant' ? currency.code : currency.fallback }
}
