import { For, Show } from 'solid-js'
import { useText } from '../text/text.tsx'
import { isDashed, lineColour } from './palette.ts'
import type { ChartContent } from './series.ts'

interface ChartLegendProps {
  readonly content: ChartContent
  /** Place of the cursor, or null. */
  readonly at: number | null
  readonly format: (value: number | null) => string
  readonly writeDate: (date: string) => string
}

/** Names the lines and, at the cursor, their exact values: the chart's legend and tooltip in one place. */
export function ChartLegend(props: ChartLegendProps) {
  const t = useText()
  const orders = () => {
    let order = -1
    return props.content.lines.map((line) => (line.kind === 'series' ? (order += 1) : 0))
  }
  const valueAt = (values: readonly (number | null)[]) =>
    props.at === null ? null : (values[props.at] ?? null)
  return (
    <div class="flex flex-wrap items-baseline gap-x-5 gap-y-1 text-sm min-h-5">
      <Show when={props.at !== null}>
        <span class="font-medium figures whitespace-nowrap">
          {props.writeDate(props.content.dates[props.at ?? 0] ?? '')}
        </span>
      </Show>
      <For each={props.content.lines}>
        {(line, index) => (
          <Show when={props.at === null ? props.content.lines.length > 1 : valueAt(line.values) !== null}>
            <span class="inline-flex items-baseline gap-1.5">
              <span
                class={`self-center w-4 border-t-2 ${isDashed(line) ? 'border-dashed' : 'border-solid'}`}
                style={{ 'border-color': `var(${lineColour(line, orders()[index()] ?? 0)})` }}
                aria-hidden="true"
              />
              <span class="text-muted">
                {line.label}
                <Show when={props.at !== null && line.dates?.[props.at]}>
                  {(date) => ` (${props.writeDate(date())})`}
                </Show>
              </span>
              <Show when={props.at !== null}>
                <span class="figures font-medium">{props.format(valueAt(line.values))}</span>
              </Show>
            </span>
          </Show>
        )}
      </For>
      <For each={props.at === null ? [] : (props.content.bands ?? [])}>
        {(band) => (
          <Show when={valueAt(band.lower) !== null}>
            <span class="text-muted figures">
              {t('parts.band', { level: band.level })} {props.format(valueAt(band.lower))} –{' '}
              {props.format(valueAt(band.upper))}
            </span>
          </Show>
        )}
      </For>
    </div>
  )
}
