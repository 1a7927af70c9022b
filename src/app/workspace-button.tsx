import { Show, splitProps } from 'solid-js'
import type { JSX } from 'solid-js'
import { useText } from '../ui/text/text.tsx'
import { useShop } from '../views/shop.tsx'

interface WorkspaceButtonProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  readonly name: string
}

/** Name of the open workspace; says when it is the demo shop. */
export function WorkspaceButton(props: WorkspaceButtonProps) {
  const t = useText()
  const shop = useShop()
  const [own, rest] = splitProps(props, ['name'])
  return (
    <button type="button" {...rest} class="button-base button-quiet button-md min-w-0 lt-lg:px-2">
      <span class="visually-hidden">{t('frame.workspace')}: </span>
      <span
        class={shop.isDemo() ? 'i-lucide-flask-conical text-accent' : 'i-lucide-store text-muted'}
        aria-hidden="true"
      />
      <span class="truncate">{own.name}</span>
      <Show when={shop.isDemo()}>
        <span class="rounded-sm bg-accent-soft px-1.5 text-xs text-accent lt-lg:visually-hidden">
          {t('frame.demo')}
        </span>
      </Show>
      <span class="i-lucide-chevrons-up-down text-muted text-sm lt-lg:hidden" aria-hidden="true" />
    </button>
  )
}
