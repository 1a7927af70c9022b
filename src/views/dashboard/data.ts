import { getHeatmap, getRows, getSeries, getSummary, getTop } from '../../api/dashboard.ts'
import type {
  HeatmapAnswer,
  RowsAnswer,
  SeriesAnswer,
  SummaryAnswer,
  TopAnswer,
} from '../../api/dashboard-schemas.ts'
import type { Dimension, Grain, MetricName } from '../../model/metric.ts'
import type { Outcome } from '../../model/outcome.ts'
import { useRange } from '../range.ts'
import type { Range } from '../range-address.ts'
import { useShop } from '../shop.tsx'
import { createAnswer } from './answer.ts'
import type { Answer } from './answer.ts'
import { useAddress } from './address.ts'
import type { OpenFigure } from './address.ts'

/** How every question of the page names its days. */
export interface Asked {
  readonly from: string
  readonly to: string
  readonly compare: Range['compare']
  readonly currency?: string | undefined
}

/** Days, comparison and currency that the page asks for. */
export function useAsked() {
  const { range } = useRange()
  const address = useAddress()
  return (): Asked => {
    const { from, to, compare } = range()
    const currency = address.currency()
    return { from, to, compare, ...(currency ? { currency } : {}) }
  }
}

type Ask<Value> = (asked: Asked, signal: AbortSignal) => Promise<Outcome<Value>>

/**
 * An answer about the range in force. A preset is kept under its name, so that the next visit finds it although its
 * days have moved on; the days of the answer are those that it says.
 */
function createRangeAnswer<Value>(name: () => string, ask: Ask<Value>, kept = true): Answer<Value> {
  const shop = useShop()
  const { range } = useRange()
  const asked = useAsked()
  return createAnswer<Value>(shop.client, () => {
    const now = asked()
    const { preset } = range()
    const days = preset === 'custom' ? `${now.from}..${now.to}` : preset
    return {
      version: shop.version(),
      // The days are part of the question, for a preset moves with the days; not of the key under which it is kept.
      days: `${now.from}..${now.to}`,
      key: ['dashboard', name(), days, now.compare, now.currency ?? ''].join(' '),
      keep: kept && preset !== 'custom',
      ask: (signal) => ask(now, signal),
    }
  })
}

/** Figures, headlines, and what is kept apart. */
export function createSummary(): Answer<SummaryAnswer> {
  const { client } = useShop()
  return createRangeAnswer(
    () => 'summary',
    (asked, signal) => client.run(getSummary, { ...asked }, { signal }),
  )
}

/** A figure over time. */
export function createSeries(metric: () => MetricName, grain: () => Grain): Answer<SeriesAnswer> {
  const { client } = useShop()
  return createRangeAnswer(
    () => `series ${metric()} ${grain()}`,
    (asked, signal) => client.run(getSeries, { ...asked, metric: metric(), grain: grain() }, { signal }),
  )
}

/** The greatest keys of a dimension by net sales. */
export function createTop(dimension: () => Dimension, limit: () => number): Answer<TopAnswer> {
  const { client } = useShop()
  return createRangeAnswer(
    () => `top ${dimension()} ${limit()}`,
    (asked, signal) => client.run(getTop, { ...asked, dimension: dimension(), limit: limit() }, { signal }),
  )
}

/** Net sales and orders of every hour of the week. */
export function createHeatmap(): Answer<HeatmapAnswer> {
  const { client } = useShop()
  return createRangeAnswer(
    () => 'heatmap',
    (asked, signal) => client.run(getHeatmap, { ...asked }, { signal }),
  )
}

/** What of a figure is asked of the rows behind it. */
export const rowsInput = (asked: Asked, { metric, only }: OpenFigure) => ({
  ...asked,
  metric,
  ...(only ? { dimension: only.dimension, key: only.key } : {}),
})

/** The first rows behind a figure, with what all of them add up to. */
export function createRows(figure: () => OpenFigure, limit: () => number): Answer<RowsAnswer> {
  const { client } = useShop()
  const name = () => {
    const { metric, only } = figure()
    return `rows ${metric} ${only?.dimension ?? ''} ${only?.key ?? ''} ${limit()}`
  }
  return createRangeAnswer(
    name,
    (asked, signal) => client.run(getRows, { ...rowsInput(asked, figure()), limit: limit() }, { signal }),
    false,
  )
}
