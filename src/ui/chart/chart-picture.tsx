import { createEffect, createMemo, createSignal, createUniqueId, on, onCleanup, onMount } from 'solid-js'
import { useFormat, useText } from '../text/text.tsx'
import { useTheme } from '../theme/theme.tsx'
import type * as PlotModule from './plot.ts'
import type { Plot } from './plot.ts'
import type { ChartContent } from './series.ts'
import { dateTicks, writeTick } from './ticks.ts'

interface ChartPictureProps extends ChartContent {
  readonly title: string
  readonly formatAxis: (value: number) => string
  readonly height?: number
  /** Place of the cursor, or null. */
  readonly at: number | null
  readonly onPoint: (index: number | null) => void
  readonly onPlot: (plot: Plot | undefined) => void
}

const HEIGHT = 280

const KEYS: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at, last) => Math.min(last, at + 1),
  ArrowLeft: (at) => Math.max(0, at - 1),
  PageDown: (at, last) => Math.min(last, at + 7),
  PageUp: (at) => Math.max(0, at - 7),
  Home: () => 0,
  End: (_, last) => last,
}

/** Width of an element, 0 until it is known. */
function watchWidth(place: () => HTMLElement) {
  const [width, setWidth] = createSignal(0)
  onMount(() => {
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    watcher.observe(place())
    onCleanup(() => watcher.disconnect())
  })
  return width
}

/** The plot of the content: made anew when the content or the language changes, stretched and repainted otherwise. */
function createPlot(props: ChartPictureProps, place: () => HTMLElement) {
  const format = useFormat()
  const theme = useTheme()
  const [module, setModule] = createSignal<typeof PlotModule>()
  const width = watchWidth(place)
  const height = () => props.height ?? HEIGHT
  const ready = createMemo(() => module() !== undefined && width() > 0)
  const words = () => ({
    writeValue: props.formatAxis,
    writeDate: (index: number) => writeTick(props.dates, index, props.grain, format()),
    dateTicks: (most: number) => dateTicks(props.dates, props.grain, most),
  })
  let plot: Plot | undefined
  const keep = (next: Plot | undefined) => {
    plot?.destroy()
    plot = next
    props.onPlot(next)
  }
  const draw = () => {
    const { dates, lines, grain, bands } = props
    const size = { width: width(), height: height() }
    const content = { dates, lines, grain, ...(bands ? { bands } : {}) }
    keep(module()?.drawPlot(place(), size, content, words(), (index) => props.onPoint(index)))
  }
  onMount(() => void import('./plot.ts').then(setModule))
  const content = () => [ready(), height(), props.dates, props.lines, props.bands, props.grain, format()]
  createEffect(on(content, () => ready() && draw()))
  createEffect(on(width, (wide) => wide > 0 && plot?.resize(wide), { defer: true }))
  createEffect(on(theme.shown, () => plot?.repaint(), { defer: true }))
  onCleanup(() => keep(undefined))
  return { point: (index: number | null) => plot?.point(index) }
}

/** The canvas of a chart with its cursor: by pointer, and by arrows when it has the focus. */
export function ChartPicture(props: ChartPictureProps) {
  const t = useText()
  const help = createUniqueId()
  let place!: HTMLDivElement
  const plot = createPlot(props, () => place)
  const point = (index: number | null) => {
    plot.point(index)
    props.onPoint(index)
  }
  const press = (event: KeyboardEvent) => {
    const last = props.dates.length - 1
    const before = event.key === 'ArrowLeft' ? last + 1 : -1
    const goal = KEYS[event.key]?.(props.at ?? before, last)
    if (goal === undefined) return
    event.preventDefault()
    point(goal)
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
        style={{ height: `${props.height ?? HEIGHT}px` }}
        onKeyDown={press}
        onBlur={() => point(null)}
      />
      <p id={help} class="visually-hidden">
        {t('parts.chartHelp')}
      </p>
    </>
  )
}
