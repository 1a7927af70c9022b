import { For, Show } from 'solid-js'
import type { JSX } from 'solid-js'
import { EmptyState } from './empty-state.tsx'
import { useFormat, useText } from './text/text.tsx'

export interface BarRow {
  readonly key: string
  readonly label: string
  readonly value: number
  /** Part of the whole, 0 to 1; the whole may be more than the rows shown. */
  readonly share?: number | null
  /** Right of the figure: a change, a count. */
  readonly extra?: JSX.Element
}

export interface BarListProps {
  readonly label: string
  readonly rows: readonly BarRow[]
  readonly format: (value: number) => string
  readonly onOpen?: (row: BarRow) => void
}

/** Ranked rows with a bar each: top products, countries, channels. Negative values get no bar. */
export function BarList(props: BarListProps) {
  const t = useText()
  const format = useFormat()
  const largest = () => Math.max(0, ...props.rows.map((row) => row.value))
  const width = (row: BarRow) => `${largest() > 0 ? Math.max(0, (row.value / largest()) * 100) : 0}%`
  const line = (row: BarRow) => (
    <>
      <span class="flex items-baseline gap-3">
        <span class="grow truncate" title={row.label}>
          {row.label}
        </span>
        <span class="figures font-medium whitespace-nowrap">{props.format(row.value)}</span>
        <Show when={row.share !== undefined}>
          <span class="figures text-muted w-12 text-right whitespace-nowrap" title={t('parts.share')}>
            {format().percent(row.share)}
          </span>
        </Show>
        {row.extra}
      </span>
      <span class="h-1.5 rounded-full bg-sunken overflow-hidden" aria-hidden="true">
        <span class="block h-full rounded-full bg-accent" style={{ width: width(row) }} />
      </span>
    </>
  )
  return (
    <Show when={props.rows.length > 0} fallback={<EmptyState title={t('parts.noRows')} />}>
      <ol aria-label={props.label} class="flex flex-col gap-1">
        <For each={props.rows}>
          {(row) => (
            <li>
              <Show
                when={props.onOpen}
                fallback={<div class="flex flex-col gap-1.5 px-2 py-1.5">{line(row)}</div>}
              >
                <button
                  type="button"
                  class="flex flex-col gap-1.5 w-full text-left rounded-control px-2 py-1.5 hover:bg-sunken"
                  onClick={() => props.onOpen?.(row)}
                >
                  {line(row)}
                </button>
              </Show>
            </li>
          )}
        </For>
      </ol>
    </Show>
  )
}
