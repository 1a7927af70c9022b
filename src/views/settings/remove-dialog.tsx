import { Show, createSignal } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Checkbox } from '../../ui/field.tsx'
import { useText } from '../../ui/text/text.tsx'
import type { WorkspaceEntry } from './data.ts'

export interface RemoveDialogProps {
  readonly workspace: WorkspaceEntry | undefined
  readonly onClose: () => void
  readonly onRemove: (workspace: WorkspaceEntry) => void
}

/** Asks before a workspace is deleted, and says what goes with it. */
export function RemoveDialog(props: RemoveDialogProps) {
  const t = useText()
  const [sure, setSure] = createSignal(false)
  const close = () => {
    setSure(false)
    props.onClose()
  }
  const remove = (workspace: WorkspaceEntry) => {
    close()
    props.onRemove(workspace)
  }
  return (
    <Dialog
      open={props.workspace !== undefined}
      onClose={close}
      size="sm"
      title={t('settings.removeTitle', { name: props.workspace?.name ?? '' })}
      actions={
        <Show when={props.workspace}>
          {(workspace) => (
            <>
              <Button onClick={close}>{t('parts.cancel')}</Button>
              <Button look="danger" disabled={!sure()} onClick={() => remove(workspace())}>
                {t('settings.remove')}
              </Button>
            </>
          )}
        </Show>
      }
    >
      <div class="flex flex-col gap-3">
        <p>{t('settings.removeWhat')}</p>
        <p class="text-muted">{t('settings.removeFinal')}</p>
        <Checkbox label={t('settings.removeCheck')} checked={sure()} onChange={setSure} />
      </div>
    </Dialog>
  )
}
