import { A } from '@solidjs/router'
import { For, Show, createSignal } from 'solid-js'
import type { JSX } from 'solid-js'
import { Drawer } from '../ui/dialog.tsx'
import { useText } from '../ui/text/text.tsx'
import type { Section } from './sections.ts'

export interface NavigationProps {
  readonly sections: readonly Section[]
  /** `?…` that every link keeps. */
  readonly search: string
}

const LINK =
  'flex items-center gap-3 rounded-control px-3 py-2 lt-lg:py-2.5 font-medium text-muted hover:text-text hover:bg-sunken aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent'

function SectionLink(props: {
  readonly section: Section
  readonly search: string
  readonly onGo?: () => void
}) {
  const t = useText()
  return (
    <A href={`${props.section.path}${props.search}`} end class={LINK} onClick={() => props.onGo?.()}>
      <span class={`${props.section.icon} text-lg`} aria-hidden="true" />
      {t(`frame.${props.section.name}`)}
    </A>
  )
}

/** Sections at the side, from 1,024 px. */
export function SideBar(props: NavigationProps & { readonly children?: JSX.Element }) {
  const t = useText()
  return (
    <aside
      data-print="no"
      class="lt-lg:hidden fixed inset-y-0 left-0 w-[var(--side-width)] flex flex-col border-r border-line bg-surface"
    >
      <A
        href={`/${props.search}`}
        class="flex items-center gap-2.5 h-[var(--top-height)] px-5 text-lg font-semibold"
      >
        <img src="/icon.svg" alt="" width="24" height="24" class="size-6" />
        {t('frame.appName')}
      </A>
      <nav
        aria-label={t('frame.mainNavigation')}
        class="grow overflow-y-auto px-2 py-2 flex flex-col gap-0.5"
      >
        <For each={props.sections}>
          {(section) => <SectionLink section={section} search={props.search} />}
        </For>
      </nav>
      {props.children}
    </aside>
  )
}

/** What a phone has at hand beside "More". */
const AT_HAND: readonly string[] = ['dashboard', 'customers', 'forecast', 'data']
const BAR_LINK =
  'flex grow basis-0 min-w-0 flex-col items-center justify-center gap-0.5 h-[var(--bottom-height)] text-xs font-medium text-muted aria-[current=page]:text-accent'

/** Five places at the bottom of a phone; all else is under "More", with theme and language. */
export function BottomBar(props: NavigationProps & { readonly more: JSX.Element }) {
  const t = useText()
  const [open, setOpen] = createSignal(false)
  const shown = () => props.sections.filter(({ name }) => AT_HAND.includes(name))
  const rest = () => props.sections.filter(({ name }) => !AT_HAND.includes(name))
  return (
    <nav
      aria-label={t('frame.mainNavigation')}
      data-print="no"
      class="lg:hidden fixed inset-x-0 bottom-0 z-20 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]"
    >
      <For each={shown()}>
        {(section) => (
          <A href={`${section.path}${props.search}`} end class={BAR_LINK}>
            <span class={`${section.icon} text-xl`} aria-hidden="true" />
            <span class="truncate max-w-full px-1">{t(`frame.${section.name}`)}</span>
          </A>
        )}
      </For>
      <button type="button" class={BAR_LINK} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span class="i-lucide-menu text-xl" aria-hidden="true" />
        {t('frame.more')}
      </button>
      <Drawer open={open()} onClose={() => setOpen(false)} title={t('frame.more')}>
        <div class="flex flex-col gap-4">
          <Show when={rest().length > 0}>
            <div class="flex flex-col">
              <For each={rest()}>
                {(section) => (
                  <SectionLink section={section} search={props.search} onGo={() => setOpen(false)} />
                )}
              </For>
            </div>
          </Show>
          {props.more}
        </div>
      </Drawer>
    </nav>
  )
}
