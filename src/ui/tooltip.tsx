import { createUniqueId } from 'solid-js'
import type { JSX } from 'solid-js'
import { placePanel } from './place-panel.ts'

export interface TooltipProps {
  readonly text: string
  /** Element that has the tooltip; spread the given attributes on it. */
  readonly children: (attributes: JSX.HTMLAttributes<HTMLElement>) => JSX.Element
}

/** Words shown on hover and on focus, closed by Escape. For what must be reachable by touch use Explain. */
export function Tooltip(props: TooltipProps) {
  const id = createUniqueId()
  let panel!: HTMLDivElement
  const show = (event: Event & { currentTarget: HTMLElement }) => {
    panel.showPopover()
    placePanel(panel, event.currentTarget, { gap: 6 })
  }
  const hide = () => panel.hidePopover()
  const attributes: JSX.HTMLAttributes<HTMLElement> = {
    'aria-describedby': id,
    onPointerEnter: show,
    onPointerLeave: hide,
    onFocusIn: show,
    onFocusOut: hide,
    onKeyDown: (event: KeyboardEvent) => event.key === 'Escape' && hide(),
  }
  return (
    <>
      {props.children(attributes)}
      <div
        ref={panel}
        id={id}
        popover="manual"
        role="tooltip"
        class="float px-2 py-1 text-sm max-w-72 pointer-events-none"
      >
        {props.text}
      </div>
    </>
  )
}
