import { For, Show, createUniqueId } from 'solid-js'
import type { JSX } from 'solid-js'

export interface Tab<Key extends string> {
  readonly key: Key
  readonly label: string
  readonly count?: string
}

export interface TabsProps<Key extends string> {
  readonly label: string
  readonly tabs: readonly Tab<Key>[]
  readonly value: Key
  readonly onChange: (key: Key) => void
  /** Draws the panel of the tab in force. */
  readonly children: (key: Key) => JSX.Element
}

const stepOf: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Tabs with their panel; arrows move and choose. Keep `value` in the URL. */
export function Tabs<Key extends string>(props: TabsProps<Key>) {
  const id = createUniqueId()
  let list!: HTMLDivElement
  const move = (event: KeyboardEvent) => {
    const at = props.tabs.findIndex((tab) => tab.key === props.value)
    const goal = stepOf[event.key]?.(at, props.tabs.length)
    const tab = goal === undefined ? undefined : props.tabs[goal]
    if (!tab) return
    event.preventDefault()
    props.onChange(tab.key)
    list.querySelectorAll<HTMLElement>('[role="tab"]')[goal ?? 0]?.focus()
  }
  return (
    <div class="flex flex-col gap-4">
      <div
        ref={list}
        role="tablist"
        aria-label={props.label}
        class="flex gap-1 border-b border-line overflow-x-auto"
        onKeyDown={move}
      >
        <For each={props.tabs}>
          {(tab) => (
            <button
              type="button"
              role="tab"
              id={`${id}-${tab.key}`}
              aria-selected={tab.key === props.value}
              aria-controls={`${id}-panel`}
              tabindex={tab.key === props.value ? 0 : -1}
              class="px-3 py-2 -mb-px whitespace-nowrap font-medium border-b-2 border-transparent text-muted hover:text-text aria-selected:text-text aria-selected:border-accent"
              onClick={() => props.onChange(tab.key)}
            >
              {tab.label}
              <Show when={tab.count}>
                <span class="ml-2 figures text-muted font-normal">{tab.count}</span>
              </Show>
            </button>
          )}
        </For>
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${props.value}`}>
        {props.children(props.value)}
      </div>
    </div>
  )
}
