import { For, Match, Show, Switch } from 'solid-js'
import type { ReconciliationAnswer } from '../../api/reconcile.ts'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { Causes } from './causes.tsx'
import type { CauseOrdersProps } from './cause-orders.tsx'
import { writeAmount, writeCause } from './words.ts'

type Cause = ReconciliationAnswer['causes'][number]

interface ResultProps {
  readonly answer: ReconciliationAnswer
  readonly onAll: (cause: Cause) => CauseOrdersProps['onAll']
}

function Totals(props: { readonly answer: ReconciliationAnswer }) {
  const t = useText()
  const format = useFormat()
  const totals = () =>
    [
      [t('reconcile.theirs'), writeAmount(format(), props.answer, props.answer.platform_amount)],
      [t('reconcile.ours'), writeAmount(format(), props.answer, props.answer.ours)],
      [t('reconcile.difference'), writeAmount(format(), props.answer, props.answer.difference, true)],
    ] as const
  return (
    <dl class="grid grid-cols-1 sm:grid-cols-3 gap-3">
      <For each={totals()}>
        {([name, value]) => (
          <div class="rounded-control bg-sunken p-3">
            <dt class="text-sm text-muted">{name}</dt>
            <dd class="text-xl font-semibold figures">{value}</dd>
          </div>
        )}
      </For>
    </dl>
  )
}

/** In one sentence, whether the difference is explained. */
function Verdict(props: { readonly answer: ReconciliationAnswer }) {
  const t = useText()
  return (
    <Switch>
      <Match when={props.answer.difference === 0}>{t('reconcile.same')}</Match>
      <Match when={props.answer.unexplained === 0}>{t('reconcile.allExplained')}</Match>
      <Match when={props.answer.rounding}>{t('reconcile.roundingLeft')}</Match>
      <Match when={true}>{t('reconcile.nothingFits')}</Match>
    </Switch>
  )
}

/** What to know of the files: days that they lack, returns that they do not date. */
function Notes(props: { readonly answer: ReconciliationAnswer }) {
  const t = useText()
  const format = useFormat()
  const notes = () => {
    const { missing, undated_returns: undated } = props.answer
    const days = missing.inside
      .slice(0, 8)
      .map((day) => format().shortDay(day))
      .join(', ')
    return [
      ...(missing.before > 0 ? [t('reconcile.missingBefore', { n: missing.before })] : []),
      ...(missing.after > 0 ? [t('reconcile.missingAfter', { n: missing.after })] : []),
      ...(missing.inside.length > 0
        ? [t('reconcile.missingInside', { n: missing.inside.length, days })]
        : []),
      ...(undated > 0 ? [t('reconcile.undated', { n: undated })] : []),
    ]
  }
  return (
    <For each={notes()}>
      {(note) => (
        <p class="flex gap-2 text-pretty">
          <span class="i-lucide-info text-muted mt-0.5 shrink-0" aria-hidden="true" />
          {note}
        </p>
      )}
    </For>
  )
}

function Possible(props: { readonly answer: ReconciliationAnswer }) {
  const t = useText()
  const format = useFormat()
  return (
    <details open={props.answer.causes.length === 0}>
      <summary class="text-muted w-fit">{t('reconcile.possible')}</summary>
      <ul class="mt-2 flex flex-col gap-1">
        <For each={props.answer.possible}>
          {(cause) => (
            <li class="flex flex-wrap justify-between gap-x-4">
              <span>{writeCause(t, cause)}</span>
              <span class="figures">{writeAmount(format(), props.answer, cause.amount, true)}</span>
            </li>
          )}
        </For>
      </ul>
    </details>
  )
}

/** Why one total differs: the two figures, the causes with their orders, and what is not explained. */
export function Result(props: ResultProps) {
  const t = useText()
  const format = useFormat()
  const title = () =>
    t('reconcile.result', {
      metric: t(`metrics.${props.answer.metric}.name`),
      period: format().dayRange(props.answer.from, props.answer.to),
    })
  return (
    <article class="card-pad flex flex-col gap-4" aria-label={title()}>
      <h2 class="section-title">{title()}</h2>
      <Totals answer={props.answer} />
      <p class="text-pretty font-medium">
        <Verdict answer={props.answer} />
      </p>
      <Show when={props.answer.causes.length > 0}>
        <Causes answer={props.answer} onAll={props.onAll} />
      </Show>
      <For each={props.answer.alternatives}>
        {(set) => (
          <p class="text-pretty">
            {t('reconcile.alternatives')} {set.map((cause) => writeCause(t, cause)).join(' + ')}.
          </p>
        )}
      </For>
      <Notes answer={props.answer} />
      <Show when={props.answer.possible.length > 0}>
        <Possible answer={props.answer} />
      </Show>
    </article>
  )
}
