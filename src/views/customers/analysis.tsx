import {
  ErrorBoundary,
  For,
  Match,
  Show,
  Switch,
  createMemo,
  createResource,
  createSignal,
  onCleanup,
} from 'solid-js'
import type { Accessor, JSX } from 'solid-js'
import type { Outcome } from '../../model/outcome.ts'
import type { Progress } from '../../model/progress.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureCard } from '../../ui/failure-card.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { sayAll } from './words.ts'
import type { Words } from './words.ts'

/** How long work is asked: it can be stopped, and tells how far it is. */
export interface Asking {
  readonly signal: AbortSignal
  readonly onProgress: (progress: Progress) => void
}

export interface Analysis<Value> {
  readonly outcome: Accessor<Outcome<Value> | undefined>
  readonly running: Accessor<boolean>
  readonly progress: Accessor<Progress | undefined>
  readonly cancel: () => void
  readonly again: () => void
}

/** An answer that may take a while, asked anew when `key` changes; undefined asks nothing. */
export function createAnalysis<Value>(
  key: () => unknown,
  ask: (asking: Asking) => Promise<Outcome<Value>>,
): Analysis<Value> {
  const [progress, setProgress] = createSignal<Progress>()
  let controller: AbortController | undefined
  const question = createMemo(() => (key() === undefined ? undefined : JSON.stringify(key())))
  const [answer, { refetch }] = createResource(question, async () => {
    controller?.abort()
    const own = new AbortController()
    controller = own
    setProgress(undefined)
    return ask({ signal: own.signal, onProgress: (next) => own === controller && setProgress(next) })
  })
  onCleanup(() => controller?.abort())
  const answered = () => answer.state === 'ready' || answer.state === 'refreshing'
  return {
    outcome: () => {
      if (answer.state === 'errored') throw answer.error
      return answered() ? answer.latest : undefined
    },
    running: () => answer.loading,
    progress,
    cancel: () => controller?.abort(),
    again: () => void refetch(),
  }
}

/** What its waiting and its failure need to know of an analysis. */
type Shown = Omit<Analysis<unknown>, 'outcome'>

function Running(props: { readonly analysis: Shown }) {
  const t = useText()
  const share = () => {
    const progress = props.analysis.progress()
    return progress && progress.total > 0 ? progress.done / progress.total : undefined
  }
  return (
    <Show when={props.analysis.progress()} fallback={<Skeleton class="h-40 rounded-card" count={2} />}>
      <section class="card-pad flex flex-col gap-3" aria-label={t('analysis.running')}>
        <div class="flex items-center gap-3">
          <p class="grow">{t('analysis.running')}</p>
          <Button size="sm" onClick={() => props.analysis.cancel()}>
            {t('parts.cancel')}
          </Button>
        </div>
        <ProgressBar label={t('analysis.running')} value={share()} />
        <p class="hint">{t('analysis.staysUsable')}</p>
      </section>
    </Show>
  )
}

function Failed(props: { readonly analysis: Shown; readonly code: string; readonly detail: string }) {
  const t = useText()
  return (
    <Switch
      fallback={
        <FailureCard
          code={props.code as 'BUSY'}
          detail={props.detail}
          onRetry={() => props.analysis.again()}
        />
      }
    >
      <Match when={props.code === 'CANCELLED'}>
        <div class="card">
          <EmptyState
            title={t('analysis.cancelled')}
            action={<Button onClick={() => props.analysis.again()}>{t('parts.retry')}</Button>}
          />
        </div>
      </Match>
      <Match when={props.code === 'TOO_LITTLE_DATA'}>
        <div class="card">
          <EmptyState
            icon="i-lucide-hourglass"
            title={t('analysis.tooLittle')}
            detail={t('analysis.tooLittleDetail')}
          />
        </div>
      </Match>
    </Switch>
  )
}

interface AnalysisPartProps<Value> {
  readonly analysis: Analysis<Value>
  readonly children: (value: Accessor<Value>) => JSX.Element
}

/** A part that rests on an analysis: its waiting with progress, its failure with a way on, its answer. */
export function AnalysisPart<Value>(props: AnalysisPartProps<Value>) {
  const value = () => {
    const outcome = props.analysis.outcome()
    return outcome?.ok ? outcome.value : undefined
  }
  const failure = () => {
    const outcome = props.analysis.outcome()
    return outcome && !outcome.ok && !props.analysis.running() ? outcome.failure : undefined
  }
  return (
    <ErrorBoundary
      fallback={(cause: unknown, reset) => (
        <FailureCard
          code="UNEXPECTED"
          detail={String(cause)}
          onRetry={() => {
            props.analysis.again()
            reset()
          }}
        />
      )}
    >
      <Switch fallback={<Running analysis={props.analysis} />}>
        <Match when={value()}>
          {(known) => (
            <div
              class={`flex flex-col gap-6 min-w-0 ${props.analysis.running() ? 'opacity-60' : ''}`}
              aria-busy={props.analysis.running()}
            >
              {props.children(known)}
            </div>
          )}
        </Match>
        <Match when={failure()}>
          {(fault) => <Failed analysis={props.analysis} code={fault().code} detail={fault().detail} />}
        </Match>
      </Switch>
    </ErrorBoundary>
  )
}

interface Head {
  readonly as_of: string | null
  readonly customers_known: number
  readonly orders_known: number
  readonly guest_orders: number
  readonly notes: readonly Words[]
}

/** On what an answer rests: the day, how many rows, what was left out and what limits it. */
export function Basis(props: { readonly head: Head; readonly how: string }) {
  const t = useText()
  const format = useFormat()
  const notes = () => sayAll(t, format(), 'note', props.head.notes)
  return (
    <div class="flex flex-col gap-1.5">
      <p class="hint figures">
        {t('analysis.basis', {
          day: format().day(props.head.as_of),
          customers: props.head.customers_known,
          orders: props.head.orders_known,
        })}
      </p>
      <For each={notes()}>
        {(note) => (
          <p class="text-sm flex items-start gap-2">
            <span class="i-lucide-info text-warn mt-0.5" aria-hidden="true" />
            {note}
          </p>
        )}
      </For>
      <details class="text-sm">
        <summary class="text-muted">{t('analysis.how')}</summary>
        <p class="pt-1.5 max-w-[80ch] text-pretty whitespace-pre-line">{props.how}</p>
      </details>
    </div>
  )
}
