import { useNavigate } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { Button } from '../../../ui/button.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import { sayAll } from '../words.ts'
import { createMailing } from './mailing.ts'
import type { Rfm } from './answer.ts'

type Segment = Rfm['segments'][number]

const ICONS = {
  vip: 'i-lucide-crown',
  frequent: 'i-lucide-repeat',
  occasional: 'i-lucide-shopping-bag',
  new: 'i-lucide-sprout',
  at_risk: 'i-lucide-triangle-alert',
  inactive: 'i-lucide-moon',
}

function Share(props: { readonly segment: Segment; readonly currency: string }) {
  const t = useText()
  const format = useFormat()
  return (
    <div class="flex flex-col gap-1">
      <p class="flex items-baseline gap-2 figures">
        <span class="grow font-medium">{format().money(props.segment.net_sales, props.currency)}</span>
        <span class="hint">
          {t('analysis.netShare', { share: format().percent(props.segment.net_share) })}
        </span>
      </p>
      <span class="h-1.5 rounded-full bg-sunken overflow-hidden" aria-hidden="true">
        <span
          class="block h-full rounded-full bg-accent"
          style={{ width: `${Math.max(0, (props.segment.net_share ?? 0) * 100)}%` }}
        />
      </span>
    </div>
  )
}

function Typical(props: { readonly segment: Segment; readonly currency: string }) {
  const t = useText()
  const format = useFormat()
  return (
    <p class="hint figures">
      {t('analysis.lastOrderAgo', { days: Math.round(props.segment.median_days_since_order ?? 0) })} ·{' '}
      {t('analysis.typicalOrders', { n: format().number(props.segment.median_orders, 1) })} ·{' '}
      {t('analysis.averageOrder', {
        amount: format().money(props.segment.average_order_value, props.currency),
      })}
    </p>
  )
}

/** A segment: how many, what they bring, what to do, and the ways to them. */
export function SegmentCard(props: { readonly segment: Segment; readonly currency: string }) {
  const t = useText()
  const format = useFormat()
  const navigate = useNavigate()
  const mail = createMailing()
  const name = () => t(`analysis.segment_${props.segment.name}`)
  const actions = () => sayAll(t, format(), 'action', props.segment.actions)
  const size = () => ({ n: props.segment.count, share: format().percent(props.segment.share) })
  return (
    <article class="card-pad flex flex-col gap-3" aria-label={name()}>
      <header class="flex items-start gap-3">
        <span class={`${ICONS[props.segment.name]} text-lg text-accent mt-0.5`} aria-hidden="true" />
        <div class="grow min-w-0">
          <h3 class="font-semibold">{name()}</h3>
          <p class="hint">{t(`analysis.about_${props.segment.name}`)}</p>
        </div>
        <p class="figures text-right whitespace-nowrap">
          <span class="block text-xl font-semibold">{format().number(props.segment.count)}</span>
          <span class="hint">{size().share}</span>
        </p>
      </header>
      <Show when={props.segment.count > 0} fallback={<p class="hint">{t('analysis.nobody')}</p>}>
        <Share segment={props.segment} currency={props.currency} />
        <Typical segment={props.segment} currency={props.currency} />
        <div class="grow">
          <h4 class="text-sm font-medium">{t('analysis.todo')}</h4>
          <ul class="list-disc pl-5 text-sm">
            <For each={actions().slice(0, 3)}>{(action) => <li>{action}</li>}</For>
          </ul>
        </div>
        <div class="flex flex-wrap gap-2">
          <Button
            size="sm"
            icon="i-lucide-users"
            onClick={() => navigate(`/customers?segment=${props.segment.name}`)}
          >
            {t('analysis.see')}
          </Button>
          <Button
            size="sm"
            look="quiet"
            icon="i-lucide-mail"
            aria-label={t('analysis.mailCsvOf', { name: name() })}
            onClick={() => void mail(props.segment.name)}
          >
            {t('analysis.mailCsv')}
          </Button>
        </div>
      </Show>
    </article>
  )
}
