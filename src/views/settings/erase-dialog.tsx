import { createSignal } from 'solid-js'
import type { JSX } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Checkbox } from '../../ui/field.tsx'
import { useText } from '../../ui/text/text.tsx'

export interface EraseDialogProps {
  readonly open: boolean
  readonly title: string
  /** Who they are, where it is one. */
  readonly who?: JSX.Element
  /** What goes, and what stays. */
  readonly what: string
  /** Of the button that erases. */
  readonly action: string
  readonly onClose: () => void
  readonly onErase: () => void
}

/** Erasing people cannot be undone: asked first, with a tick. */
export function EraseDialog(props: EraseDialogProps) {
  const t = useText()
  const [sure, setSure] = createSignal(false)
  const leave = (then: () => void) => {
    setSure(false)
    then()
  }
  return (
    <Dialog
      open={props.open}
      onClose={() => leave(props.onClose)}
      size="sm"
      title={props.title}
      actions={
        <>
          <Button onClick={() => leave(props.onClose)}>{t('parts.cancel')}</Button>
          <Button look="danger" disabled={!sure()} onClick={() => leave(props.onErase)}>
            {props.action}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-3">
        {props.who}
        <p>{props.what}</p>
        <Checkbox label={t('safety.personEraseCheck')} checked={sure()} onChange={setSure} />
      </div>
    </Dialog>
  )
}
