import { buckets } from '../../analytics/buckets.ts'
import { METRIC_DEFINITIONS, relativeChange } from '../../analytics/metrics/dictionary.ts'
import type { Headline } from '../../analytics/metrics/headline.ts'
import type { HeadlineFacts, Mover } from '../../analytics/metrics/headline-facts.ts'
import { headlines } from '../../analytics/metrics/headlines.ts'
import { alignment, periodDays } from '../../analytics/period.ts'
import type { Axes } from '../../model/definitions.ts'
import { toMajor } from '../../model/currency.ts'
import { addDays } from '../../model/day.ts'
import {
  type Dimension,
  type Figures,
  type Grain,
  type MetricName,
  METRICS,
  type Period,
} from '../../model/metric.ts'
import { type Outcome, success } from '../../model/outcome.ts'
import {
  dimensionTotals,
  type DimensionSort,
  type DimensionTotalsRow,
} from '../../query/sql/dimension-totals.ts'
import { keptApart, type KeptApartRow } from '../../query/sql/kept-apart.ts'
import { figuresOf, type FigureTable, figureTable, presented } from './figures.ts'
import { absentDeductions, type Absent } from './absent.ts'
import { CUSTOMER_METRICS, type MetricNote, metricNote, nobodyNamed, notInData } from './notes.ts'
import {
  ask,
  type DashboardContext,
  type Range,
  rangeAnswer,
  type RangeAnswer,
  type RangeInput,
  resolveRange,
} from './range.ts'

export interface MetricAnswer extends Partial<MetricNote> {
  readonly unit: 'money' | 'count' | 'ratio'
  readonly better: 'up' | 'down' | 'neither'
  readonly value: number | null
  readonly previous: number | null
  readonly change: number | null
  readonly estimated?: boolean
  /** Returns of the last orders, which stand on the day of the order, are still to come. */
  readonly immature?: boolean
  /** The present period in steps of `spark_grain`. */
  readonly spark: (number | null)[]
}

export interface SummaryAnswer extends RangeAnswer {
  readonly spark_grain: Grain | null
  readonly metrics: Readonly<Record<MetricName, MetricAnswer>>
  readonly headlines: Headline[]
  /** Lines that make no figure, so that nothing is dropped silently; amounts in major units. */
  readonly kept_apart: KeptApartRow[]
}

/** How many of the keys that moved most are looked at for the headlines. */
const MOVERS = 40

const sparkGrain = (period: Period): Grain => {
  const days = periodDays(period)
  return days <= 92 ? 'day' : days <= 730 ? 'week' : 'month'
}

const mover = (row: DimensionTotalsRow): Mover => ({
  key: row.key,
  name: row.title ?? row.key,
  net: row.net,
  previous: row.previous_net,
})

async function movers(context: DashboardContext, range: Range, dimension: Dimension): Promise<Mover[]> {
  const sort: DimensionSort = range.scope.previous ? '-moved' : '-net_sales'
  const request = { scope: range.scope, dimension, sort, limit: MOVERS, offset: 0 }
  return (await ask(context, dimensionTotals(request))).map(mover)
}

/** So long after an order its return may still come; platforms and shops give 14 to 30 days. */
const RETURN_DAYS = 30

const OF_RETURNS: readonly MetricName[] = ['returns', 'net_sales']

/** Returns that no file dates stand on the day of the order: those of the last weeks are not in the files yet. */
const returnsAreImmature = ({ period, lastDay }: Range, now: Figures, before: Figures): boolean =>
  period.to > addDays(lastDay, -RETURN_DAYS) && ((now.estimated ?? 0) > 0 || (before.estimated ?? 0) > 0)

const NOT_THERE = { ...notInData, value: null, previous: null, change: null, spark: [] }

const ESTIMATED: readonly MetricName[] = ['returns', 'net_sales', 'total_sales', 'gross_margin']

