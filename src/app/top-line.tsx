import { Show, Suspense, lazy } from 'solid-js'
import { IconButton } from '../ui/button.tsx'
import { useText } from '../ui/text/text.tsx'
import { LanguageMenu, ThemeMenu } from '../ui/theme/look-choices.tsx'
import { RangeControl } from '../views/range-control.tsx'
import { useShop } from '../views/shop.tsx'
import { JobsTray } from './jobs-tray.tsx'
import { WorkspaceButton } from './workspace-button.tsx'

export interface TopLineProps {
  /** Whether the page in view looks at a range. */
  readonly ranged: boolean
  readonly onSearch: () => void
}

/** With the API behind it, so not on the way of the first picture. */
const WorkspaceMenu = lazy(async () => ({ default: (await import('./workspace-menu.tsx')).WorkspaceMenu }))

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The line above every page. */
export function TopLine(props: TopLineProps) {
  const t = useText()
  const shop = useShop()
  return (
    <header
      data-print="no"
      class="sticky top-0 z-10 flex items-center gap-1 lg:gap-2 h-[var(--top-height)] px-2 lg:px-6 border-b border-line bg-canvas"
    >
      <Suspense fallback={<WorkspaceButton name={shop.name()} />}>
        <WorkspaceMenu />
      </Suspense>
      <Show when={props.ranged}>
        <RangeControl />
      </Show>
      <span class="grow" />
      <button
        type="button"
        class="lt-lg:hidden control inline-flex items-center gap-2 text-muted w-52"
        aria-keyshortcuts={isApple ? 'Meta+K' : 'Control+K'}
        onClick={() => props.onSearch()}
      >
        <span class="i-lucide-search" aria-hidden="true" />
        <span class="grow text-left">{t('frame.search')}</span>
        <kbd class="text-xs font-sans rounded-sm border border-line px-1.5 py-0.5">
          {isApple ? '⌘ K' : 'Ctrl K'}
        </kbd>
      </button>
      <span class="lg:hidden">
        <IconButton icon="i-lucide-search" label={t('frame.search')} onClick={() => props.onSearch()} />
      </span>
      <JobsTray />
      <span class="contents lt-lg:hidden">
        <ThemeMenu />
        <LanguageMenu />
      </span>
    </header>
  )
}
