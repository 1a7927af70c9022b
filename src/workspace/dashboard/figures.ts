import { figuresFor, METRIC_DEFINITIONS, metricValue } from '../../analytics/metrics/dictionary.ts'
import type { Axes } from '../../model/definitions.ts'
import { toMajor } from '../../model/currency.ts'
import {
  type FigureName,
  type Figures,
  LINE_FIGURES,
  type LineFigure,
  type MetricName,
  ORDER_FIGURES,
  type OrderFigure,
} from '../../model/metric.ts'
import type { FigureRequest } from '../../query/sql/figure-scan.ts'
import type { FigureKey } from '../../query/sql/fragments.ts'
import { lineFigures } from '../../query/sql/line-figures.ts'
import { orderFigures } from '../../query/sql/order-figures.ts'
import { ask, type DashboardContext } from './range.ts'

/** Sums by period, key and step, of lines and orders together. */
export interface FigureTable {
  /** Sums of a step (`date` as `buckets` gives it) or of the whole period (null); zeros where there are no rows. */
  at(period: 0 | 1, date: string | null, key?: number): Figures
  readonly keys: ReadonlySet<number>
}

export const lineNames = (names: readonly FigureName[]): LineFigure[] =>
  LINE_FIGURES.filter((name) => names.includes(name))

export const orderNames = (names: readonly FigureName[]): OrderFigure[] =>
  ORDER_FIGURES.filter((name) => names.includes(name))

const cell = (period: number, date: string | null, key: number): string => `${period} ${key} ${date ?? ''}`

/** Asks lines and orders for the sums named, in one scan each. */
export async function figureTable(
  context: DashboardContext,
  request: FigureRequest,
  names: readonly FigureName[],
): Promise<FigureTable> {
  const [lines, orders] = [lineNames(names), orderNames(names)]
  const answers: (FigureKey & Figures)[][] = await Promise.all([
    lines.length > 0 ? ask(context, lineFigures(request, lines)) : [],
    orders.length > 0 ? ask(context, orderFigures(request, orders, context.axes)) : [],
  ])
  const zeros: Figures = Object.fromEntries(names.map((name) => [name, 0]))
  const cells = new Map<string, Figures>()
  for (const row of answers.flat()) {
    const { period, date, key, ...figures } = row
    const at = cell(period, date, key)
    cells.set(at, { ...(cells.get(at) ?? zeros), ...figures })
  }
  return {
    at: (period, date, key = 0) => cells.get(cell(period, date, key)) ?? zeros,
    keys: new Set(answers.flat().map(({ key }) => key)),
  }
}

/** Every sum that a set of metrics needs. */
export const figuresOf = (metrics: readonly MetricName[], axes?: Axes): FigureName[] => [
  ...new Set(metrics.flatMap((metric) => figuresFor(metric, axes))),
]

/** A metric as the API gives it: money in major units, counts and ratios as they are. */
export function presented(
  metric: MetricName,
  figures: Figures,
  currency: string,
  axes?: Axes,
): number | null {
  const value = metricValue(metric, figures, axes)
  if (value === null || METRIC_DEFINITIONS[metric].unit !== 'money') return value
  return toMajor(Math.round(value), currency)
}
