import { figuresFor, METRIC_DEFINITIONS, type PlatformVariant } from '../../analytics/metrics/dictionary.ts'
import { formulaUnder, type PresetEffect, presetEffects } from '../../analytics/metrics/preset-effects.ts'
import { type Axes, PRESETS } from '../../model/definitions.ts'
import { type MetricName, METRICS } from '../../model/metric.ts'
import type { FigureRequest } from '../../query/sql/figure-scan.ts'
import { lineFigures } from '../../query/sql/line-figures.ts'
import { orderFigures } from '../../query/sql/order-figures.ts'
import { lineNames, orderNames } from './figures.ts'

export interface MetricEntry {
  readonly metric: MetricName
  readonly name: string
  readonly unit: 'money' | 'count' | 'ratio'
  readonly formula: string
  readonly better: 'up' | 'down' | 'neither'
  /** Whether days add up to the period. */
  readonly additive: boolean
  /** The very statements that make it for a period: `?` are currency, first and last day; amounts in minor units. */
  readonly sql: string[]
  readonly platforms: PlatformVariant[]
  /** Presets that count it otherwise than the workspace does now, and on which axes. */
  readonly presets: PresetEffect[]
}

const ANY: FigureRequest = {
  scope: { currency: '', period: { from: '', to: '' }, previous: null },
  grain: null,
  shift: null,
}

const oneLine = (sql: string): string => sql.replaceAll(/\s+/g, ' ').trim()

const sqlOf = (metric: MetricName, axes: Axes): string[] => {
  const figures = figuresFor(metric, axes)
  const [lines, orders] = [lineNames(figures), orderNames(figures)]
  return [
    ...(lines.length > 0 ? [oneLine(lineFigures(ANY, lines).sql)] : []),
    ...(orders.length > 0 ? [oneLine(orderFigures(ANY, orders).sql)] : []),
  ]
}

/** The metric dictionary with the SQL that is really run. */
export const metricDictionary = (axes: Axes = PRESETS.files): MetricEntry[] =>
  METRICS.map((metric) => {
    const { name, unit, formula, better, additive, platforms } = METRIC_DEFINITIONS[metric]
    return {
      metric,
      name,
      unit,
      formula: formulaUnder(metric, formula, axes),
      better,
      additive,
      sql: sqlOf(metric, axes),
      platforms,
      presets: presetEffects(metric, axes),
    }
  })
