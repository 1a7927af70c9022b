import { Show } from 'solid-js'
import { passphraseStrength } from '../../model/passphrase.ts'
import { Field, TextInput } from '../../ui/field.tsx'
import { Strength } from '../../ui/strength.tsx'
import { useText } from '../../ui/text/text.tsx'

export interface NewPasswordProps {
  readonly label: string
  readonly hint: string
  /** Why it is not taken. */
  readonly error?: string | undefined
  readonly value: string
  readonly onInput: (value: string) => void
}

/** A new password, shown as it is typed, with how hard it is to guess. */
export function NewPassword(props: NewPasswordProps) {
  const t = useText()
  const score = () => passphraseStrength(props.value).score
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(attributes) => (
        <>
          <TextInput
            {...attributes}
            class="w-full"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            value={props.value}
            onInput={props.onInput}
          />
          <Show when={props.value !== ''}>
            <Strength score={score()} words={t(`files.strength${score()}`)} />
          </Show>
        </>
      )}
    </Field>
  )
}
