import { useSearchParams } from '@solidjs/router'
import { For, Match, Show, Switch } from 'solid-js'
import type { ReconciliationAnswer } from '../../api/reconcile.ts'
import { RECONCILED, type ReconciledMetric } from '../../analytics/reconcile/counting.ts'
import { FailureCard } from '../../ui/failure-card.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { useRange } from '../range.ts'
import { useShop } from '../shop.tsx'
import { type AskedTotal, createSearch, type FoundTotals, type Search } from './asking.ts'
import { TotalForm } from './form.tsx'
import { Result } from './result.tsx'

type Of<Kind extends Search['kind']> = Extract<Search, { kind: Kind }>

const isKind = <Kind extends Search['kind']>(search: Search, kind: Kind): Of<Kind> | undefined =>
  search.kind === kind ? (search as Of<Kind>) : undefined

type Cause = ReconciliationAnswer['causes'][number]

function Found(props: {
  readonly found: FoundTotals
  readonly onAll: (line: number, cause: Cause) => () => Promise<Cause['rows']>
}) {
  const t = useText()
  const lines = () => props.found.skipped.map(({ text }) => `«${text.slice(0, 40)}»`).join(', ')
  return (
    <div class="flex flex-col gap-4" aria-live="polite">
      <For each={props.found.items}>
        {(answer) => <Result answer={answer} onAll={(cause) => props.onAll(answer.line, cause)} />}
      </For>
      <Show when={props.found.skipped.length > 0}>
        <p class="hint">{t('reconcile.skipped', { n: props.found.skipped.length, lines: lines() })}</p>
      </Show>
    </div>
  )
}

/** "My platform says otherwise": a total from there, and why ours differs, order by order. */
export default function ReconcilePage() {
  const t = useText()
  const format = useFormat()
  const shop = useShop()
  const { range } = useRange()
  const [params, setParams] = useSearchParams()
  const { search, start, ask } = createSearch()
  const metric = (): ReconciledMetric => RECONCILED.find((name) => name === params['metric']) ?? 'total_sales'
  const period = () => format().dayRange(range().from, range().to)
  const all = (asked: AskedTotal) => (line: number, cause: Cause) => async () => {
    const outcome = await ask(asked, 100_000)
    const answer = outcome.ok ? outcome.value.items.find((item) => item.line === line) : undefined
    return answer?.causes.find(({ code, value }) => code === cause.code && value === cause.value)?.rows ?? []
  }
  return (
    <div class="page max-w-[920px]">
      <header class="flex flex-col gap-1">
        <h1 class="page-title">{t('reconcile.title')}</h1>
        <p class="text-muted">{t('reconcile.subtitle')}</p>
        <p class="hint">{t('reconcile.period', { period: period(), zone: shop.timeZone() ?? '' })}</p>
      </header>
      <TotalForm
        metric={metric()}
        onMetric={(next) => setParams({ metric: next }, { replace: true, scroll: false })}
        busy={search().kind === 'looking'}
        onAsk={(asked) => void start(asked)}
      />
      <Switch>
        <Match when={isKind(search(), 'looking')}>
          <Skeleton class="h-24" count={2} />
        </Match>
        <Match when={isKind(search(), 'failed')}>
          {(at) => (
            <FailureCard
              code={at().failure.code}
              detail={at().failure.detail}
              onRetry={() => void start(at().asked)}
            />
          )}
        </Match>
        <Match when={isKind(search(), 'found')}>
          {(at) => <Found found={at().found} onAll={all(at().asked)} />}
        </Match>
      </Switch>
    </div>
  )
}
