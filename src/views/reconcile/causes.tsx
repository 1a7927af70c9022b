import { For, Show, createSignal } from 'solid-js'
import type { ReconciliationAnswer } from '../../api/reconcile.ts'
import { Button } from '../../ui/button.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { CauseOrders, type CauseOrdersProps } from './cause-orders.tsx'
import { writeAmount, writeCause } from './words.ts'

type Cause = ReconciliationAnswer['causes'][number]

interface CausesProps {
  readonly answer: ReconciliationAnswer
  readonly onAll: (cause: Cause) => CauseOrdersProps['onAll']
}

function CauseRow(props: {
  readonly answer: ReconciliationAnswer
  readonly cause: Cause
  readonly onAll: CauseOrdersProps['onAll']
}) {
  const t = useText()
  const format = useFormat()
  const [open, setOpen] = createSignal(false)
  return (
    <li class="flex flex-col gap-2 border-t border-line py-3">
      <div class="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span class="grow min-w-60">
          {writeCause(t, props.cause)}{' '}
          <span class="hint">({t(props.cause.sure ? 'reconcile.sure' : 'reconcile.fits')})</span>
        </span>
        <span class="figures font-semibold">
          {writeAmount(format(), props.answer, props.cause.amount, true)}
        </span>
      </div>
      <Show when={props.cause.orders > 0}>
        <div>
          <Button size="sm" aria-expanded={open()} onClick={() => setOpen(!open())}>
            {open() ? t('reconcile.hideOrders') : t('reconcile.seeOrders', { n: props.cause.orders })}
          </Button>
        </div>
      </Show>
      <Show when={open()}>
        <CauseOrders answer={props.answer} cause={props.cause} onAll={props.onAll} />
      </Show>
    </li>
  )
}

/** The causes of a difference with their amounts, and what they leave. */
export function Causes(props: CausesProps) {
  const t = useText()
  const format = useFormat()
  const amount = (value: number) => writeAmount(format(), props.answer, value, true)
  return (
    <section class="flex flex-col gap-1" aria-label={t('reconcile.causes')}>
      <h3 class="font-semibold">{t('reconcile.causes')}</h3>
      <ul>
        <For each={props.answer.causes}>
          {(cause) => <CauseRow answer={props.answer} cause={cause} onAll={props.onAll(cause)} />}
        </For>
      </ul>
      <dl class="flex flex-wrap gap-x-6 gap-y-1 border-t border-line pt-3 figures">
        <div class="flex gap-2">
          <dt class="text-muted">{t('reconcile.explained')}</dt>
          <dd class="font-semibold">{amount(props.answer.explained)}</dd>
        </div>
        <div class="flex gap-2">
          <dt class="text-muted">{t('reconcile.unexplained')}</dt>
          <dd class="font-semibold">{amount(props.answer.unexplained)}</dd>
        </div>
      </dl>
    </section>
  )
}
