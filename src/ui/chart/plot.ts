import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { isDashed, lineColour, makeColourReader } from './palette.ts'
import type { ChartContent, ChartLine } from './series.ts'
import { valueTicks } from './ticks.ts'

export interface PlotWords {
  readonly writeValue: (value: number) => string
  readonly writeDate: (index: number) => string
  readonly dateTicks: (most: number) => readonly number[]
}

export interface Plot {
  readonly canvas: HTMLCanvasElement
  /** Points the cursor at a place, or takes it away. */
  readonly point: (index: number | null) => void
  readonly resize: (width: number) => void
  /** Draws again with the colours of the theme in force. */
  readonly repaint: () => void
  readonly destroy: () => void
}

const FONT = '12px "Inter Variable", system-ui, sans-serif'
const BAND_OPACITY: Readonly<Record<number, string>> = { 80: '24%', 95: '12%' }
const NARROW = 520
const LEAST_ROOM = 20

type Colour = (token: string) => string

const bandFill = (colour: Colour, level: number) =>
  `color-mix(in srgb, ${colour('--accent')} ${BAND_OPACITY[level] ?? '12%'}, transparent)`

function axes(content: ChartContent, words: PlotWords, colour: Colour): uPlot.Axis[] {
  const common = { stroke: () => colour('--muted'), font: FONT, ticks: { show: false } }
  const most = (plot: uPlot) => (plot.width < NARROW ? 3 : 5)
  return [
    {
      ...common,
      grid: { show: false },
      size: 28,
      gap: 8,
      splits: (plot) => [...words.dateTicks(most(plot))],
      values: (_, places) => places.map((place) => (content.dates[place] ? words.writeDate(place) : '')),
    },
    {
      ...common,
      grid: { stroke: () => colour('--line'), width: 1 },
      gap: 8,
      size: (plot, values) => axisWidth(plot, values),
      splits: (_plot, _axis, low, high) => [...valueTicks(low, high)],
      values: (_, places) => places.map(words.writeValue),
    },
  ]
}

const textWidth = (plot: uPlot, text: string): number => {
  plot.ctx.save()
  plot.ctx.font = FONT
  const { width } = plot.ctx.measureText(text)
  plot.ctx.restore()
  return width
}

/** A date that stands under the last place must not be cut at the edge. */
function rightRoom(plot: uPlot, { dates }: ChartContent, words: PlotWords): number {
  // Asked once before the plot has its size.
  if (!plot.width) return LEAST_ROOM
  const last = words.dateTicks(plot.width < NARROW ? 3 : 5).at(-1) ?? 0
  const half = Math.ceil(textWidth(plot, words.writeDate(last)) / 2) + 4
  const isLast = last === dates.length - 1
  return Math.max(LEAST_ROOM, isLast ? half : 0)
}

function axisWidth(plot: uPlot, values: string[] | null): number {
  if (!values) return 48
  return Math.ceil(Math.max(...values.map((value) => textWidth(plot, value)))) + 16
}

const lineOptions = (line: ChartLine, order: number, colour: Colour): uPlot.Series => ({
  label: line.label,
  stroke: () => colour(lineColour(line, order)),
  width: line.kind === 'past' ? 1.5 : 2,
  ...(isDashed(line) ? { dash: line.kind === 'past' ? [4, 4] : [7, 4] } : {}),
  points: { show: line.values.filter((value) => value !== null).length === 1, size: 6 },
})

/** Bounds first, so that lines are drawn over the bands: x, (upper, lower) of each band, lines. */
function columns(content: ChartContent): uPlot.AlignedData {
  const bounds = (content.bands ?? []).flatMap((band) => [[...band.upper], [...band.lower]])
  return [content.dates.map((_, index) => index), ...bounds, ...content.lines.map((line) => [...line.values])]
}

function options(
  content: ChartContent,
  words: PlotWords,
  colour: Colour,
  onPoint: (index: number | null) => void,
) {
  const bands = content.bands ?? []
  const bound: uPlot.Series = { stroke: 'transparent', width: 0, points: { show: false } }
  let order = -1
  return {
    legend: { show: false },
    padding: [10, (plot: uPlot) => rightRoom(plot, content, words), 0, 0] as uPlot.Padding,
    scales: {
      x: {
        time: false,
        range: (_: uPlot, low: number, high: number): uPlot.Range.MinMax => spread(low, high),
      },
      y: { range: (_: uPlot, low: number, high: number): uPlot.Range.MinMax => reach(low, high) },
    },
    cursor: { y: false, drag: { x: false, y: false, setScale: false }, points: { size: 8 } },
    bands: bands.map((band, index) => ({
      series: [index * 2 + 1, index * 2 + 2] as [number, number],
      fill: () => bandFill(colour, band.level),
    })),
    series: [
      {},
      ...bands.flatMap(() => [bound, bound]),
      ...content.lines.map((line) => lineOptions(line, line.kind === 'series' ? (order += 1) : 0, colour)),
    ],
    axes: axes(content, words, colour),
    hooks: { setCursor: [(plot: uPlot) => onPoint(plot.cursor.idx ?? null)] },
  }
}

/** From tick to tick; a little below 0, as a day of returns, does not cost a whole tick of empty room. */
function reach(low: number, high: number): [number, number] {
  const ticks = valueTicks(low, high)
  const [bottom, top] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
  return [low < 0 ? Math.max(bottom, low - 0.04 * (top - low)) : bottom, top]
}

/** A single point stands in the middle. */
const spread = (low: number, high: number): [number, number] =>
  low === high ? [low - 1, high + 1] : [low, high]

/** Draws the series into an element; the only place that knows uPlot. Lines are drawn over equally spaced places. */
export function drawPlot(
  place: HTMLElement,
  size: { readonly width: number; readonly height: number },
  content: ChartContent,
  words: PlotWords,
  onPoint: (index: number | null) => void,
): Plot {
  const colour = makeColourReader(place)
  const plot = new uPlot({ ...size, ...options(content, words, colour, onPoint) }, columns(content), place)
  const left = (index: number) => plot.valToPos(index, 'x')
  return {
    canvas: plot.ctx.canvas,
    point: (index) =>
      plot.setCursor(index === null ? { left: -10, top: -10 } : { left: left(index), top: 10 }),
    resize: (width) => plot.setSize({ width, height: size.height }),
    repaint: () => plot.redraw(false, true),
    destroy: () => plot.destroy(),
  }
}
