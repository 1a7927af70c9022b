import { bucketCount, buckets, MAX_BUCKETS } from '../../analytics/buckets.ts'
import { figuresFor, METRIC_DEFINITIONS } from '../../analytics/metrics/dictionary.ts'
import { alignment, defaultGrain } from '../../analytics/period.ts'
import type { Axes } from '../../model/definitions.ts'
import {
  type Dimension,
  type FigureName,
  type Figures,
  type Grain,
  LINE_DIMENSIONS,
  LINE_FIGURES,
  type MetricName,
} from '../../model/metric.ts'
import { invalidFields, type Outcome, success } from '../../model/outcome.ts'
import { dimensionTotals } from '../../query/sql/dimension-totals.ts'
import { type FigureTable, figureTable, presented } from './figures.ts'
import {
  ask,
  type DashboardContext,
  type Range,
  rangeAnswer,
  type RangeAnswer,
  type RangeInput,
  resolveRange,
} from './range.ts'

export interface SeriesInput extends RangeInput {
  readonly metric: MetricName
  readonly grain?: Grain | undefined
  readonly by?: Dimension | undefined
  /** How many keys to tell apart, those with most net sales first; 6 when not said. */
  readonly limit?: number | undefined
}

export interface SeriesPoint {
  /** Start of the step: 'YYYY-MM-DD', for hours 'YYYY-MM-DDTHH'. */
  readonly date: string
  readonly value: number | null
  readonly previous: number | null
  /** The step is cut by the period. */
  readonly partial?: true
}

export interface KeySeries {
  /** null: not known; `other`: all keys that are not told apart. */
  readonly key: string | null
  readonly name: string | null
  readonly other: boolean
  readonly total: number | null
  readonly previous_total: number | null
  readonly points: SeriesPoint[]
}

export interface SeriesAnswer extends RangeAnswer {
  readonly metric: MetricName
  readonly unit: 'money' | 'count' | 'ratio'
  readonly grain: Grain | null
  readonly by: Dimension | null
  readonly total: number | null
  readonly previous_total: number | null
  readonly points: SeriesPoint[]
  readonly series?: KeySeries[]
}

const isLineDimension = (dimension: Dimension): boolean =>
  (LINE_DIMENSIONS as readonly Dimension[]).includes(dimension)

/** Orders and customers by something that only lines know are those with a sold line of it. */
const BY_LINES: Partial<Record<FigureName, FigureName>> = {
  orders: 'line_orders',
  customers: 'line_customers',
}

/** The sums that a metric needs when it is split, or null when it cannot be split so. */
function splitFigures(metric: MetricName, by: Dimension, axes?: Axes): readonly FigureName[] | null {
  const figures = figuresFor(metric, axes).filter((name) => name !== 'guests')
  if (!isLineDimension(by)) return figures
  const mapped = figures.map((name) => BY_LINES[name] ?? name)
  return mapped.every((name) => (LINE_FIGURES as readonly FigureName[]).includes(name)) ? mapped : null
}

const asOrders = (figures: Figures): Figures => ({
  ...figures,
  ...(figures.line_orders === undefined ? {} : { orders: figures.line_orders }),
  ...(figures.line_customers === undefined ? {} : { customers: figures.line_customers }),
})

interface Shown {
  readonly metric: MetricName
  readonly grain: Grain
  readonly axes: Axes | undefined
}

const pointsOf = (table: FigureTable, range: Range, { metric, grain, axes }: Shown, key: number) => {
  const shown = (figures: Figures) => presented(metric, asOrders(figures), range.currency, axes)
  const past = range.scope.previous !== null
  return {
    total: shown(table.at(0, null, key)),
    previous_total: past ? shown(table.at(1, null, key)) : null,
    points: buckets(range.period, grain).map(({ date, partial }): SeriesPoint => ({
      date,
      value: shown(table.at(0, date, key)),
      previous: past ? shown(table.at(1, date, key)) : null,
      ...(partial ? { partial: true } : {}),
    })),
  }
}

async function splitSeries(
  context: DashboardContext,
  range: Range,
  grain: Grain,
  input: SeriesInput & { by: Dimension },
  names: readonly FigureName[],
): Promise<KeySeries[]> {
  const { scope, period } = range
  const limit = input.limit ?? 6
  const top = await ask(
    context,
    dimensionTotals({ scope, dimension: input.by, sort: '-net_sales', limit, offset: 0 }),
  )
  const keys = top.map(({ key }) => key)
  const shift = scope.previous ? alignment(period, scope.previous, grain) : null
  const split = { dimension: input.by, keys }
  const shown = { metric: input.metric, grain, axes: context.axes }
  const table = await figureTable(context, { scope, grain, shift, split }, names)
  const named = top.map(({ key, title }, index): KeySeries => ({
    key: key === '' ? null : key,
    name: title ?? (key === '' ? null : key),
    other: false,
    ...pointsOf(table, range, shown, index + 1),
  }))
  if (!table.keys.has(0)) return named
  return [...named, { key: null, name: null, other: true, ...pointsOf(table, range, shown, 0) }]
}

function checkSeries(
  input: SeriesInput,
  range: Range,
  grain: Grain,
  axes?: Axes,
): Outcome<readonly FigureName[] | null> {
  if (bucketCount(range.period, grain) > MAX_BUCKETS)
    return invalidFields({
      grain: `at most ${MAX_BUCKETS} points: choose a coarser grain or a shorter period`,
    })
  const names = input.by ? splitFigures(input.metric, input.by, axes) : null
  if (input.by && !names) return invalidFields({ by: `${input.metric} is not known by ${input.by}` })
  return success(names)
}

/** A figure as a series, zero-filled, with the past aligned step by step; `by` splits it into its greatest keys and the rest. */
export async function metricSeries(
  context: DashboardContext,
  input: SeriesInput,
): Promise<Outcome<SeriesAnswer>> {
  const { metric, by } = input
  const resolved = await resolveRange(context, input)
  if (!resolved.ok) return resolved
  const range = resolved.value
  const head = {
    ...rangeAnswer(context, range),
    metric,
    unit: METRIC_DEFINITIONS[metric].unit,
    by: by ?? null,
  }
  if (!range) return success({ ...head, grain: null, total: null, previous_total: null, points: [] })
  const grain = input.grain ?? defaultGrain(range.period)
  const names = checkSeries(input, range, grain, context.axes)
  if (!names.ok) return names
  const { scope, period } = range
  const shift = scope.previous ? alignment(period, scope.previous, grain) : null
  const whole = figuresFor(metric, context.axes).filter((name) => name !== 'guests')
  const table = await figureTable(context, { scope, grain, shift }, whole)
  const series =
    by && names.value ? await splitSeries(context, range, grain, { ...input, by }, names.value) : null
  return success({
    ...head,
    grain,
    ...pointsOf(table, range, { metric, grain, axes: context.axes }, 0),
    ...(series ? { series } : {}),
  })
}
