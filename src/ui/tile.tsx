import { Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { Change } from './change.tsx'
import type { ChangeProps } from './change.tsx'
import { Sparkline } from './sparkline.tsx'

export interface TileProps {
  readonly label: string
  /** The figure, formatted and compact. */
  readonly figure: string
  /** The figure in full, for hover and for screen readers. */
  readonly exact?: string | undefined
  readonly change?: ChangeProps | undefined
  readonly points?: readonly (number | null)[] | undefined
  /** A word beside the label: "estimated". */
  readonly note?: string | undefined
  readonly onOpen?: () => void
}

/** A figure with its change and course; the whole tile opens what is behind it. */
export function Tile(props: TileProps) {
  return (
    <Dynamic
      component={props.onOpen ? 'button' : 'div'}
      type={props.onOpen ? 'button' : undefined}
      onClick={() => props.onOpen?.()}
      class={`card p-4 lt-lg:p-3 flex flex-col gap-1 text-left min-w-0 w-full ${props.onOpen ? 'hover:border-edge transition-colors' : ''}`}
    >
      <span class="flex flex-wrap items-baseline gap-x-2 text-sm text-muted min-w-0">
        <span class="font-medium text-pretty">{props.label}</span>
        <Show when={props.note}>
          <span class="text-xs text-pretty">{props.note}</span>
        </Show>
      </span>
      <span class="text-figure lt-lg:text-xl font-semibold figures truncate" title={props.exact}>
        <Show when={props.exact && props.exact !== props.figure} fallback={props.figure}>
          <span aria-hidden="true">{props.figure}</span>
          <span class="visually-hidden">{props.exact}</span>
        </Show>
      </span>
      <Show when={props.change}>{(change) => <Change {...change()} />}</Show>
      <Show when={props.points}>{(points) => <Sparkline points={points()} class="h-7 w-full mt-2" />}</Show>
    </Dynamic>
  )
}
