import { For, Show, createContext, createSignal, onCleanup, onMount, useContext } from 'solid-js'
import type { ParentProps } from 'solid-js'
import { Button, IconButton } from './button.tsx'
import { useText } from './text/text.tsx'

export interface Notice {
  readonly tone?: 'good' | 'bad' | 'warn' | 'plain'
  /** What happened. */
  readonly title: string
  /** What it means, what to do. */
  readonly detail?: string
  readonly undo?: () => void
  readonly action?: { readonly label: string; readonly run: () => void }
  /** Stays until closed; failures and questions stay by themselves. */
  readonly stays?: boolean
}

interface Kept extends Notice {
  readonly id: number
}

interface Notices {
  readonly show: (notice: Notice) => number
  readonly close: (id: number) => void
}

const NoticesContext = createContext<Notices>()
const SHOWN_MS = 8000

const ICONS = {
  good: 'i-lucide-circle-check text-good',
  bad: 'i-lucide-circle-alert text-bad',
  warn: 'i-lucide-triangle-alert text-warn',
  plain: 'i-lucide-info text-accent',
}

function NoticeRow(props: { readonly notice: Kept; readonly onClose: () => void }) {
  const t = useText()
  let timer = 0
  const wait = () => {
    clearTimeout(timer)
    if (!props.notice.stays && props.notice.tone !== 'bad') timer = window.setTimeout(props.onClose, SHOWN_MS)
  }
  onMount(wait)
  onCleanup(() => clearTimeout(timer))
  const act = (run: () => void) => () => {
    props.onClose()
    run()
  }
  return (
    <li
      class="float pointer-events-auto flex items-start gap-3 p-3 animate-[rise_var(--quick)_ease-out]"
      onPointerEnter={() => clearTimeout(timer)}
      onPointerLeave={wait}
      onFocusIn={() => clearTimeout(timer)}
      onFocusOut={wait}
    >
      <span class={`${ICONS[props.notice.tone ?? 'plain']} text-lg mt-0.5`} aria-hidden="true" />
      <div class="grow min-w-0 flex flex-col gap-0.5">
        <p class="font-medium">{props.notice.title}</p>
        <Show when={props.notice.detail}>
          <p class="hint">{props.notice.detail}</p>
        </Show>
        <div class="flex flex-wrap gap-2 pt-1.5 empty:hidden">
          <Show when={props.notice.action}>
            {(action) => (
              <Button size="sm" onClick={act(action().run)}>
                {action().label}
              </Button>
            )}
          </Show>
          <Show when={props.notice.undo}>
            {(undo) => (
              <Button size="sm" onClick={act(undo())}>
                {t('parts.undo')}
              </Button>
            )}
          </Show>
        </div>
      </div>
      <IconButton size="sm" icon="i-lucide-x" label={t('parts.close')} onClick={() => props.onClose()} />
    </li>
  )
}

/** Keeps the notices and shows them in a live region above everything else. */
export function NoticesProvider(props: ParentProps) {
  const t = useText()
  const [kept, setKept] = createSignal<readonly Kept[]>([])
  let last = 0
  const show = (notice: Notice) => {
    last += 1
    setKept([...kept().slice(-3), { ...notice, id: last }])
    return last
  }
  const close = (id: number) => {
    setKept(kept().filter((notice) => notice.id !== id))
  }
  return (
    <NoticesContext.Provider value={{ show, close }}>
      {props.children}
      <section
        aria-label={t('parts.notices')}
        data-print="no"
        class="fixed z-50 right-4 left-4 lg:left-auto lg:w-96 bottom-[calc(var(--bottom-height)+16px)] pointer-events-none"
      >
        <ol aria-live="polite" aria-relevant="additions" class="flex flex-col gap-2">
          <For each={kept()}>
            {(notice) => <NoticeRow notice={notice} onClose={() => close(notice.id)} />}
          </For>
        </ol>
      </section>
    </NoticesContext.Provider>
  )
}

/** `const notices = useNotices(); notices.show({ tone: 'good', title: …, undo })`. */
export function useNotices(): Notices {
  const notices = useContext(NoticesContext)
  if (!notices) throw new Error('useNotices needs a NoticesProvider above it')
  return notices
}
