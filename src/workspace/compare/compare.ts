import { toMajor } from '../../model/currency.ts'
import { AS_FILES, axesOf } from '../../model/definitions.ts'
import { METRICS, type MetricName } from '../../model/metric.ts'
import { type Outcome, success } from '../../model/outcome.ts'
import {
  orderDifferences,
  type OrderDifferenceRow,
  type OrderFate,
  orderFates,
} from '../../query/sql/compare-orders.ts'
import type { Runner } from '../../query/statement.ts'
import type { Settings } from '../../store/settings.ts'
import { dashboardContext } from '../dashboard/context.ts'
import { ask, type DashboardContext } from '../dashboard/range.ts'
import { metricSeries } from '../dashboard/series.ts'
import { dashboardSummary, type SummaryAnswer } from '../dashboard/summary.ts'
import type { Workspace } from '../workspace.ts'

/** The two sides of one figure; `difference` is mine less theirs, null where they cannot be held against each other. */
export interface Pair {
  readonly mine: number | null
  readonly theirs: number | null
  readonly difference: number | null
}

export interface SettingPair {
  readonly name: 'currency' | 'time_zone' | 'preset' | 'rates'
  readonly mine: string | null
  readonly theirs: string | null
}

/** A part of the difference in net sales. All causes together are all of it. */
export interface Cause {
  readonly code: 'only_mine' | 'only_theirs' | 'different' | 'rules'
  /** null: rules are no orders. */
  readonly orders: number | null
  readonly net_sales: number
}

export interface Comparison {
  /** What this side counts in; of a side without sales, what the other does. */
  readonly currency: string | null
  readonly their_currency: string | null
  /** The file holds no sales: nothing can be held against it. */
  readonly empty_there: boolean
  readonly from: string | null
  readonly to: string | null
  readonly figures: readonly ({ readonly metric: MetricName } & Pair)[]
  readonly months: readonly { readonly month: string; readonly net_sales: Pair; readonly orders: Pair }[]
  /** Settings that are not the same on both sides. */
  readonly settings: readonly SettingPair[]
  readonly causes: readonly Cause[]
  /** Orders in both, with the same amount; and those of them with another status. */
  readonly same_orders: number
  readonly other_status: number
  /** Those that differ most. */
  readonly orders: readonly OrderDifferenceRow[]
}

/** The other side, as the engine of this one shows it. */
export interface OtherSide {
  readonly settings: Settings
  readonly rates: readonly unknown[]
  /** Its orders counted by the rules of this side: name of the schema, and a runner for it. */
  readonly byMyRules: { readonly schema: string; readonly runner: Runner }
  readonly byItsRules: { readonly runner: Runner }
}

const SHOWN = 50

const pair = (mine: number | null, theirs: number | null, scale: number | null): Pair => ({
  mine,
  theirs,
  difference:
    mine === null || theirs === null || scale === null ? null : Number((mine - theirs).toFixed(scale)),
})

interface Span {
  readonly from: string
  readonly to: string
}

/** From the first day of either to the last of either. */
function spanOf(sides: readonly SummaryAnswer[]): Span | null {
  const firsts = sides.map(({ first_day }) => first_day).filter((day) => day !== null)
  const lasts = sides.map(({ last_day }) => last_day).filter((day) => day !== null)
  const [from, to] = [firsts.toSorted()[0], lasts.toSorted().at(-1)]
  return from && to ? { from, to } : null
}

async function monthsOf(context: DashboardContext, metric: MetricName, span: Span) {
  const series = await metricSeries(context, { metric, grain: 'month', ...span, compare: 'none' })
  const points = series.ok ? series.value.points : []
  return new Map(points.map(({ date, value }) => [date.slice(0, 7), value]))
}

async function monthPairs(mine: DashboardContext, theirs: DashboardContext, span: Span, comparable: boolean) {
  const [net, theirNet, orders, theirOrders] = await Promise.all([
    monthsOf(mine, 'net_sales', span),
    monthsOf(theirs, 'net_sales', span),
    monthsOf(mine, 'orders', span),
    monthsOf(theirs, 'orders', span),
  ])
  return [...new Set([...net.keys(), ...theirNet.keys()])].toSorted().map((month) => ({
    month,
    net_sales: pair(net.get(month) ?? 0, theirNet.get(month) ?? 0, comparable ? 6 : null),
    orders: pair(orders.get(month) ?? 0, theirOrders.get(month) ?? 0, 0),
  }))
}

