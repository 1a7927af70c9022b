import { Show } from 'solid-js'

export interface SparklineProps {
  /** Equally spaced values; null is a gap. */
  readonly points: readonly (number | null)[]
  readonly class?: string
}

const HEIGHT = 28
const WIDTH = 100

/** From this share of the top up: small movements stay small, without flattening the course as an axis from 0 would. */
const FLOOR = 0.6

/** SVG path of a series in a box of 100 × 28, with gaps where there is no value. */
function sparkPath(points: readonly (number | null)[]): string {
  const known = points.filter((point) => point !== null)
  const top = Math.max(...known)
  const low = Math.min(top * FLOOR, ...known)
  const span = top - low || 1
  const at = (value: number, index: number) => {
    const x = (index / Math.max(1, points.length - 1)) * WIDTH
    return `${x.toFixed(2)} ${(HEIGHT - 1 - ((value - low) / span) * (HEIGHT - 2)).toFixed(2)}`
  }
  return points
    .map((value, index) => {
      if (value === null) return ''
      return `${index > 0 && points[index - 1] !== null ? 'L' : 'M'}${at(value, index)}`
    })
    .join('')
}

/** The course of a figure without axes: a decoration, hidden from screen readers. */
export function Sparkline(props: SparklineProps) {
  return (
    <Show when={props.points.filter((point) => point !== null).length > 1}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        class={`overflow-visible ${props.class ?? 'h-7 w-full'}`}
        aria-hidden="true"
      >
        <path
          d={sparkPath(props.points)}
          fill="none"
          class="stroke-accent"
          stroke-width="1.5"
          stroke-linejoin="round"
          stroke-linecap="round"
          vector-effect="non-scaling-stroke"
        />
      </svg>
    </Show>
  )
}
