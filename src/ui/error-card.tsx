import { Show } from 'solid-js'
import type { JSX } from 'solid-js'
import { Button } from './button.tsx'
import { useText } from './text/text.tsx'

export interface ErrorCardProps {
  /** What happened, in the reader's words. */
  readonly title: string
  /** What to do about it. */
  readonly todo?: string
  /** Text of the failure, for support; closed at first. */
  readonly details?: string | undefined
  readonly onRetry?: () => void
  readonly action?: JSX.Element
}

/** A part that failed: what happened, what to do, try again, details. */
export function ErrorCard(props: ErrorCardProps) {
  const t = useText()
  return (
    <div role="alert" class="card p-4 flex flex-col gap-3 border-l-3 border-l-bad">
      <div class="flex gap-3">
        <span class="i-lucide-circle-alert text-bad text-lg mt-0.5" aria-hidden="true" />
        <div class="flex flex-col gap-1 min-w-0">
          <p class="font-semibold">{props.title}</p>
          <Show when={props.todo}>
            <p class="text-muted">{props.todo}</p>
          </Show>
        </div>
      </div>
      <Show when={props.details}>
        <details class="text-sm">
          <summary class="text-muted">{t('parts.details')}</summary>
          <pre class="mt-2 whitespace-pre-wrap break-words rounded-control bg-sunken p-3 text-xs">
            {props.details}
          </pre>
        </details>
      </Show>
      <Show when={props.onRetry || props.action}>
        <div class="flex gap-2">
          <Show when={props.onRetry}>
            <Button icon="i-lucide-rotate-cw" onClick={() => props.onRetry?.()}>
              {t('parts.retry')}
            </Button>
          </Show>
          {props.action}
        </div>
      </Show>
    </div>
  )
}
