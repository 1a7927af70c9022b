import { Show } from 'solid-js'
import { useFormat, useText } from './text/text.tsx'

export interface ChangeProps {
  /** Relative change: 0.082 is +8.2 %; null where there is nothing to compare with. */
  readonly value: number | null
  /** Which way is good; `none` for figures that are neither. */
  readonly better?: 'up' | 'down' | 'none'
  /** Name of what it is compared with: "Mar 2025". */
  readonly versus?: string | undefined
}

const direction = (value: number | null) => {
  if (value === null || Math.abs(value) < 0.0005) return 'flat'
  return value > 0 ? 'up' : 'down'
}

const ARROWS = { up: 'i-lucide-arrow-up-right', down: 'i-lucide-arrow-down-right', flat: 'i-lucide-minus' }

/** A change with sign, arrow and the comparison's name; colour only adds to them. */
export function Change(props: ChangeProps) {
  const t = useText()
  const format = useFormat()
  const way = () => direction(props.value)
  const tone = () => {
    const better = props.better ?? 'up'
    if (way() === 'flat' || better === 'none') return 'text-muted'
    return way() === better ? 'text-good' : 'text-bad'
  }
  return (
    <span class="inline-flex items-center gap-1 text-sm min-w-0">
      <Show when={props.value !== null}>
        <span class={`${ARROWS[way()]} ${tone()}`} aria-hidden="true" />
      </Show>
      <span class={`figures font-medium whitespace-nowrap ${tone()}`}>{format().change(props.value)}</span>
      <Show when={props.versus}>
        <span class="text-muted truncate" title={props.versus}>
          {t('parts.versus', { what: props.versus ?? '' })}
        </span>
      </Show>
    </span>
  )
}
