import { For, Show } from 'solid-js'
import type { HeadlineAnswer, SummaryAnswer } from '../../api/dashboard-schemas.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { useRange } from '../range.ts'
import { writeHeadline } from './headline-words.ts'
import { SignedText } from './signed-text.tsx'

const ICONS: Readonly<Record<HeadlineAnswer['code'], string>> = {
  net_sales_up: 'i-lucide-trending-up text-good',
  net_sales_down: 'i-lucide-trending-down text-bad',
  net_sales_flat: 'i-lucide-move-right text-muted',
  net_sales_level: 'i-lucide-coins text-muted',
  change_drivers: 'i-lucide-split text-muted',
  customers_mix: 'i-lucide-users text-muted',
  products_both: 'i-lucide-tag text-muted',
  products_up: 'i-lucide-tag text-muted',
  products_down: 'i-lucide-tag text-muted',
  countries_both: 'i-lucide-globe text-muted',
  countries_up: 'i-lucide-globe text-muted',
  countries_down: 'i-lucide-globe text-muted',
  returns_rate_up: 'i-lucide-undo-2 text-bad',
  returns_rate_down: 'i-lucide-undo-2 text-good',
  discount_rate_up: 'i-lucide-percent text-bad',
  discount_rate_down: 'i-lucide-percent text-good',
  best_day: 'i-lucide-calendar-days text-muted',
  top_product: 'i-lucide-tag text-muted',
  returning_share: 'i-lucide-users text-muted',
  sold: 'i-lucide-package text-muted',
  deductions: 'i-lucide-percent text-muted',
  period_incomplete: 'i-lucide-triangle-alert text-warn',
  comparison_incomplete: 'i-lucide-triangle-alert text-warn',
  returns_estimated: 'i-lucide-info text-warn',
}

function NoSales(props: { readonly summary: SummaryAnswer }) {
  const t = useText()
  const format = useFormat()
  const { range, setRange } = useRange()
  const days = () => ({
    first: format().day(props.summary.first_day),
    last: format().day(props.summary.last_day),
  })
  return (
    <EmptyState
      title={t('dashboard.noSales')}
      detail={t('dashboard.noSalesDetail', days())}
      action={
        <Button onClick={() => setRange({ ...range(), preset: 'all' })}>{t('dashboard.showAll')}</Button>
      }
    />
  )
}

function HeadlineRow(props: {
  readonly headline: HeadlineAnswer
  readonly currency: string
  readonly onOpen: (code: string) => void
}) {
  const t = useText()
  const format = useFormat()
  return (
    <li>
      <button
        type="button"
        class="group flex w-full items-start gap-3 rounded-control px-2 py-1.5 text-left hover:bg-sunken"
        title={t('dashboard.openNumbers')}
        onClick={() => props.onOpen(props.headline.code)}
      >
        <span class={`${ICONS[props.headline.code]} text-lg mt-0.5`} aria-hidden="true" />
        <span class="grow text-pretty figures">
          <SignedText text={writeHeadline(t, format(), props.headline, props.currency)} />
        </span>
        <span
          class="i-lucide-chevron-right text-muted mt-0.5 opacity-50 group-hover:opacity-100"
          aria-hidden="true"
        />
      </button>
    </li>
  )
}

/** The executive summary: what moved and why, each sentence opening its numbers. */
export function Headlines(props: {
  readonly summary: SummaryAnswer
  readonly onOpen: (code: string) => void
}) {
  const t = useText()
  return (
    <section class="card flex flex-col gap-2 p-4 lt-lg:p-3" aria-labelledby="headlines">
      <h2 id="headlines" class="section-title px-2">
        {t('dashboard.headlines')}
      </h2>
      <Show when={props.summary.headlines.length > 0} fallback={<NoSales summary={props.summary} />}>
        <ul class="flex flex-col">
          <For each={props.summary.headlines}>
            {(headline) => (
              <HeadlineRow
                headline={headline}
                currency={props.summary.currency ?? 'XXX'}
                onOpen={props.onOpen}
              />
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
