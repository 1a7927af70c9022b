import { Show } from 'solid-js'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import type { Clv } from './answer.ts'

interface FigureProps {
  readonly label: string
  readonly value: string
  readonly hint?: string
}

const Figure = (props: FigureProps) => (
  <div class="card p-4 lt-lg:p-3 flex flex-col gap-1 min-w-0">
    <dt class="text-sm text-muted font-medium">{props.label}</dt>
    <dd class="text-xl font-semibold figures break-words">{props.value}</dd>
    <Show when={props.hint}>
      <dd class="hint figures">{props.hint}</dd>
    </Show>
  </div>
)

/** The shop's customers together: expected with its interval, so far, and both. */
export function Totals(props: { readonly clv: Clv }) {
  const t = useText()
  const format = useFormat()
  const totals = () => props.clv.totals
  const money = (value: number) => format().compactMoney(value, props.clv.currency ?? 'XXX')
  const interval = (range: readonly [number, number], write: (value: number) => string) =>
    t('worth.interval', { low: write(range[0]), high: write(range[1]) })
  const number = (value: number) => format().number(value)
  return (
    <dl class="grid gap-3 lg:gap-4 grid-cols-2 lg:grid-cols-5">
      <Figure
        label={t('worth.expected', { n: props.clv.horizon_days })}
        value={money(totals().expected_value)}
        hint={interval(totals().expected_value_interval, money)}
      />
      <Figure
        label={t('worth.expectedOrders')}
        value={number(totals().expected_orders)}
        hint={interval(totals().expected_orders_interval, number)}
      />
      <Figure label={t('worth.historic')} value={money(totals().historic_value)} />
      <Figure label={t('worth.totalValue')} value={money(totals().total_value)} hint={t('worth.totalHint')} />
      <Figure
        label={t('worth.buyers', { n: props.clv.horizon_days })}
        value={number(totals().buyers)}
        hint={t('worth.buyersOf', { n: props.clv.customers_known })}
      />
    </dl>
  )
}
