import { For, Show } from 'solid-js'
import type { SummaryAnswer } from '../../api/dashboard-schemas.ts'
import type { MetricName } from '../../model/metric.ts'
import { Change } from '../../ui/change.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { useChange } from './tiles.tsx'

interface Entry {
  readonly metric: MetricName
  readonly sign: '' | '−' | '+' | '='
}

const ENTRIES: readonly Entry[] = [
  { metric: 'gross_sales', sign: '' },
  { metric: 'discounts', sign: '−' },
  { metric: 'returns', sign: '−' },
  { metric: 'net_sales', sign: '=' },
  { metric: 'shipping', sign: '+' },
  { metric: 'taxes', sign: '+' },
  { metric: 'total_sales', sign: '=' },
]

export interface LedgerProps {
  readonly summary: SummaryAnswer
  readonly onOpen: (metric: MetricName) => void
}

/** How gross sales become total sales, line by line; each line opens its figure. */
export function Ledger(props: LedgerProps) {
  const t = useText()
  const format = useFormat()
  const change = useChange()
  const figure = (metric: MetricName) => props.summary.metrics[metric]
  const note = (metric: MetricName) => {
    const code = figure(metric).note_code
    return code === 'NOT_IN_DATA' ? t('metrics.note.NOT_IN_DATA') : undefined
  }
  const result = (entry: Entry) => entry.sign === '='
  return (
    <section class="card-pad flex flex-col gap-3" aria-labelledby="ledger">
      <h2 id="ledger" class="section-title">
        {t('dashboard.ledger')}
      </h2>
      <ul class="flex flex-col">
        <For each={ENTRIES}>
          {(entry) => (
            <li class={result(entry) ? 'border-t border-edge' : 'border-t border-transparent'}>
              <button
                type="button"
                data-figure={entry.metric}
                class={`flex w-full items-baseline gap-3 lt-lg:gap-2 rounded-control px-2 lt-lg:px-1 py-1.5 text-left hover:bg-sunken ${result(entry) ? 'font-semibold' : ''}`}
                onClick={() => props.onOpen(entry.metric)}
              >
                <span class="w-3 text-muted figures" aria-hidden="true">
                  {entry.sign}
                </span>
                <span class="grow truncate">
                  {t(`metrics.${entry.metric}.name`)}
                  <Show when={note(entry.metric)}>
                    <span class="block text-xs text-muted font-normal truncate">{note(entry.metric)}</span>
                  </Show>
                </span>
                <Show when={change(props.summary, entry.metric)}>
                  {(moved) => (
                    <span class="w-20 lt-lg:w-16 text-right font-normal">
                      <Change value={moved().value} better={moved().better} />
                    </span>
                  )}
                </Show>
                <span class="figures w-32 lt-lg:w-24 text-right whitespace-nowrap">
                  {format().money(figure(entry.metric).value, props.summary.currency ?? 'XXX')}
                </span>
              </button>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
