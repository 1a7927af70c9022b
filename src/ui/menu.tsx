import { For, Show } from 'solid-js'
import type { JSX } from 'solid-js'
import { Popover } from './popover.tsx'

export interface MenuItem {
  readonly label: string
  readonly icon?: string
  /** For items that are a choice: whether it is the one in force. */
  readonly checked?: boolean
  readonly disabled?: boolean
  /** Begins a new group above this item. */
  readonly apart?: boolean
  readonly onSelect: () => void
}

export interface MenuProps {
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly align?: 'start' | 'end'
  readonly trigger: (attributes: JSX.ButtonHTMLAttributes<HTMLButtonElement>) => JSX.Element
}

const moveFocus = (event: KeyboardEvent) => {
  const menu = event.currentTarget as HTMLElement
  const items = [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)')]
  const at = items.indexOf(document.activeElement as HTMLElement)
  const goals: Record<string, number> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  }
  const goal = goals[event.key] ?? typed(items, at, event)
  if (goal === undefined || goal < 0) return
  event.preventDefault()
  items[goal]?.focus()
}

const typed = (items: readonly HTMLElement[], at: number, event: KeyboardEvent): number | undefined => {
  if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey) return undefined
  const order = items.map((_, index) => (at + 1 + index) % items.length)
  return order.find((index) =>
    items[index]?.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase()),
  )
}

/** Menu of actions or of one choice, by its button; arrows, Home, End and first letters move. */
export function Menu(props: MenuProps) {
  return (
    <Popover
      label={props.label}
      role="menu"
      align={props.align ?? 'start'}
      trigger={props.trigger}
      class="min-w-48 max-w-80"
      onKeyDown={moveFocus}
    >
      {(handle) => (
        <For each={props.items}>
          {(item) => (
            <button
              type="button"
              role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={item.checked}
              disabled={item.disabled}
              class={`menu-item ${item.apart ? 'mt-1 border-t border-line rounded-t-none pt-2' : ''}`}
              onClick={() => {
                handle.close()
                item.onSelect()
              }}
            >
              <Show when={item.icon}>
                <span class={`${item.icon} text-muted`} aria-hidden="true" />
              </Show>
              <span class="grow truncate">{item.label}</span>
              <Show when={item.checked}>
                <span class="i-lucide-check text-accent" aria-hidden="true" />
              </Show>
            </button>
          )}
        </For>
      )}
    </Popover>
  )
}
