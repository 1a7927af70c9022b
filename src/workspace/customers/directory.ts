import { toMajor, toMinor } from '../../model/currency.ts'
import type { CustomerOrder } from '../../model/customer-sort.ts'
import type { Engine } from '../../query/duckdb.ts'
import { makeDirectory, readScores } from '../../query/customers/base.ts'
import { anonymousOrders, type ChoiceRow, customerChoices } from '../../query/customers/choices.ts'
import type { CustomerFilter } from '../../query/customers/filter.ts'
import {
  findCustomers,
  forgetFound,
  foundPage,
  foundTotal,
  type FoundTotalRow,
  type ListedRow,
} from '../../query/customers/found.ts'
import { dataSpan } from '../../query/sql/data-span.ts'
import type { Workspace } from '../workspace.ts'
import { customerBase, customerContext } from './base.ts'
import { awaitPredictions, type PredictedBeside, type Waiting } from './predicted.ts'
import { judgeAsOf } from './judge.ts'

/** What a list of customers is asked for; amounts in major units. */
export interface ListInput extends Omit<CustomerFilter, 'net_min' | 'net_max'> {
  /** Amounts in major units. */
  readonly net_sales_min?: number | undefined
  readonly net_sales_max?: number | undefined
  readonly currency?: string | undefined
  readonly order: CustomerOrder
  /** Whether to wait for worth, risk and next order; unless told, where that is soon done. */
  readonly predictions?: Waiting | undefined
  readonly limit: number
  readonly offset: number
}

/** A customer as lists show it: amounts in major units, tags apart. */
export interface Listed extends Omit<ListedRow, 'net' | 'tags' | 'r' | 'f' | 'm' | 'clv'> {
  readonly tags: string[]
  readonly net_sales: number
  readonly average_order_value: number | null
  readonly rfm: { readonly r: number; readonly f: number; readonly m: number } | null
  readonly clv: number | null
}

interface Found {
  readonly question: string
  readonly number: number
  readonly total: Promise<FoundTotalRow>
}

/** The tables of schema `directory` that an engine holds: for one state of the data and one currency. */
export interface Directory extends PredictedBeside {
  readonly key: string
  readonly currency: string
  readonly made: Promise<void>
  /** Segments and scores beside it: begun once the directory stands, for they take longer. */
  scored: Promise<void> | undefined
  hasScores: boolean
  found: readonly Found[]
  last: number
}

const KEPT = 4
const directories = new WeakMap<Engine, Directory>()

async function currencyOf(workspace: Workspace, asked: string | undefined): Promise<string> {
  const { reporting_currency, currency } = await workspace.settings()
  const own = asked ?? reporting_currency ?? currency
  if (own) return own
  return (await workspace.query.run(dataSpan()))[0]?.currency ?? 'EUR'
}

let scoreFiles = 0

/** Scores and segments by rule of everybody with an order, put beside the directory so that lists can be narrowed by them. */
async function putScores(workspace: Workspace, engine: Engine, currency: string): Promise<void> {
  const base = await customerBase(await customerContext(workspace, {}), { currency })
  if (!base.ok || !base.value) return
  const { facts, segments, rfm } = judgeAsOf(base.value, base.value.asOfNumber)
  const lines = segments.map((segment, at) =>
    [facts.id[at], segment, rfm.r[at], rfm.f[at], rfm.m[at]].join(','),
  )
  if (lines.length === 0) return
  const name = `scores-${++scoreFiles}.csv`
  await engine.putFile(name, new TextEncoder().encode(`${lines.join('\n')}\n`))
  await engine.exec(readScores(name))
  await engine.dropFile(name)
}

async function make(engine: Engine, currency: string): Promise<void> {
  for (const sql of makeDirectory(currency)) await engine.exec(sql)
}

/** Waits for the scores; the first to ask begins them. */
function scores(workspace: Workspace, engine: Engine, directory: Directory): Promise<void> {
  directory.scored ??= putScores(workspace, engine, directory.currency).then(() => {
    directory.hasScores = true
  })
  return directory.scored
}

/** The directory of the data in force, made when the first asks for it and kept until they change. */
export async function openDirectory(
  workspace: Workspace,
  asked?: string,
): Promise<{ engine: Engine; directory: Directory }> {
  const currency = await currencyOf(workspace, asked)
  // Read before the engine is asked for: what changes while it is awaited makes another directory, not a stale one.
  const version = `${workspace.generation()} ${workspace.edits.revision()}`
  const engine = await workspace.live.engine()
  const key = `${version} ${currency}`
  const known = directories.get(engine)
  const directory =
    known?.key === key
      ? known
      : {
          key,
          currency,
          made: make(engine, currency),
          scored: undefined,
          hasScores: false,
          predicted: undefined,
          hasPredictions: false,
          stop: new AbortController(),
          found: [],
          last: 0,
        }
  // The data have changed: what was being predicted of them is of no use.
  if (known && known !== directory && known.currency === currency) known.stop.abort()
  directories.set(engine, directory)
  try {
    await directory.made
  } catch (cause) {
    if (directories.get(engine) === directory) directories.delete(engine)
    throw cause
  }
  return { engine, directory }
}

