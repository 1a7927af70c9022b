import { createSignal } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { useText } from '../../ui/text/text.tsx'

/** What the form gives; '' is nothing. */
export interface Person {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly country: string
  readonly tags: readonly string[]
}

interface PersonFormProps {
  readonly open: boolean
  readonly title: string
  readonly hint: string
  readonly person?: Person
  /** What the field e-mail is refused for. */
  readonly error?: string | undefined
  readonly onClose: () => void
  readonly onSave: (person: Person) => void
}

const NOBODY: Person = { name: '', email: '', phone: '', country: '', tags: [] }

function Fields(props: PersonFormProps) {
  const t = useText()
  // oxlint-disable-next-line solid/reactivity -- the form begins with the person it was opened for
  const start = props.person ?? NOBODY
  const [person, setPerson] = createSignal(start)
  const [tags, setTags] = createSignal(start.tags.join(', '))
  const given = (): Person => ({
    ...person(),
    tags: [
      ...new Set(
        tags()
          .split(',')
          .map((tag) => tag.trim())
          .filter(Boolean),
      ),
    ],
  })
  const empty = () => !person().name.trim() && !person().email.trim() && !person().phone.trim()
  const submit = (event?: Event) => {
    event?.preventDefault()
    if (!empty()) props.onSave(given())
  }
  const line = (
    name: Exclude<keyof Person, 'tags'>,
    label: string,
    more: { type?: string; hint?: string; error?: string | undefined } = {},
  ) => (
    <Field label={label} hint={more.hint} error={more.error}>
      {(attributes) => (
        <TextInput
          {...attributes}
          type={more.type ?? 'text'}
          class="w-full"
          autofocus={name === 'name'}
          maxlength={200}
          autocomplete="off"
          value={person()[name]}
          onInput={(text) => setPerson({ ...person(), [name]: text })}
        />
      )}
    </Field>
  )
  return (
    <form onSubmit={submit} class="flex flex-col gap-4">
      {line('name', t('customers.name'))}
      {line('email', t('customers.email'), { error: props.error })}
      {line('phone', t('customers.phone'), { type: 'tel' })}
      {line('country', t('customers.country'), { hint: t('customers.countryHint') })}
      <Field label={t('customers.tags')} hint={t('customers.tagsHint')}>
        {(attributes) => <TextInput {...attributes} class="w-full" value={tags()} onInput={setTags} />}
      </Field>
      <div class="flex justify-end gap-2">
        <Button onClick={() => props.onClose()}>{t('parts.cancel')}</Button>
        <Button look="primary" type="submit" disabled={empty()}>
          {t('customers.save')}
        </Button>
      </div>
    </form>
  )
}

/** Name, e-mail, phone, country and tags of a customer, new or known. */
export function PersonForm(props: PersonFormProps) {
  return (
    <Dialog
      open={props.open}
      onClose={() => props.onClose()}
      title={props.title}
      description={props.hint}
      size="sm"
    >
      <Fields {...props} />
    </Dialog>
  )
}