function metricAnswers(
  table: FigureTable,
  range: Range,
  grain: Grain,
  axes: Axes | undefined,
  absent: Absent,
): SummaryAnswer['metrics'] {
  const steps = buckets(range.period, grain)
  const now = table.at(0, null)
  const immature = returnsAreImmature(range, now, table.at(1, null))
  const entries = METRICS.map((metric): [MetricName, MetricAnswer] => {
    const shown = (figures: Figures) => presented(metric, figures, range.currency, axes)
    const [value, previous] = [shown(now), range.scope.previous ? shown(table.at(1, null)) : null]
    const { unit, better } = METRIC_DEFINITIONS[metric]
    const answer: MetricAnswer = {
      unit,
      better,
      value,
      previous,
      change: relativeChange(value, previous),
      ...(ESTIMATED.includes(metric) && now.estimated ? { estimated: true } : {}),
      ...(immature && OF_RETURNS.includes(metric) ? { immature: true } : {}),
      ...metricNote(metric, now),
      spark: steps.map(({ date }) => shown(table.at(0, date))),
    }
    const missing = (metric === 'discounts' || metric === 'returns') && absent[metric]
    if (missing) return [metric, { ...answer, ...NOT_THERE }]
    const unnamed = CUSTOMER_METRICS.includes(metric) && nobodyNamed(now)
    return [metric, unnamed ? { ...answer, value: null, change: null, spark: [] } : answer]
  })
  return Object.fromEntries(entries) as SummaryAnswer['metrics']
}

function bestDay(table: FigureTable, range: Range, grain: Grain): HeadlineFacts['bestDay'] {
  if (grain !== 'day') return null
  const days = buckets(range.period, 'day').map(({ date }) => ({
    day: date,
    net: table.at(0, date).net ?? 0,
  }))
  return days.reduce((best, day) => (day.net > best.net ? day : best))
}

const best = (products: readonly Mover[]): Mover | null =>
  products.reduce<Mover | null>((top, one) => (top && top.net >= one.net ? top : one), null)

async function headlineFacts(
  context: DashboardContext,
  range: Range,
  table: FigureTable,
  grain: Grain,
): Promise<HeadlineFacts> {
  const [products, countries, customers] = await Promise.all(
    (['product', 'country', 'customer_type'] as const).map((dimension) => movers(context, range, dimension)),
  )
  return {
    currency: range.currency,
    axes: context.axes,
    period: range.period,
    previous: range.scope.previous,
    now: table.at(0, null),
    before: range.scope.previous ? table.at(1, null) : null,
    products: products ?? [],
    countries: countries ?? [],
    customers: customers ?? [],
    topProduct: range.scope.previous ? null : best(products ?? []),
    bestDay: bestDay(table, range, grain),
    firstDay: range.firstDay,
    lastDay: range.lastDay,
  }
}

const NOTHING: MetricAnswer = {
  unit: 'count',
  better: 'up',
  value: null,
  previous: null,
  change: null,
  spark: [],
}

const emptySummary = (context: DashboardContext): SummaryAnswer => ({
  ...rangeAnswer(context, null),
  spark_grain: null,
  metrics: Object.fromEntries(
    METRICS.map((metric) => {
      const { unit, better } = METRIC_DEFINITIONS[metric]
      return [metric, { ...NOTHING, unit, better }]
    }),
  ) as SummaryAnswer['metrics'],
  headlines: [],
  kept_apart: [],
})

/** The dashboard's figures, each with its past and a short series, the executive summary, and what is kept apart. */
export async function dashboardSummary(
  context: DashboardContext,
  input: RangeInput,
): Promise<Outcome<SummaryAnswer>> {
  const resolved = await resolveRange(context, input)
  if (!resolved.ok) return resolved
  const range = resolved.value
  if (!range) return success(emptySummary(context))
  const grain = sparkGrain(range.period)
  const shift = range.scope.previous ? alignment(range.period, range.scope.previous, grain) : null
  const names = [...figuresOf(METRICS, context.axes), 'estimated' as const]
  const table = await figureTable(context, { scope: range.scope, grain, shift }, names)
  const absent = await absentDeductions(context, range, table.at(0, null))
  const facts = { ...(await headlineFacts(context, range, table, grain)), absent }
  const apart = await ask(context, keptApart(range.currency, range.period))
  const major = (minor: number) => toMajor(minor, range.currency)
  return success({
    ...rangeAnswer(context, range),
    spark_grain: grain,
    metrics: metricAnswers(table, range, grain, context.axes, absent),
    headlines: headlines(facts),
    kept_apart: apart.map((row) => ({ ...row, gross: major(row.gross), net: major(row.net) })),
  })
}
