import { Show } from 'solid-js'
import type { JSX } from 'solid-js'

export interface EmptyStateProps {
  readonly title: string
  readonly detail?: JSX.Element
  readonly icon?: string
  /** One action at most. */
  readonly action?: JSX.Element
}

/** Nothing here yet: one sentence, one action. */
export function EmptyState(props: EmptyStateProps) {
  return (
    <div class="flex flex-col items-center text-center gap-3 px-4 py-12">
      <Show when={props.icon}>
        <span
          class="inline-flex items-center justify-center size-12 rounded-full bg-accent-soft text-accent"
          aria-hidden="true"
        >
          <span class={`${props.icon} text-xl`} />
        </span>
      </Show>
      <p class="text-lg font-semibold text-balance">{props.title}</p>
      <Show when={props.detail}>
        <div class="text-muted max-w-[52ch] text-pretty">{props.detail}</div>
      </Show>
      {props.action}
    </div>
  )
}
