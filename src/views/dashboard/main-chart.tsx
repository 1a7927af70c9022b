import { createMemo } from 'solid-js'
import type { SeriesAnswer } from '../../api/dashboard-schemas.ts'
import { METRICS } from '../../model/metric.ts'
import type { MetricName, Period } from '../../model/metric.ts'
import { SeriesChart } from '../../ui/chart/series-chart.tsx'
import type { ChartLine } from '../../ui/chart/series.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { grainsOf } from './address.ts'
import type { ChartGrain } from './address.ts'
import { comparedDates, writeFigure, writePeriod, writeShort } from './words.ts'

export interface MainChartProps {
  readonly series: SeriesAnswer
  readonly period: Period
  readonly grain: ChartGrain
  readonly onChange: (change: { readonly metric?: MetricName; readonly grain?: ChartGrain }) => void
}

const PER = {
  hour: 'dashboard.perHour',
  day: 'dashboard.perDay',
  week: 'dashboard.perWeek',
  month: 'dashboard.perMonth',
  quarter: 'dashboard.perQuarter',
} as const

function Controls(props: MainChartProps) {
  const t = useText()
  return (
    <>
      <Select
        label={t('dashboard.metric')}
        value={props.series.metric}
        choices={METRICS.map((metric) => ({ value: metric, label: t(`metrics.${metric}.name`) }))}
        onChange={(metric) => props.onChange({ metric })}
      />
      <Segmented
        label={t('dashboard.grain')}
        value={props.grain}
        choices={grainsOf(props.period).map((grain) => ({ value: grain, label: t(`dashboard.${grain}`) }))}
        onChange={(grain) => props.onChange({ grain })}
      />
    </>
  )
}

/** Lines of the present and of the past behind it, step by step. */
function linesOf(series: SeriesAnswer, present: string, past: string): readonly ChartLine[] {
  const { points, compare, from, to, grain } = series
  const dates = points.map(({ date }) => date)
  const now: ChartLine = { label: present, values: points.map(({ value }) => value), kind: 'present' }
  if (!compare?.has_data || !from || !to || !grain) return [now]
  const own =
    grain === 'week' || grain === 'quarter'
      ? {}
      : { dates: comparedDates(dates, { from, to }, compare, grain) }
  return [{ label: past, values: points.map(({ previous }) => previous), kind: 'past', ...own }, now]
}

/** A figure over time, with the past it is compared with dashed behind it. */
export function MainChart(props: MainChartProps) {
  const t = useText()
  const format = useFormat()
  const days = () => ({ from: props.series.from ?? '', to: props.series.to ?? '' })
  const period = () => writePeriod(format(), days())
  const name = () => t(`metrics.${props.series.metric}.name`)
  const lines = createMemo(() => {
    const { compare } = props.series
    return linesOf(props.series, period(), compare ? writePeriod(format(), compare) : '')
  })
  const dates = createMemo(() => props.series.points.map(({ date }) => date))
  const unit = () => {
    const { unit: kind, currency, grain, points } = props.series
    const words = { money: currency ?? '', count: t('dashboard.unitCount'), ratio: t('dashboard.unitRatio') }
    const per = t(PER[(grain ?? 'day') as ChartGrain], { unit: words[kind] })
    return points.some(({ partial }) => partial) ? `${per}. ${t('dashboard.cutSteps')}` : per
  }
  return (
    <div class="card-pad">
      <SeriesChart
        title={t('dashboard.chartTitle', { metric: name(), period: period() })}
        unit={unit()}
        dates={dates()}
        lines={lines()}
        grain={props.series.grain ?? 'day'}
        format={(value) => writeFigure(format(), props.series.unit, value, props.series.currency)}
        formatAxis={(value) => writeShort(format(), props.series.unit, value, props.series.currency)}
        controls={<Controls {...props} />}
      />
    </div>
  )
}
