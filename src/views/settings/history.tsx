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

/** Kinds of exported files. */
const FILES = ['full', 'redacted', 'viewer'] as const

function Entry(props: { readonly entry: Readonly<Record<string, unknown>> }) {
  const t = useText()
  const format = useFormat()
  const kind = () => KINDS.find((known) => known === props.entry['kind'])
  const facts = () => props.entry['facts'] as Readonly<Record<string, unknown>>
  /** What of it: how many lines or people, which kind of file. */
  const detail = () => {
    const { rows, people, what, kind: file } = facts()
    if (what === 'person') return t('safety.history_person')
    if (what === 'merge') return t('safety.history_merge')
    if (typeof people === 'number') return t('safety.history_people', { count: people })
    const left = FILES.find((known) => known === file)
    if (left) return t(`files.kind_${left}`)
    return typeof rows === 'number' ? t('safety.historyRows', { rows: format().number(rows) }) : undefined
  }
  return (
    <li class="flex flex-wrap gap-x-3 py-1.5 border-b border-line last:border-b-0">
      <span class="figures text-muted min-w-8">{String(props.entry['seq'])}</span>
      <span class="grow">
        <Show when={kind()} fallback={String(props.entry['kind'])}>
          {(known) => t(`safety.history_${known()}`)}
        </Show>
        <Show when={detail()}>{(told) => <> · {told()}</>}</Show>
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
  /** What an entry says was there before it, and is not. */
  const missingBefore = (seq: number) => {
    const facts = history()?.items.find((entry) => entry['seq'] === seq)?.['facts'] as
      Readonly<Record<string, unknown>> | undefined
    return facts?.['missing_up_to']
  }
  const state = (total: number, broken: number | null) => {
    if (broken === null) return t('safety.historyIntact', { n: total })
    if (broken > total) return t('safety.historyCut', { n: broken - total })
    const upTo = missingBefore(broken)
    const at = format().number(broken)
    return typeof upTo === 'number'
      ? t('safety.historyMissing', { at, upTo: format().number(upTo) })
      : t('safety.historyBroken', { at })
  }
  return (
    <Section anchor="history" title={t('safety.history')} hint={t('safety.historyWhat')}>
      <Suspense fallback={<Skeleton class="h-6" count={2} />}>
        <Show when={history()?.total ? history() : undefined} fallback={<p>{t('safety.historyNone')}</p>}>
          {(known) => (
            <>
              <p class={known().intact ? '' : 'text-bad font-medium'}>
                {state(known().total, known().broken_at)}
              </p>
              <Show when={!known().intact}>
                <p>{t('safety.historyBrokenDo')}</p>
              </Show>
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
