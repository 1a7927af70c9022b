import { createSignal } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { useText } from '../../ui/text/text.tsx'

export interface NameDialogProps {
  readonly open: boolean
  readonly title: string
  /** Name that stands there at first. */
  readonly start: string
  readonly onClose: () => void
  readonly onName: (name: string) => void
}

/** Asks for the name of a workspace. */
export function NameDialog(props: NameDialogProps) {
  const t = useText()
  const [typed, setTyped] = createSignal<string>()
  const [tried, setTried] = createSignal(false)
  const name = () => (typed() ?? props.start).trim()
  const close = () => {
    setTyped(undefined)
    setTried(false)
    props.onClose()
  }
  const submit = (event?: Event) => {
    event?.preventDefault()
    setTried(true)
    const given = name()
    if (given === '') return
    props.onName(given)
    close()
  }
  return (
    <Dialog
      open={props.open}
      onClose={close}
      size="sm"
      title={props.title}
      actions={
        <>
          <Button onClick={close}>{t('parts.cancel')}</Button>
          <Button look="primary" onClick={() => submit()}>
            {t('settings.save')}
          </Button>
        </>
      }
    >
      <form onSubmit={submit}>
        <Field
          label={t('settings.name')}
          hint={t('settings.nameHint')}
          error={tried() && name() === '' ? t('settings.nameNeeded') : undefined}
        >
          {(attributes) => (
            <TextInput
              {...attributes}
              class="w-full"
              autofocus
              maxlength={100}
              value={typed() ?? props.start}
              onInput={setTyped}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
