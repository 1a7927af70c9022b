import {
  Show,
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  on,
  onCleanup,
  onMount,
} from 'solid-js'
import type { JSX } from 'solid-js'
import { Button } from '../button.tsx'
import { fileNameOf, saveFile } from '../save-file.ts'
import { Table } from '../table/table.tsx'
import { useFormat, useText } from '../text/text.tsx'
import { useTheme } from '../theme/theme.tsx'
import { chartColumns } from './chart-columns.ts'
import { ChartLegend } from './chart-legend.tsx'
import type * as PlotModule from './plot.ts'
import { pictureOf } from './png.ts'
import type { ChartContent } from './series.ts'
import { dateTicks, writeDate } from './ticks.ts'

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

const KEYS: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at, last) => Math.min(last, at + 1),
  ArrowLeft: (at) => Math.max(0, at - 1),
  PageDown: (at, last) => Math.min(last, at + 7),
  PageUp: (at) => Math.max(0, at - 7),
  Home: () => 0,
  End: (_, last) => last,
}

interface PictureProps extends SeriesChartProps {
  readonly at: number | null
  readonly onPoint: (index: number | null) => void
  readonly onPlot: (plot: PlotModule.Plot | undefined) => void
}

/** The canvas: drawn anew when the content changes, repainted when the theme does, stretched with its place. */
function Picture(props: PictureProps) {
  const t = useText()
  const format = useFormat()
  const theme = useTheme()
  const help = createUniqueId()
  const [module, setModule] = createSignal<typeof PlotModule>()
  const [width, setWidth] = createSignal(0)
  let place!: HTMLDivElement
  let plot: PlotModule.Plot | undefined
  const height = () => props.height ?? 280
  const words = () => ({
    writeValue: props.formatAxis,
    writeDate: (index: number) => writeDate(props.dates[index] ?? '', props.grain, format()),
    dateTicks: (most: number) => dateTicks(props.dates, props.grain, most),
  })
  const draw = () => {
    const { dates, lines, bands, grain } = props
    const loaded = module()
    plot?.destroy()
    plot = undefined
    if (loaded && width() > 0) {
      const size = { width: width(), height: height() }
      const content = { dates, lines, grain, ...(bands ? { bands } : {}) }
      plot = loaded.drawPlot(place, size, content, words(), props.onPoint)
    }
    props.onPlot(plot)
  }
  onMount(() => {
    void import('./plot.ts').then(setModule)
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    watcher.observe(place)
    onCleanup(() => watcher.disconnect())
  })
  createEffect(
    on([module, width, height, () => props.dates, () => props.lines, () => props.bands, words], draw),
  )
  createEffect(on(theme.shown, () => plot?.repaint(), { defer: true }))
  onCleanup(() => plot?.destroy())
  const press = (event: KeyboardEvent) => {
    const last = props.dates.length - 1
    const goal = KEYS[event.key]?.(props.at ?? (event.key === 'ArrowLeft' ? last + 1 : -1), last)
    if (goal === undefined) return
    event.preventDefault()
    plot?.point(goal)
    props.onPoint(goal)
  }
  const leave = () => {
    plot?.point(null)
    props.onPoint(null)
  }
  return (
    <>
      <div
        ref={place}
        role="group"
        tabindex="0"
        aria-label={props.title}
        aria-describedby={help}
        class="w-full min-w-0 touch-pan-y"
        style={{ height: `${height()}px` }}
        onKeyDown={press}
        onBlur={leave}
      />
      <p id={help} class="visually-hidden">
        {t('parts.chartHelp')}
      </p>
    </>
  )
}

/** Series over time with comparison, forecast and intervals; by pointer and by arrows, with its table behind a button. */
export function SeriesChart(props: SeriesChartProps) {
  const t = useText()
  const format = useFormat()
  const [at, setAt] = createSignal<number | null>(null)
  const [asTable, setAsTable] = createSignal(false)
  let plot: PlotModule.Plot | undefined
  const dateInFull = (date: string) => writeDate(date, props.grain, format(), true)
  const columns = createMemo(() => chartColumns(props, t, dateInFull, props.format))
  const download = async () => {
    const picture = plot && (await pictureOf(plot.canvas, props.title))
    if (picture) saveFile(`${fileNameOf(props.title)}.png`, picture)
  }
  const legend = () => <ChartLegend content={props} at={at()} format={props.format} writeDate={dateInFull} />
  return (
    <section class="flex flex-col gap-3 min-w-0" aria-label={props.title}>
      <header class="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div class="grow min-w-0">
          <h3 class="section-title">{props.title}</h3>
          <p class="hint">{props.unit}</p>
        </div>
        <div class="flex flex-wrap items-center gap-1" data-print="no">
          {props.controls}
          <Button
            size="sm"
            look="quiet"
            icon="i-lucide-table"
            aria-pressed={asTable()}
            onClick={() => setAsTable(!asTable())}
          >
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
      <Show
        when={!asTable()}
        fallback={
          <Table
            title={props.title}
            untitled
            columns={columns()}
            rows={props.dates.map((_, place) => place)}
          />
        }
      >
        <div aria-live="polite">{legend()}</div>
        <Picture {...props} at={at()} onPoint={setAt} onPlot={(drawn) => (plot = drawn)} />
      </Show>
    </section>
  )
}