const summaryOver = (context: DashboardContext, span: Span | null) =>
  dashboardSummary(context, span ? { ...span, compare: 'none' } : { preset: 'all', compare: 'none' })

function figurePairs(mine: SummaryAnswer, theirs: SummaryAnswer, comparable: boolean) {
  return METRICS.map((metric) => {
    const [own, other] = [mine.metrics[metric], theirs.metrics[metric]]
    return { metric, ...pair(own.value, other.value, own.unit === 'money' && !comparable ? null : 6) }
  })
}

function settingPairs(mine: Settings, theirs: Settings, rates: readonly [number, number]): SettingPair[] {
  const pairs: SettingPair[] = [
    { name: 'currency', mine: mine.currency, theirs: theirs.currency },
    { name: 'time_zone', mine: mine.time_zone, theirs: theirs.time_zone },
    {
      name: 'preset',
      mine: mine.definitions?.preset ?? null,
      theirs: theirs.definitions?.preset ?? null,
    },
    { name: 'rates', mine: String(rates[0]), theirs: String(rates[1]) },
  ]
  return pairs.filter((each) => each.mine !== each.theirs)
}

const CAUSES = ['only_mine', 'only_theirs', 'different'] as const

/** Net sales of mine less theirs: by orders, counted by the same rules, and what other rules make of the same orders. */
async function causesOf(context: DashboardContext, other: OtherSide, currency: string, whole: number) {
  const { schema } = other.byMyRules
  const rows = await ask(context, orderFates(schema, currency))
  const of = (fate: OrderFate) => rows.find((row) => row.fate === fate) ?? { orders: 0, mine: 0, theirs: 0 }
  const causes: Cause[] = CAUSES.map((code) => {
    const { orders, mine, theirs } = of(code)
    return { code, orders, net_sales: toMajor(mine - theirs, currency) }
  })
  const byOrders = causes.reduce((sum, { net_sales }) => sum + net_sales, 0)
  const rules = Number((whole - byOrders).toFixed(6))
  const found = await ask(context, orderDifferences(schema, currency, SHOWN))
  const major = (minor: number | null) => (minor === null ? null : toMajor(minor, currency))
  return {
    causes: [...causes, { code: 'rules' as const, orders: null, net_sales: rules }].filter(
      ({ orders, net_sales }) => orders || net_sales !== 0,
    ),
    same_orders: of('same').orders + of('status').orders,
    other_status: of('status').orders,
    orders: found.map((row) => ({ ...row, mine: major(row.mine), theirs: major(row.theirs) })),
  }
}

const NO_ORDERS = { causes: [], same_orders: 0, other_status: 0, orders: [] }

/** Holds the figures of the open workspace against those of another, over all their days, and says where a difference comes from. */
export async function compareWith(workspace: Workspace, other: OtherSide): Promise<Outcome<Comparison>> {
  const settings = await workspace.settings()
  const context = await dashboardContext(workspace)
  const base = await dashboardContext({ query: workspace.query, settings: async () => other.settings })
  const theirContext = { ...base, runner: other.byItsRules.runner }
  const alone = await Promise.all([summaryOver(context, null), summaryOver(theirContext, null)])
  const span = spanOf(alone.flatMap((each) => (each.ok ? [each.value] : [])))
  const [mine, theirs] = await Promise.all([summaryOver(context, span), summaryOver(theirContext, span)])
  if (!mine.ok) return mine
  if (!theirs.ok) return theirs
  const currency = mine.value.currency ?? theirs.value.currency
  const theirCurrency = theirs.value.currency ?? currency
  const comparable = currency === theirCurrency
  const net = (side: SummaryAnswer) => side.metrics.net_sales.value ?? 0
  const rates = [(await workspace.records('rates').list()).length, other.rates.length] as const
  return success({
    currency,
    their_currency: theirCurrency,
    empty_there: theirs.value.first_day === null,
    from: span?.from ?? null,
    to: span?.to ?? null,
    figures: figurePairs(mine.value, theirs.value, comparable),
    months: span ? await monthPairs(context, theirContext, span, comparable) : [],
    settings: settingPairs(settings, other.settings, rates),
    ...(currency && comparable
      ? await causesOf(context, other, currency, net(mine.value) - net(theirs.value))
      : NO_ORDERS),
  })
}

export const myAxes = async (workspace: Workspace) =>
  axesOf((await workspace.settings()).definitions ?? AS_FILES)
