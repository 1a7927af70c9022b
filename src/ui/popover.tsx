import { Show, createSignal, createUniqueId } from 'solid-js'
import type { Accessor, JSX } from 'solid-js'
import { placePanel } from './place-panel.ts'

export interface PopoverHandle {
  readonly open: Accessor<boolean>
  readonly close: () => void
}

export interface PopoverProps {
  /** Draws the button; spread the given attributes on a native button. */
  readonly trigger: (attributes: JSX.ButtonHTMLAttributes<HTMLButtonElement>) => JSX.Element
  /** Name of the panel for screen readers. */
  readonly label: string
  readonly role?: 'dialog' | 'menu'
  readonly align?: 'start' | 'end'
  readonly class?: string
  readonly onKeyDown?: (event: KeyboardEvent) => void
  readonly children: (handle: PopoverHandle) => JSX.Element
}

const FOCUSABLE =
  '[autofocus],[role="menuitem"],[aria-checked="true"],button,a[href],input,select,[tabindex="0"]'

/** A light panel by its button: closes on Escape and on a click elsewhere, and gives focus back. Children live while it is open. */
export function Popover(props: PopoverProps) {
  const id = createUniqueId()
  const [open, setOpen] = createSignal(false)
  let panel!: HTMLDivElement
  let anchor: HTMLElement | undefined
  const close = () => {
    panel.hidePopover()
    anchor?.focus()
  }
  const settle = (event: ToggleEvent) => {
    const shown = event.newState === 'open'
    setOpen(shown)
    if (!shown || !anchor) return
    placePanel(panel, anchor, { align: props.align ?? 'start' })
    const first =
      panel.querySelector<HTMLElement>('[autofocus]') ?? panel.querySelector<HTMLElement>(FOCUSABLE)
    first?.focus({ preventScroll: true })
  }
  const toggle = (event: MouseEvent & { currentTarget: HTMLElement }) => {
    anchor = event.currentTarget
    if (open()) close()
    else panel.showPopover()
  }
  const attributes: JSX.ButtonHTMLAttributes<HTMLButtonElement> = {
    'aria-haspopup': props.role ?? 'dialog',
    get 'aria-expanded'() {
      return open()
    },
    'aria-controls': id,
    onClick: toggle,
  }
  return (
    <>
      {props.trigger(attributes)}
      <div
        ref={panel}
        id={id}
        popover="auto"
        role={props.role ?? 'dialog'}
        aria-label={props.label}
        class={`float p-1 overflow-auto open:animate-[rise_var(--quick)_ease-out] ${props.class ?? ''}`}
        onToggle={settle}
        onKeyDown={(event) => props.onKeyDown?.(event)}
      >
        <Show when={open()}>{props.children({ open, close })}</Show>
      </div>
    </>
  )
}
