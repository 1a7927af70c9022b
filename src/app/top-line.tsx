import { Show } from 'solid-js'
import { IconButton } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import type { MenuItem } from '../ui/menu.tsx'
import { useText } from '../ui/text/text.tsx'
import { LanguageMenu, ThemeMenu } from '../ui/theme/look-choices.tsx'
import { RangeControl } from '../views/range-control.tsx'
import { JobsTray } from './jobs-tray.tsx'

export interface TopLineProps {
  /** Name of the open workspace; absent while it opens. */
  readonly workspace: string | undefined
  readonly isDemo: boolean
  /** Other workspaces and what can be done with them. */
  readonly workspaceItems: readonly MenuItem[]
  /** Whether the page in view looks at a range. */
  readonly ranged: boolean
  readonly onSearch: () => void
}

function WorkspaceMenu(props: TopLineProps) {
  const t = useText()
  const name = () => (props.isDemo ? t('frame.demoWorkspace') : (props.workspace ?? ''))
  return (
    <Menu
      label={t('frame.workspace')}
      items={props.workspaceItems}
      trigger={(attributes) => (
        <button
          type="button"
          class="button-base button-quiet button-md min-w-0 lt-lg:px-2"
          aria-label={t('frame.workspaceMenu', { name: name() })}
          {...attributes}
        >
          <span class="i-lucide-store text-muted" aria-hidden="true" />
          <span class="truncate">{name()}</span>
          <span class="i-lucide-chevrons-up-down text-muted text-sm" aria-hidden="true" />
        </button>
      )}
    />
  )
}

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The line above every page. */
export function TopLine(props: TopLineProps) {
  const t = useText()
  return (
    <header
      data-print="no"
      class="sticky top-0 z-10 flex items-center gap-1 lg:gap-2 h-[var(--top-height)] px-2 lg:px-6 border-b border-line bg-canvas"
    >
      <Show when={props.workspace !== undefined}>
        <WorkspaceMenu {...props} />
        <Show when={props.ranged}>
          <RangeControl />
        </Show>
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
