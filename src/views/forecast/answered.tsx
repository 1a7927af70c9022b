import { ErrorBoundary, Show, Suspense } from 'solid-js'
import type { JSX } from 'solid-js'
import type { Failure, Outcome } from '../../model/outcome.ts'
import { FailureCard } from '../../ui/failure-card.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

export interface AnsweredProps<Value> {
  readonly answer: Outcome<Value> | undefined
  /** Stands in its place while it is awaited; a grey block unless told. */
  readonly waiting?: JSX.Element
  readonly onRetry?: () => void
  /** Says what is missing where there is too little data: that is no fault. */
  readonly tooLittle?: (failure: Failure) => JSX.Element
  /** Draws the value. */
  readonly children: (value: () => Value) => JSX.Element
}

/** A part of the page with an answer behind it: waiting, failed, or there. */
export function Answered<Value>(props: AnsweredProps<Value>) {
  const value = () => (props.answer?.ok ? { found: props.answer.value } : undefined)
  const fault = () => (props.answer && !props.answer.ok ? props.answer.failure : undefined)
  return (
    <ErrorBoundary
      fallback={(cause: unknown, reset) => (
        <FailureCard code="UNEXPECTED" detail={String(cause)} onRetry={reset} />
      )}
    >
      <Suspense fallback={props.waiting ?? <Skeleton class="h-64 rounded-card" />}>
        <Show when={fault()}>
          {(found) => (
            <Show
              when={found().code === 'TOO_LITTLE_DATA' && props.tooLittle}
              fallback={
                <FailureCard
                  code={found().code}
                  detail={found().detail}
                  {...(props.onRetry ? { onRetry: props.onRetry } : {})}
                />
              }
            >
              {(told) => told()(found())}
            </Show>
          )}
        </Show>
        <Show when={value()}>{(there) => props.children(() => there().found)}</Show>
      </Suspense>
    </ErrorBoundary>
  )
}