async function search(engine: Engine, number: number, filter: CustomerFilter, order: CustomerOrder) {
  await engine.run(findCustomers(number, filter, order))
  const [total] = await engine.run(foundTotal(number))
  return total ?? { customers: 0, orders: 0, net: 0 }
}

/** What a question has found; the four last questions are kept. */
async function find(
  { engine, directory }: { engine: Engine; directory: Directory },
  filter: CustomerFilter,
  order: CustomerOrder,
): Promise<{ number: number; total: FoundTotalRow }> {
  const question = JSON.stringify([filter, order])
  let found = directory.found.find((each) => each.question === question)
  if (!found) {
    const number = ++directory.last
    found = { question, number, total: search(engine, number, filter, order) }
    found.total.catch(() => {
      directory.found = directory.found.filter((each) => each.number !== number)
    })
  }
  const others = directory.found.filter((each) => each.question !== question)
  directory.found = [found, ...others].slice(0, KEPT)
  for (const old of others.slice(KEPT - 1)) await engine.exec(forgetFound(old.number))
  return { number: found.number, total: await found.total }
}

/** Tags are joined by the unit separator, which no tag holds. */
export const listedOf = (row: ListedRow, currency: string): Listed => {
  const { net, tags, r, f, m, clv, ...rest } = row
  return {
    ...rest,
    tags: tags ? tags.split('\u001F') : [],
    net_sales: toMajor(net, currency),
    average_order_value: rest.orders > 0 ? toMajor(Math.round(net / rest.orders), currency) : null,
    rfm: r !== null && f !== null && m !== null ? { r, f, m } : null,
    clv: clv === null ? null : toMajor(clv, currency),
  }
}

/** The same in a list, which leaves the preferences out. */
export const entryOf = (row: ListedRow, currency: string) => ({
  ...listedOf(row, currency),
  preferences: null,
})

/** A filter as it is asked, with its amounts in minor units. */
function minorFilter(
  {
    net_sales_min,
    net_sales_max,
    clv_min,
    clv_max,
    ...filter
  }: Omit<ListInput, 'order' | 'limit' | 'offset' | 'currency' | 'predictions'>,
  currency: string,
): CustomerFilter {
  const amounts = { net_min: net_sales_min, net_max: net_sales_max, clv_min, clv_max }
  const given = Object.entries(amounts).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, toMinor(value, currency)] as const],
  )
  return { ...filter, ...Object.fromEntries(given) }
}

const PREDICTED = ['clv', 'churn', 'next'] as const

/** Whether a list is narrowed or put in order by what is predicted. */
const restsOnPredictions = ({ order, ...filter }: ListInput): boolean =>
  PREDICTED.some(
    (name) =>
      order.key.startsWith(name) ||
      Object.entries(filter).some(([key, value]) => key.startsWith(name) && value !== undefined),
  )

/** A page of the customers that a filter leaves, with what all of them add up to. */
export async function listCustomers(workspace: Workspace, input: ListInput) {
  const { order, limit, offset, currency: asked, predictions: waiting, ...filter } = input
  const open = await openDirectory(workspace, asked)
  const { currency } = open.directory
  if (filter.segment !== undefined || order.key === 'segment' || order.key === 'rfm')
    await scores(workspace, open.engine, open.directory)
  await awaitPredictions(workspace, open, waiting, restsOnPredictions(input))
  const { number, total } = await find(open, minorFilter(filter, currency), order)
  const rows = limit > 0 ? await open.engine.run(foundPage(number, offset, limit)) : []
  const next = offset + limit
  return {
    currency,
    items: rows.map((row) => entryOf(row, currency)),
    total: total.customers,
    next: next < total.customers ? String(next) : null,
    scored: open.directory.hasScores,
    predicted: open.directory.hasPredictions,
    totals: { orders: total.orders, net_sales: toMajor(total.net, currency) },
  }
}

/** Puts segments and scores beside the directory, unless they are there. */
export async function scoreDirectory(workspace: Workspace): Promise<void> {
  const { engine, directory } = await openDirectory(workspace)
  await scores(workspace, engine, directory)
}

/** By what customers can be filtered, and the orders that no customer is known of. */
export async function directoryChoices(workspace: Workspace, asked?: string) {
  const { engine, directory } = await openDirectory(workspace, asked)
  const rows = await engine.run(customerChoices())
  const [anonymous] = await engine.run(anonymousOrders(directory.currency))
  const of = (kind: ChoiceRow['kind']) =>
    rows.filter((row) => row.kind === kind).map(({ value, customers }) => ({ value, customers }))
  return {
    currency: directory.currency,
    countries: of('country'),
    tags: of('tag'),
    anonymous: {
      orders: anonymous?.orders ?? 0,
      net_sales: toMajor(anonymous?.net ?? 0, directory.currency),
    },
  }
}
