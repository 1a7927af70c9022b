import { A } from '@solidjs/router'
import { For, createEffect } from 'solid-js'
import { useText } from '../../ui/text/text.tsx'
import { TABS } from './tab.ts'
import type { Tab } from './tab.ts'

/** The parts of the page, as links: they can be opened, shared and gone back from. */
export function Tabs(props: { readonly tab: Tab }) {
  const t = useText()
  const address = (tab: Tab) => (tab === 'directory' ? '/customers' : `/customers?tab=${tab}`)
  /** On a phone the part that is open may lie beyond the edge. */
  const showOpen = (entry: HTMLElement, tab: Tab) =>
    createEffect(() => props.tab === tab && entry.scrollIntoView({ inline: 'center', block: 'nearest' }))
  return (
    <nav aria-label={t('analysis.tabs')} class="overflow-x-auto border-b border-line -mb-2" data-print="no">
      <ul class="flex gap-1">
        <For each={TABS}>
          {(tab) => (
            <li ref={(entry) => showOpen(entry, tab)}>
              <A
                href={address(tab)}
                noScroll
                aria-current={props.tab === tab ? 'page' : undefined}
                class={`block px-3 py-2 whitespace-nowrap font-medium border-b-2 hover:text-text ${props.tab === tab ? 'border-accent text-accent' : 'border-transparent text-muted'}`}
              >
                {t(`analysis.tab_${tab}`)}
              </A>
            </li>
          )}
        </For>
      </ul>
    </nav>
  )
}
