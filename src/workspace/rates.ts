import { readRates, type RatesOptions, type RatesText } from '../import/rates-text.ts'
import { toMajor } from '../model/currency.ts'
import { AS_FILES, axesOf } from '../model/definitions.ts'
import { failure, type Outcome, success } from '../model/outcome.ts'
import type { RateEntry } from '../model/rates.ts'
import type { Conversion } from '../query/rate-views.ts'
import { currencyCoverage, type CurrencyCoverageRow } from '../query/sql/currency-coverage.ts'
import { noteChange } from '../store/history.ts'
import { type RateList, rateRecord, readRateEntries, readRateLists } from './rate-table.ts'
import type { Workspace } from './workspace.ts'

/** So many rates a workspace keeps at most: a lifetime of days in ten currencies. */
const MOST_RATES = 100_000

/** One currency as it was paid, in its own major units, and what of it stays apart for want of a rate. */
export interface CurrencyState {
  readonly currency: string
  readonly orders: number
  readonly net_sales: number
  readonly first_day: string
  readonly last_day: string
  /** In the reporting currency; null where nothing is converted. */
  readonly converted: number | null
  readonly apart: {
    readonly orders: number
    readonly net_sales: number
    readonly first_day: string | null
    readonly last_day: string | null
  } | null
}

export interface RatesState {
  readonly reporting_currency: string | null
  readonly currencies: CurrencyState[]
  /** All that is converted, in the reporting currency. */
  readonly sum: { readonly orders: number; readonly net_sales: number } | null
}

const currencyState = (row: CurrencyCoverageRow, to: string | null): CurrencyState => ({
  currency: row.currency,
  orders: row.orders,
  net_sales: toMajor(row.net, row.currency),
  first_day: row.first_day,
  last_day: row.last_day,
  converted: to ? toMajor(row.converted, to) : null,
  apart:
    row.apart_orders > 0 || row.apart_net !== 0
      ? {
          orders: row.apart_orders,
          net_sales: toMajor(row.apart_net, row.currency),
          first_day: row.apart_first_day,
          last_day: row.apart_last_day,
        }
      : null,
})

/** What a conversion makes of the workspace's currencies; without one, as it is in force. */
export async function ratesState(workspace: Workspace, asked?: Conversion): Promise<RatesState> {
  const { definitions, reporting_currency } = await workspace.settings()
  const { schema, runner } = asked
    ? await workspace.live.under(axesOf(definitions ?? AS_FILES), { conversion: asked })
    : { schema: 'store', runner: workspace.query }
  const to = asked ? asked.to : reporting_currency
  const rows = await runner.run(currencyCoverage(schema, to))
  const sum = (of: (row: CurrencyCoverageRow) => number) => rows.reduce((all, row) => all + of(row), 0)
  return {
    reporting_currency: to,
    currencies: rows.map((row) => currencyState(row, to)),
    sum: to
      ? {
          orders: sum((row) => row.orders - row.apart_orders),
          net_sales: toMajor(
            sum((row) => row.converted),
            to,
          ),
        }
      : null,
  }
}

/** Lists of rates, the newest first. */
export const listRates = async (workspace: Pick<Workspace, 'database'>): Promise<RateList[]> =>
  (await readRateLists(workspace.database)).toReversed()

/** Currencies that rates are kept for: those of the shop, the one reported in, and those that two of them have a pair with. */
function keptCurrencies(entries: readonly RateEntry[], own: ReadonlySet<string>): ReadonlySet<string> {
  const met = new Map<string, Set<string>>()
  for (const { base, quote } of entries)
    for (const [one, other] of [
      [base, quote],
      [quote, base],
    ] as const)
      if (own.has(other)) met.set(one, (met.get(one) ?? new Set()).add(other))
  return new Set([...own, ...[...met].filter(([, with_]) => with_.size > 1).map(([currency]) => currency)])
}

export interface ReadRates extends RatesText {
  /** Rates of currencies in which nothing was sold. */
  readonly unused: number
}

/** Reads rates from a text, and leaves out those of currencies that the workspace does not have. */
export async function readRatesFor(
  workspace: Workspace,
  text: string,
  options: RatesOptions,
): Promise<ReadRates> {
  const read = readRates(text, options)
  const { currencies, reporting_currency } = await ratesState(workspace)
  const own = new Set(currencies.map(({ currency }) => currency))
  if (own.size === 0) return { ...read, unused: 0 }
  for (const more of [reporting_currency, options.other]) if (more) own.add(more)
  const kept = keptCurrencies(read.entries, own)
  const entries = read.entries.filter(({ base, quote }) => kept.has(base) && kept.has(quote))
  return { ...read, entries, unused: read.entries.length - entries.length }
}

/** A conversion with more rates than are kept, for asking what it would do. */
export async function conversionWith(
  workspace: Workspace,
  to: string,
  more: readonly RateEntry[],
): Promise<Conversion> {
  const { currency } = await workspace.settings()
  return { to, own: currency, entries: [...(await readRateEntries(workspace.database)), ...more] }
}

/** Keeps rates, and reports in a currency where one is given; every figure follows. TOO_LARGE: more than a workspace keeps. */
export async function addRates(
  workspace: Workspace,
  entries: readonly RateEntry[],
  label: string,
  reporting: string | null | undefined,
): Promise<Outcome<string>> {
  const lists = await readRateLists(workspace.database)
  const kept = lists.reduce((sum, list) => sum + list.entries.length, 0)
  if (kept + entries.length > MOST_RATES)
    return failure('TOO_LARGE', `a workspace keeps ${MOST_RATES} rates at most`, { most: MOST_RATES, kept })
  const record = rateRecord(entries, label, (lists.at(-1)?.n ?? 0) + 1)
  const settings = reporting === undefined ? {} : { reporting_currency: reporting }
  const changed = await workspace.changeMeaning(settings, { table: 'rates', put: [record] })
  if (!changed.ok) return changed
  await noteChange(workspace.database, 'settings', { table: 'rates', id: record.id, rates: entries.length })
  return success(record.id)
}

/** Takes a list of rates away; every figure follows. */
export async function removeRates(workspace: Workspace, id: string): Promise<Outcome<RateList>> {
  const list = (await readRateLists(workspace.database)).find((kept) => kept.id === id)
  if (!list) return failure('NOT_FOUND', `no list of rates ${id}`)
  const changed = await workspace.changeMeaning({}, { table: 'rates', remove: [id] })
  if (!changed.ok) return changed
  await noteChange(workspace.database, 'settings', { table: 'rates', id, act: 'removed' })
  return success(list)
}

/** Reports in a currency from now on, or keeps currencies apart (null). */
export async function reportIn(workspace: Workspace, currency: string | null): Promise<Outcome<number>> {
  const changed = await workspace.changeMeaning({ reporting_currency: currency })
  if (changed.ok) await noteChange(workspace.database, 'settings', { reporting_currency: currency })
  return changed
}
