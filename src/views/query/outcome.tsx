import { Match, Show, Switch } from 'solid-js'
import type { Failure } from '../../model/outcome.ts'
import { ErrorCard } from '../../ui/error-card.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useText } from '../../ui/text/text.tsx'
import { ResultView } from './result.tsx'
import type { Run } from './run.ts'

const resultOf = (run: Run) => (run.kind === 'done' ? run.result : undefined)
const failureOf = (run: Run) => (run.kind === 'failed' ? run.failure : undefined)

/** A query that did not run; DuckDB's own words are what helps to mend it, so they stand open. */
function Failed(props: { readonly failure: Failure }) {
  const t = useText()
  const readOnly = () => props.failure.code === 'READ_ONLY'
  return (
    <Switch
      fallback={
        <div role="alert" class="card p-4 flex flex-col gap-2 border-l-3 border-l-bad">
          <p class="font-semibold">{t('query.failed')}</p>
          <pre class="whitespace-pre-wrap break-words rounded-control bg-sunken p-3 text-sm">
            {props.failure.detail}
          </pre>
        </div>
      }
    >
      <Match when={props.failure.code === 'CANCELLED'}>
        <p role="status">{t('query.cancelled')}</p>
      </Match>
      <Match when={readOnly()}>
        <ErrorCard
          title={t('query.failedReadOnly')}
          todo={t('query.failedReadOnlyDo')}
          details={props.failure.detail}
        />
      </Match>
    </Switch>
  )
}

/** What came of a query. */
export function Outcome(props: { readonly run: Run }) {
  return (
    <>
      <Show when={props.run.kind === 'running'}>
        <Skeleton class="h-48 rounded-card" />
      </Show>
      <Show when={failureOf(props.run)}>{(failure) => <Failed failure={failure()} />}</Show>
      <Show when={resultOf(props.run)} keyed>
        {(result) => <ResultView result={result} />}
      </Show>
    </>
  )
}
