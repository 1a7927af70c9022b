import { createSignal } from 'solid-js'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Field, TextInput } from './field.tsx'
import { useText } from './text/text.tsx'

export interface NameDialogProps {
  readonly open: boolean
  readonly title: string
  readonly description?: string
  readonly label: string
  readonly hint?: string
  /** Words of the button that keeps the name. */
  readonly save: string
  /** Name that stands there at first; none unless told. */
  readonly start?: string | undefined
  readonly onClose: () => void
  readonly onName: (name: string) => void
}

/** Asks for a name: of a workspace, a query, a filter. */
export function NameDialog(props: NameDialogProps) {
  const t = useText()
  const [typed, setTyped] = createSignal<string>()
  const [tried, setTried] = createSignal(false)
  const name = () => (typed() ?? props.start ?? '').trim()
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
      description={props.description}
      actions={
        <>
          <Button onClick={close}>{t('parts.cancel')}</Button>
          <Button look="primary" onClick={() => submit()}>
            {props.save}
          </Button>
        </>
      }
    >
      <form onSubmit={submit}>
        <Field
          label={props.label}
          hint={props.hint}
          error={tried() && name() === '' ? t('parts.nameNeeded') : undefined}
        >
          {(attributes) => (
            <TextInput
              {...attributes}
              class="w-full"
              autofocus
              maxlength={100}
              value={typed() ?? props.start ?? ''}
              onInput={setTyped}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
