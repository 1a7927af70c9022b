import { For } from 'solid-js'

export interface ColumnBar {
  /** Under the column; '' where there is no room for every name. */
  readonly name: string
  readonly value: number
}

export interface ColumnBarsProps {
  readonly label: string
  readonly bars: readonly ColumnBar[]
  /** Figure over each column; none where they are many. */
  readonly format?: (value: number) => string
}

const TALLEST = 55

/** Small columns of equal steps: weekdays, hours. */
export function ColumnBars(props: ColumnBarsProps) {
  const most = () => Math.max(1, ...props.bars.map(({ value }) => value))
  return (
    <ol aria-label={props.label} class="flex items-end gap-0.5 h-24">
      <For each={props.bars}>
        {(bar) => (
          <li
            class="grow basis-0 min-w-0 h-full flex flex-col justify-end items-center gap-0.5"
            title={String(bar.value)}
          >
            <span class="text-xs figures text-muted leading-none whitespace-nowrap">
              {bar.value > 0 ? props.format?.(bar.value) : ''}
            </span>
            <span
              class="w-full rounded-t-sm bg-accent"
              style={{ height: `${(bar.value / most()) * TALLEST}px` }}
              aria-hidden="true"
            />
            <span class="text-xs text-muted leading-none pt-0.5 whitespace-nowrap h-3.5">{bar.name}</span>
          </li>
        )}
      </For>
    </ol>
  )
}
