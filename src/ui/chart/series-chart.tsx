import { Show, createSignal } from 'solid-js'
import type { JSX } from 'solid-js'
import { Button } from '../button.tsx'
import { fileNameOf, saveFile } from '../save-file.ts'
import { Table } from '../table/table.tsx'
import { useFormat, useText } from '../text/text.tsx'
import type { Translate } from '../text/translate.ts'
import { chartColumns } from './chart-columns.ts'
import { ChartLegend } from './chart-legend.tsx'
import { ChartPicture } from './chart-picture.tsx'
import type { Plot } from './plot.ts'
import { pictureOf } from './png.ts'
import type { ChartContent } from './series.ts'
import { writeDate } from './ticks.ts'

export interface SeriesChartProps extends ChartContent {
  /** What and when: "Net sales, 1–31 Mar 2026". */
  readonly title: string
  /** Under the title: the unit, what was left out. */
  readonly unit: string
  /** Exact value, for cursor and table. */
  readonly format: (value: number | null) => string
  /** Short value, for the axis. */
  readonly formatAxis: (value: number) => string
  readonly height?: number
  /** Controls at the right of the title: grain, metric. */
  readonly controls?: JSX.Element
}

/** Exact values behind the picture, as a table. */
const tableOf = (props: SeriesChartProps, t: Translate, writeInFull: (date: string) => string) => (
  <Table
    title={props.title}
    untitled
    columns={chartColumns(props, t, writeInFull, props.format)}
    rows={props.dates.map((_, place) => place)}
  />
)

/** Series over time with comparison, forecast and intervals; by pointer and by arrows, with its table behind a button. */
export function SeriesChart(props: SeriesChartProps) {
  const t = useText()
  const format = useFormat()
  const [at, setAt] = createSignal<number | null>(null)
  const [asTable, setAsTable] = createSignal(false)
  let plot: Plot | undefined
  const writeInFull = (date: string) => writeDate(date, props.grain, format(), true)
  const download = async () => {
    const picture = plot && (await pictureOf(plot.canvas, props.title))
    if (picture) saveFile(`${fileNameOf(props.title)}.png`, picture)
  }
  return (
    <figure class="flex flex-col gap-3 min-w-0">
      <header class="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div class="grow min-w-0">
          <h2 class="section-title">{props.title}</h2>
          <p class="hint">{props.unit}</p>
        </div>
        <div class="flex flex-wrap items-center gap-1" data-print="no">
          {props.controls}
          <Button size="sm" look="quiet" icon="i-lucide-table" onClick={() => setAsTable(!asTable())}>
            {asTable() ? t('parts.showChart') : t('parts.showTable')}
          </Button>
          <Show when={!asTable()}>
            <Button
              size="sm"
              look="quiet"
              icon="i-lucide-image-down"
              aria-label={t('parts.downloadPng')}
              onClick={download}
            >
              PNG
            </Button>
          </Show>
        </div>
      </header>
      <Show when={!asTable()} fallback={tableOf(props, t, writeInFull)}>
        <div aria-live="polite">
          <ChartLegend content={props} at={at()} format={props.format} writeDate={writeInFull} />
        </div>
        <ChartPicture {...props} at={at()} onPoint={setAt} onPlot={(drawn) => (plot = drawn)} />
      </Show>
    </figure>
  )
}
