import { useIsRouting, useLocation, useNavigate } from '@solidjs/router'
import { Show, Suspense, createEffect, createMemo, createSignal, lazy, on } from 'solid-js'
import type { ParentProps } from 'solid-js'
import { CommandPalette } from '../ui/command-palette.tsx'
import type { Command } from '../ui/command-palette.tsx'
import { useText } from '../ui/text/text.tsx'
import { LookChoices } from '../ui/theme/look-choices.tsx'
import { ShopProvider } from '../views/shop.tsx'
import type { Shop } from '../views/shop.tsx'
import { BottomBar, SideBar } from './navigation.tsx'
import { createOnline } from './online.ts'
import { PageFailure, PageWaiting } from './page-frame.tsx'
import { SECTIONS, sectionOf } from './sections.ts'
import type { Section } from './sections.ts'
import { TopLine } from './top-line.tsx'
import { WorkspaceEnded } from './workspace-ended.tsx'

// What deals with storage comes after the first picture.
const DataLost = lazy(async () => ({ default: (await import('./data-lost.tsx')).DataLost }))
const ExportReminder = lazy(async () => ({ default: (await import('./export-reminder.tsx')).ExportReminder }))
const PrintedFoot = lazy(async () => ({ default: (await import('./printed-foot.tsx')).PrintedFoot }))
const LockScreen = lazy(async () => ({ default: (await import('./lock-screen.tsx')).LockScreen }))
const ViewerBoard = lazy(async () => ({
  default: (await import('../views/viewer/viewer-board.tsx')).ViewerBoard,
}))

/**
 * Asks for what is shown once the workspace is open, while it is being opened: the parts of the frame and the page at
 * `path`. What does not come is asked for again, and told, where it is shown.
 */
export const preloadParts = (path: string): Promise<unknown> =>
  Promise.allSettled([
    import('./workspace-menu.tsx'),
    DataLost.preload(),
    ExportReminder.preload(),
    sectionOf(path)?.load(),
  ])

/** Pages that a workspace without rows still has. */
const WITHOUT_ROWS = ['/settings', '/docs']

export interface FrameProps extends ParentProps {
  /** The open workspace; undefined while it is being opened. The frame is there before it. */
  readonly shop: Shop | undefined
  /** Why it could not be opened. */
  readonly failure?: unknown
  /** Actions of the search, besides the pages. */
  readonly commands?: readonly Command[]
  readonly sections?: readonly Section[]
}

/** Parameters of the address that go from page to page. */
const KEPT = ['range', 'from', 'to', 'compare']

function keptSearch(search: string): string {
  const given = [...new URLSearchParams(search)].filter(([key]) => KEPT.includes(key))
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}

/** Says the page's name in the title, and takes focus to its beginning when another page is shown. */
function followPage(path: () => string, title: () => string, main: () => HTMLElement | undefined) {
  createEffect(() => (document.title = title()))
  createEffect(on(path, () => main()?.focus({ preventScroll: true }), { defer: true }))
}

const OfflineLine = () => {
  const t = useText()
  const online = createOnline()
  return (
    <Show when={!online()}>
      <p
        role="status"
        data-print="no"
        class="flex items-center gap-2 px-4 lg:px-6 py-2 text-sm text-muted border-b border-line"
      >
        <span class="i-lucide-cloud-off" aria-hidden="true" />
        {t('frame.offline')}
      </p>
    </Show>
  )
}

/** While the workspace opens: the shape of what comes; and when it does not, why. */
const Opening = (props: { readonly failure: unknown }) => (
  <>
    <div class="h-[var(--top-height)] border-b border-line" />
    <main id="main" tabindex="-1" aria-busy={props.failure === undefined}>
      <Show when={props.failure !== undefined} fallback={<PageWaiting />}>
        <PageFailure cause={props.failure} onRetry={() => location.reload()} />
      </Show>
    </main>
  </>
)

const SkipLink = (props: { readonly onSkip: () => void }) => {
  const t = useText()
  return (
    <a
      href="#main"
      class="fixed left-2 top-2 z-50 button-base button-md button-primary -translate-y-20 focus:translate-y-0"
      onClick={(event) => {
        event.preventDefault()
        props.onSkip()
      }}
    >
      {t('frame.skip')}
    </a>
  )
}

/** The pages as commands of the search, before those that are given. */
function createCommands(
  sections: () => readonly Section[],
  search: () => string,
  more: () => readonly Command[],
) {
  const t = useText()
  const navigate = useNavigate()
  return createMemo<readonly Command[]>(() => [
    ...sections().map((known) => ({
      id: `page-${known.name}`,
      label: t(`frame.${known.name}`),
      group: t('frame.groupPages'),
      icon: known.icon,
      run: () => navigate(`${known.path}${search()}`),
    })),
    ...more(),
  ])
}

/** The page's place: or the lock, what was lost, or figures alone. */
function Place(props: ParentProps<{ readonly shop: Shop; readonly section: Section | undefined }>) {
  const withoutRows = () => WITHOUT_ROWS.includes(props.section?.path ?? '')
  return (
    <Suspense fallback={<PageWaiting />}>
      <Show when={!props.shop.locked()} fallback={<LockScreen />}>
        <DataLost greets={props.section?.path === '/'}>
          <Show when={!props.shop.viewer() || withoutRows()} fallback={<ViewerBoard />}>
            {props.children}
          </Show>
        </DataLost>
      </Show>
    </Suspense>
  )
}

/** What stands around every page: sections, top line, search, and the page's place. */
export function Frame(props: FrameProps) {
  const t = useText()
  const location = useLocation()
  const routing = useIsRouting()
  const [searching, setSearching] = createSignal(false)
  const sections = () => props.sections ?? SECTIONS
  // All other pages of figures alone would show the same.
  const offered = () =>
    props.shop?.viewer()
      ? sections().filter(({ path }) => path === '/' || WITHOUT_ROWS.includes(path))
      : sections()
  const search = () => keptSearch(location.search)
  const section = createMemo(() => sectionOf(location.pathname, sections()))
  const commands = createCommands(offered, search, () => props.commands ?? [])
  const title = () => `${t(`frame.${section()?.name ?? 'notFound'}`)} · ${t('frame.appName')}`
  let main: HTMLElement | undefined
  followPage(
    () => location.pathname,
    title,
    () => main,
  )
  return (
    <>
      <SkipLink onSkip={() => main?.focus()} />
      <SideBar sections={offered()} search={search()} />
      <div class="ml-[var(--side-width)] pb-[var(--bottom-height)] print:m-0">
        <Show when={props.shop} fallback={<Opening failure={props.failure} />}>
          {(shop) => (
            <ShopProvider shop={shop()}>
              <TopLine
                ranged={!shop().viewer() && (section()?.ranged ?? false)}
                onSearch={() => setSearching(true)}
              />
              <OfflineLine />
              <WorkspaceEnded />
              <Suspense>
                <ExportReminder />
              </Suspense>
              <main ref={main} id="main" tabindex="-1" aria-busy={routing()}>
                <Place shop={shop()} section={section()}>
                  {props.children}
                </Place>
              </main>
              <Suspense>
                <PrintedFoot />
              </Suspense>
            </ShopProvider>
          )}
        </Show>
      </div>
      <BottomBar sections={offered()} search={search()} more={<LookChoices />} />
      <CommandPalette
        open={searching()}
        commands={commands()}
        onOpen={() => setSearching(true)}
        onClose={() => setSearching(false)}
      />
    </>
  )
}
