import { Show, Suspense, createEffect, createUniqueId } from 'solid-js'
import type { JSX, ParentProps } from 'solid-js'
import { IconButton } from './button.tsx'
import { Skeleton } from './skeleton.tsx'
import { useText } from './text/text.tsx'

export interface DialogProps extends ParentProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly description?: JSX.Element
  /** Row of buttons at the foot; the one that acts comes last. */
  readonly actions?: JSX.Element
  readonly size?: 'sm' | 'md' | 'lg'
  /** What must not be lost by a slip has no cross; its actions close it. */
  readonly crossless?: boolean
}

const WIDTHS = { sm: 'max-w-[420px]', md: 'max-w-[600px]', lg: 'max-w-[920px]' }

const FRAMES = {
  dialog:
    'm-auto w-[calc(100%-2rem)] max-h-[min(86dvh,760px)] rounded-card open:animate-[rise_var(--quick)_ease-out]',
  drawer:
    'm-0 fixed lg:left-auto lg:right-0 lg:top-0 lg:bottom-0 lg:h-dvh max-h-none lg:rounded-l-card lg:open:animate-[slide-in_var(--quick)_ease-out] lt-lg:top-auto lt-lg:bottom-0 lt-lg:w-full lt-lg:max-w-none lt-lg:max-h-[86dvh] lt-lg:rounded-t-card lt-lg:open:animate-[slide-up_var(--quick)_ease-out] lg:w-full',
}

/** The native dialog keeps focus inside, closes on Escape and gives focus back by itself. */
function Sheet(props: DialogProps & { readonly frame: keyof typeof FRAMES }) {
  const t = useText()
  const titleId = createUniqueId()
  let sheet!: HTMLDialogElement
  createEffect(() => {
    if (props.open && !sheet.open) sheet.showModal()
    if (!props.open && sheet.open) sheet.close()
  })
  // Escape closes it whatever its owner wants: one that must stay is shown again.
  const afterClose = () => {
    props.onClose()
    if (props.open && !sheet.open) sheet.showModal()
  }
  const closeOnBackdrop = (event: MouseEvent) => {
    if (event.target === sheet) props.onClose()
  }
  return (
    <dialog
      ref={sheet}
      aria-labelledby={titleId}
      class={`float p-0 overflow-hidden ${FRAMES[props.frame]} ${WIDTHS[props.size ?? 'md']}`}
      onClose={afterClose}
      onClick={closeOnBackdrop}
    >
      <Show when={props.open}>
        <div class="flex flex-col max-h-inherit h-full">
          <header class="flex items-start gap-4 px-4 pt-4 pb-3">
            <div class="grow min-w-0 flex flex-col gap-1">
              <h2 id={titleId} class="section-title">
                {props.title}
              </h2>
              <Show when={props.description}>
                <p class="hint">{props.description}</p>
              </Show>
            </div>
            <Show when={!props.crossless}>
              <IconButton
                icon="i-lucide-x"
                label={t('parts.close')}
                size="sm"
                onClick={() => props.onClose()}
              />
            </Show>
          </header>
          <div class="grow min-h-0 overflow-auto px-4 pb-4">
            {/* What it waits for is its own: a page that waits takes its dialogs off the screen. */}
            <Suspense fallback={<Skeleton class="h-20" count={3} />}>{props.children}</Suspense>
          </div>
          <Show when={props.actions}>
            <footer class="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">
              {props.actions}
            </footer>
          </Show>
        </div>
      </Show>
    </dialog>
  )
}

/** Modal dialog. The children live only while it is open. */
export const Dialog = (props: DialogProps) => <Sheet {...props} frame="dialog" />

/** Modal sheet: from the side on a wide screen, from below on a phone. */
export const Drawer = (props: DialogProps) => <Sheet {...props} frame="drawer" />
