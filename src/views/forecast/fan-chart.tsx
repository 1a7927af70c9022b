import { createMemo } from 'solid-js'
import { SeriesChart } from '../../ui/chart/series-chart.tsx'
import type { ChartBand, ChartContent } from '../../ui/chart/series.ts'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { horizonOf, lastSteps, shownHistory } from './forecast.ts'
import type { Forecast } from './forecast.ts'
import { GRAINS, useValues } from './words.ts'

const LEVELS = [95, 80] as const

const nothing = (count: number): readonly null[] => Array.from({ length: count }, () => null)

/** History, forecast and intervals along one row of days. */
function fanOf(
  forecast: Forecast,
  words: { readonly history: string; readonly forecast: string },
): ChartContent {
  const past = lastSteps(forecast, shownHistory(forecast))
  const { points } = forecast
  const before = nothing(past.length)
  const band = (level: number): ChartBand => ({
    level,
    lower: [...before, ...points.map(({ intervals }) => intervals[level]?.[0] ?? null)],
    upper: [...before, ...points.map(({ intervals }) => intervals[level]?.[1] ?? null)],
  })
  return {
    dates: [...past, ...points].map(({ date }) => date),
    grain: GRAINS[forecast.frequency],
    lines: [
      {
        label: words.history,
        kind: 'present',
        values: [...past.map(({ value }) => value), ...nothing(points.length)],
      },
      { label: words.forecast, kind: 'forecast', values: [...before, ...points.map(({ value }) => value)] },
    ],
    bands: LEVELS.map(band),
  }
}

/** The days behind, the days ahead, and how far these may be off. */
export function FanChart(props: { readonly forecast: Forecast; readonly what: string }) {
  const t = useText()
  const format = useFormat()
  const write = useValues(() => props.forecast)
  const fan = createMemo(() =>
    fanOf(props.forecast, { history: t('forecast.history'), forecast: t('forecast.forecast') }),
  )
  const title = () => {
    const { from, to } = horizonOf(props.forecast)
    const what = props.what
    return t('forecast.chartTitle', { what, period: format().dayRange(from, to) })
  }
  const unit = () =>
    props.forecast.target === 'net_sales' ? (props.forecast.currency ?? '') : t('forecast.unitCount')
  return (
    <div class="card-pad">
      <SeriesChart
        title={title()}
        unit={t('forecast.chartUnit', { unit: unit(), each: t(`span.each_${props.forecast.frequency}`) })}
        dates={fan().dates}
        lines={fan().lines}
        bands={fan().bands ?? []}
        grain={GRAINS[props.forecast.frequency]}
        height={320}
        format={write.value}
        formatAxis={write.short}
      />
    </div>
  )
}
