import { Show, createUniqueId, splitProps } from 'solid-js'
import type { JSX } from 'solid-js'

export interface FieldProps {
  readonly label: string
  readonly hint?: JSX.Element
  readonly error?: string | undefined
  readonly class?: string
  /** Draws the control; spread the given attributes on it so that label, hint and error belong to it. */
  readonly children: (attributes: FieldAttributes) => JSX.Element
}

export interface FieldAttributes {
  readonly id: string
  readonly 'aria-describedby': string
  readonly 'aria-invalid': boolean
}

/** Label, control, hint and error, tied together. */
export function Field(props: FieldProps) {
  const id = createUniqueId()
  const attributes: FieldAttributes = {
    id,
    'aria-describedby': `${id}-more`,
    get 'aria-invalid'() {
      return Boolean(props.error)
    },
  }
  return (
    <div class={`flex flex-col gap-1.5 ${props.class ?? ''}`}>
      <label for={id} class="label">
        {props.label}
      </label>
      {props.children(attributes)}
      <div id={`${id}-more`} class="contents">
        <Show when={props.hint}>
          <p class="hint">{props.hint}</p>
        </Show>
        <Show when={props.error}>
          <p class="text-sm text-bad flex items-start gap-1.5">
            <span class="i-lucide-circle-alert mt-0.5" aria-hidden="true" />
            {props.error}
          </p>
        </Show>
      </div>
    </div>
  )
}

export interface TextInputProps extends Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'onInput' | 'value'> {
  readonly value: string
  readonly onInput: (value: string) => void
}

/** One line of text, a number, a date, by its `type`. */
export function TextInput(props: TextInputProps) {
  const [own, rest] = splitProps(props, ['value', 'onInput', 'class'])
  return (
    <input
      type="text"
      {...rest}
      value={own.value}
      class={`control aria-invalid:border-bad ${own.class ?? ''}`}
      onInput={(event) => own.onInput(event.currentTarget.value)}
    />
  )
}

export interface CheckboxProps {
  readonly label: JSX.Element
  readonly hint?: JSX.Element
  readonly checked: boolean
  readonly disabled?: boolean
  readonly onChange: (checked: boolean) => void
}

/** A checkbox with its words beside it. */
export function Checkbox(props: CheckboxProps) {
  return (
    <label class="flex items-start gap-2.5 cursor-pointer">
      <input
        type="checkbox"
        class="size-4 mt-0.5"
        checked={props.checked}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span class="flex flex-col">
        {props.label}
        <Show when={props.hint}>
          <span class="hint">{props.hint}</span>
        </Show>
      </span>
    </label>
  )
}
