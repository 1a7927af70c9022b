import { For, splitProps } from 'solid-js'
import type { JSX } from 'solid-js'

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
}

export interface SelectProps<Value extends string> extends Omit<
  JSX.SelectHTMLAttributes<HTMLSelectElement>,
  'onChange' | 'value'
> {
  readonly value: Value
  readonly choices: readonly Choice<Value>[]
  readonly onChange: (value: Value) => void
  /** Name, where no Field gives one. */
  readonly label?: string
}

/** The native select, dressed: the platform's own list on phones, type-ahead everywhere. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const [own, rest] = splitProps(props, ['value', 'choices', 'onChange', 'label', 'class'])
  const change = (event: Event & { currentTarget: HTMLSelectElement }) => {
    const choice = own.choices[event.currentTarget.selectedIndex]
    if (choice) own.onChange(choice.value)
  }
  return (
    <span class={`relative inline-flex ${own.class ?? ''}`}>
      <select {...rest} aria-label={own.label} class="control w-full appearance-none pr-8" onChange={change}>
        <For each={own.choices}>
          {(choice) => (
            <option value={choice.value} selected={choice.value === own.value}>
              {choice.label}
            </option>
          )}
        </For>
      </select>
      <span
        class="i-lucide-chevron-down absolute right-2.5 top-1/2 -translate-y-1/2 pointer-events-none text-muted"
        aria-hidden="true"
      />
    </span>
  )
}
