import { For, Show, Suspense } from 'solid-js'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { createHistory } from './data.ts'
import { Fact, Section } from './section.tsx'

const KINDS = [
  'import',
  'take_back',
  'edit',
  'training',
  'export',
  'lock',
  'erasure',
  'retention',
  'restore',
  'settings',
] as const

function Entry(props: { readonly entry: Readonly<Record<string, unknown>> }) {
  const t = useText()
  const format = useFormat()
  const kind = () => KINDS.find((known) => known === props.entry['kind'])
  const rows = () => {
    const facts = props.entry['facts']
    const found = typeof facts === 'object' && facts !== null && 'rows' in facts ? facts.rows : undefined
    return typeof found === 'number' ? found : undefined
  }
  return (
    <li class="flex flex-wrap gap-x-3 py-1.5 border-b border-line last:border-b-0">
      <span class="figures text-muted min-w-8">{String(props.entry['seq'])}</span>
      <span class="grow">
        <Show when={kind()} fallback={String(props.entry['kind'])}>
          {(known) => t(`safety.history_${known()}`)}
        </Show>
        <Show when={rows() !== undefined}>
          {' '}
          · {t('safety.historyRows', { rows: format().number(rows() ?? 0) })}
        </Show>
      </span>
      <span class="text-muted lt-lg:basis-full lt-lg:pl-11">
        {format().instant(String(props.entry['at']))}
      </span>
    </li>
  )
}

/** What was done to the workspace, and whether the chain of its entries holds. */
export function HistoryPart() {
  const t = useText()
  const format = useFormat()
  const answer = createHistory()
  const history = () => {
    const outcome = answer.latest
    return outcome?.ok ? outcome.value : undefined
  }
  const state = (total: number, broken: number | null) =>
    broken === null
      ? t('safety.historyIntact', { n: total })
      : broken > total
        ? t('safety.historyCut', { n: broken - total })
        : t('safety.historyBroken', { at: format().number(broken) })
  return (
    <Section title={t('safety.history')} hint={t('safety.historyWhat')}>
      <Suspense fallback={<Skeleton class="h-6" count={2} />}>
        <Show when={history()?.total ? history() : undefined} fallback={<p>{t('safety.historyNone')}</p>}>
          {(known) => (
            <>
              <p class={known().intact ? '' : 'text-bad font-medium'}>
                {state(known().total, known().broken_at)}
              </p>
              <dl>
                <Fact name={t('safety.historyHead')}>
                  <code class="text-sm break-all">{known().head}</code>
                </Fact>
              </dl>
              <details>
                <summary>{t('safety.historyMore')}</summary>
                <ol class="flex flex-col pt-2">
                  <For each={known().items}>{(entry) => <Entry entry={entry} />}</For>
                </ol>
              </details>
            </>
          )}
        </Show>
      </Suspense>
    </Section>
  )
}
