import { periodDays } from '../../analytics/period.ts'
import { toMajor } from '../../model/currency.ts'
import { weekday } from '../../model/day.ts'
import type { Period } from '../../model/metric.ts'
import { type Outcome, success } from '../../model/outcome.ts'
import { heatOrders } from '../../query/sql/heat-orders.ts'
import { heatSales } from '../../query/sql/heat-sales.ts'
import {
  ask,
  type DashboardContext,
  rangeAnswer,
  type RangeAnswer,
  type RangeInput,
  resolveRange,
} from './range.ts'

export interface HeatCell {
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number
  readonly hour: number
  readonly net_sales: number
  readonly orders: number
}

export interface HeatmapAnswer extends RangeAnswer {
  /** All 168, by weekday and hour; none when there are no orders at all. */
  readonly cells: HeatCell[]
  /** How often each weekday occurs in the period, to make averages of the sums. */
  readonly weekdays: { readonly weekday: number; readonly days: number }[]
  /** False when all orders are booked at one hour: the files carry days, no times. */
  readonly has_hours: boolean
  readonly orders: number
  readonly rule: string
}

const RULE =
  'net sales of product lines and number of sale orders, by weekday and by hour of the shop’s clock; sums over the period'

const occurrences = ({ from, to }: Period): { weekday: number; days: number }[] => {
  const days = periodDays({ from, to })
  const start = weekday(from)
  return Array.from({ length: 7 }, (_, index) => {
    const ahead = (index + 1 - start + 7) % 7
    return { weekday: index + 1, days: ahead < days ? Math.floor((days - 1 - ahead) / 7) + 1 : 0 }
  })
}

const cellOf = ({ weekday: day, hour }: { weekday: number; hour: number }): number => (day - 1) * 24 + hour

/** When the shop sells: net sales and orders of every hour of the week. */
export async function heatmap(context: DashboardContext, input: RangeInput): Promise<Outcome<HeatmapAnswer>> {
  const resolved = await resolveRange(context, { ...input, compare: 'none' })
  if (!resolved.ok) return resolved
  const range = resolved.value
  const head = { ...rangeAnswer(context, range), rule: RULE }
  if (!range) return success({ ...head, cells: [], weekdays: [], has_hours: false, orders: 0 })
  const { currency, period } = range
  const [sales, orders] = await Promise.all([
    ask(context, heatSales(currency, period)),
    ask(context, heatOrders(currency, period)),
  ])
  const net = new Map(sales.map((row) => [cellOf(row), toMajor(row.net, currency)]))
  const count = new Map(orders.map((row) => [cellOf(row), row.orders]))
  const cells = Array.from({ length: 168 }, (_, cell): HeatCell => ({
    weekday: Math.floor(cell / 24) + 1,
    hour: cell % 24,
    net_sales: net.get(cell) ?? 0,
    orders: count.get(cell) ?? 0,
  }))
  return success({
    ...head,
    cells,
    weekdays: occurrences(period),
    has_hours: new Set(orders.map(({ hour }) => hour)).size > 1,
    orders: orders.reduce((sum, row) => sum + row.orders, 0),
  })
}
