import { For } from 'solid-js'
import { useText } from './text/text.tsx'

export interface SkeletonProps {
  /** Class that gives the size, as `h-70`. One block of it, or as many as `count`. */
  readonly class?: string
  readonly count?: number
}

/** Holds the place of what is loading, so that nothing jumps when it comes. */
export function Skeleton(props: SkeletonProps) {
  const t = useText()
  return (
    <div role="status" aria-label={t('parts.loading')} class="contents">
      <For each={Array.from({ length: props.count ?? 1 })}>
        {() => (
          <div
            aria-hidden="true"
            class={`rounded-control bg-sunken animate-[pulse-soft_1.6s_ease-in-out_infinite] ${props.class ?? 'h-4 w-full'}`}
          />
        )}
      </For>
    </div>
  )
}
