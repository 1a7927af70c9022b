import { For, createMemo } from 'solid-js'

export interface CalibrationBand {
  readonly count: number
  readonly predicted: number
  readonly actual: number
}

export interface CalibrationPlotProps {
  /** What is plotted, for those who do not see it; the figures stand in a table beside it. */
  readonly label: string
  readonly predicted: string
  readonly actual: string
  readonly bands: readonly CalibrationBand[]
  readonly format: (value: number) => string
}

const SIZE = 220
const EDGE = 34

/** What was predicted against what happened: on the diagonal both are the same. Points as large as their groups. */
export function CalibrationPlot(props: CalibrationPlotProps) {
  const most = createMemo(
    () => Math.max(...props.bands.flatMap(({ predicted, actual }) => [predicted, actual])) || 1,
  )
  const largest = createMemo(() => Math.max(1, ...props.bands.map(({ count }) => count)))
  const x = (value: number) => EDGE + (value / most()) * (SIZE - EDGE - 10)
  const y = (value: number) => SIZE - x(value)
  return (
    <svg viewBox={`0 0 ${SIZE} ${SIZE}`} class="w-full max-w-80 text-xs" role="img" aria-label={props.label}>
      <path d={`M${EDGE} 10V${SIZE - EDGE}H${SIZE - 10}`} class="stroke-edge" fill="none" />
      <path
        d={`M${x(0)} ${y(0)}L${x(most())} ${y(most())}`}
        class="stroke-muted"
        fill="none"
        stroke-dasharray="4 4"
      />
      <For each={props.bands}>
        {(band) => (
          <circle
            cx={x(band.predicted)}
            cy={y(band.actual)}
            r={3 + 4 * Math.sqrt(band.count / largest())}
            class="fill-accent"
            fill-opacity="0.75"
          />
        )}
      </For>
      <g class="fill-muted" font-size="10">
        <text x={x(most())} y={SIZE - EDGE + 13} text-anchor="end">
          {props.format(most())}
        </text>
        <text x={EDGE - 4} y={y(most()) + 4} text-anchor="end">
          {props.format(most())}
        </text>
        <text x={(SIZE + EDGE) / 2} y={SIZE - 4} text-anchor="middle">
          {props.predicted}
        </text>
        <text transform={`translate(10 ${(SIZE - EDGE) / 2}) rotate(-90)`} text-anchor="middle">
          {props.actual}
        </text>
      </g>
    </svg>
  )
}
