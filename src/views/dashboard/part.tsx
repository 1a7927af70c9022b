import { ErrorBoundary, Show, Suspense } from 'solid-js'
import type { Accessor, JSX } from 'solid-js'
import type { Outcome } from '../../model/outcome.ts'
import { FailureCard } from '../../ui/failure-card.tsx'
import type { Answer } from './answer.ts'

export interface PartProps<Value> {
  readonly answer: Answer<Value>
  /** Shape of what comes. */
  readonly skeleton: JSX.Element
  readonly children: (value: Accessor<Value>) => JSX.Element
}

const valueOf = <Value,>(outcome: Outcome<Value> | undefined) => (outcome?.ok ? outcome.value : undefined)

const failureOf = <Value,>(outcome: Outcome<Value> | undefined) =>
  outcome && !outcome.ok ? outcome.failure : undefined

/** One part of the page: its waiting and its failure never take another part with it. */
export function Part<Value>(props: PartProps<Value>) {
  return (
    <ErrorBoundary
      fallback={(cause: unknown, reset) => (
        <FailureCard
          code="UNEXPECTED"
          detail={String(cause)}
          onRetry={() => {
            props.answer.again()
            reset()
          }}
        />
      )}
    >
      <Suspense fallback={props.skeleton}>
        <Show when={failureOf(props.answer.outcome())}>
          {(failure) => (
            <FailureCard
              code={failure().code}
              detail={failure().detail}
              onRetry={() => props.answer.again()}
            />
          )}
        </Show>
        <Show when={valueOf(props.answer.outcome())}>
          {(value) => (
            <div
              class={`contents transition-opacity ${props.answer.updating() ? '[&>*]:opacity-60' : ''}`}
              aria-busy={props.answer.updating()}
            >
              {props.children(value)}
            </div>
          )}
        </Show>
      </Suspense>
    </ErrorBoundary>
  )
}
