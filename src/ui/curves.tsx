import { For, Show } from 'solid-js'

export interface Curve {
  readonly label: string
  readonly values: readonly (number | null)[]
  /** Drawn over the others: all together. */
  readonly strong?: boolean
}

export interface CurvesProps {
  readonly label: string
  /** Under the axis: "months since the first order". */
  readonly steps: string
  readonly curves: readonly Curve[]
  readonly format: (value: number) => string
}

const WIDTH = 640
const HEIGHT = 240
const EDGE = 48

const STROKES = Array.from({ length: 8 }, (_, index) => `var(--series-${index + 1})`)
const strokeOf = (curve: Curve, place: number) =>
  curve.strong ? 'var(--text)' : (STROKES[place % STROKES.length] ?? 'var(--muted)')

/** Where steps and values stand in the picture. */
function createPlace(props: CurvesProps) {
  const steps = () => Math.max(2, ...props.curves.map(({ values }) => values.length))
  const known = () => props.curves.flatMap(({ values }) => values.filter((value) => value !== null))
  const most = () => Math.max(0, ...known()) || 1
  const x = (step: number) => EDGE + (step / (steps() - 1)) * (WIDTH - EDGE - 12)
  const y = (value: number) => HEIGHT - 34 - (Math.max(0, value) / most()) * (HEIGHT - 48)
  const point = (value: number | null, step: number, values: Curve['values']) => {
    if (value === null) return ''
    const joined = step > 0 && values[step - 1] !== null
    return `${joined ? 'L' : 'M'}${x(step).toFixed(1)} ${y(value).toFixed(1)}`
  }
  return {
    x,
    y,
    path: ({ values }: Curve) => values.map((value, step) => point(value, step, values)).join(''),
    ticks: () => [0, 0.5, 1].map((share) => share * most()),
    marks: () => {
      const every = Math.ceil(steps() / 12)
      return Array.from({ length: steps() }, (_, step) => step).filter((step) => step % every === 0)
    },
  }
}

type Place = ReturnType<typeof createPlace>

const Axes = (props: { readonly place: Place; readonly chart: CurvesProps }) => (
  <g font-size="11" class="fill-muted">
    <For each={props.place.ticks()}>
      {(tick) => (
        <>
          <path d={`M${EDGE} ${props.place.y(tick)}H${WIDTH - 12}`} class="stroke-line" fill="none" />
          <text x={EDGE - 6} y={props.place.y(tick) + 4} text-anchor="end">
            {props.chart.format(tick)}
          </text>
        </>
      )}
    </For>
    <For each={props.place.marks()}>
      {(step) => (
        <text x={props.place.x(step)} y={HEIGHT - 18} text-anchor="middle">
          {step}
        </text>
      )}
    </For>
    <text x={(WIDTH + EDGE) / 2} y={HEIGHT - 3} text-anchor="middle">
      {props.chart.steps}
    </text>
  </g>
)

const Legend = (props: { readonly curves: readonly Curve[] }) => (
  <ul class="flex flex-wrap gap-x-4 gap-y-1 text-sm">
    <For each={props.curves}>
      {(curve, place) => (
        <li class="flex items-center gap-1.5">
          <span
            class="inline-block w-4 h-0.5"
            style={{ 'background-color': strokeOf(curve, place()) }}
            aria-hidden="true"
          />
          {curve.label}
        </li>
      )}
    </For>
  </ul>
)

/** Lines over equal steps from 0; what has no value yet ends its line. The figures stand in the table beside it. */
export function Curves(props: CurvesProps) {
  const place = createPlace(props)
  return (
    <div class="flex flex-col gap-2 min-w-0">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} class="w-full" role="img" aria-label={props.label}>
        <Axes place={place} chart={props} />
        <For each={props.curves}>
          {(curve, index) => (
            <path
              d={place.path(curve)}
              fill="none"
              style={{ stroke: strokeOf(curve, index()) }}
              stroke-width={curve.strong ? 2.5 : 1.5}
              stroke-linejoin="round"
            />
          )}
        </For>
      </svg>
      <Show when={props.curves.length > 1}>
        <Legend curves={props.curves} />
      </Show>
    </div>
  )
}
