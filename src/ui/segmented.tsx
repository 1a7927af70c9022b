import { For, Show, createUniqueId } from 'solid-js'
import type { Choice } from './select.tsx'

export interface SegmentedProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly choices: readonly (Choice<Value> & { readonly icon?: string })[]
  readonly onChange: (value: Value) => void
  readonly disabled?: boolean
  /** Shows only the icons, with their labels as names. */
  readonly iconsOnly?: boolean
}

/** A choice among two to six, all in view; radio buttons underneath. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const name = createUniqueId()
  return (
    <fieldset
      class="inline-flex flex-wrap max-w-full rounded-control bg-sunken p-0.5 border border-line"
      aria-label={props.label}
      disabled={props.disabled}
    >
      <For each={props.choices}>
        {(choice) => (
          <label
            title={props.iconsOnly ? choice.label : undefined}
            class="relative inline-flex items-center gap-1.5 rounded-sm px-2.5 h-7.5 lt-lg:h-8.5 text-sm font-medium text-muted cursor-pointer hover:text-text has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-solid"
          >
            <input
              type="radio"
              name={name}
              class="visually-hidden"
              checked={choice.value === props.value}
              onChange={() => props.onChange(choice.value)}
            />
            <Show when={choice.icon}>
              <span class={choice.icon} aria-hidden="true" />
            </Show>
            <span class={props.iconsOnly ? 'visually-hidden' : 'whitespace-nowrap'}>{choice.label}</span>
          </label>
        )}
      </For>
    </fieldset>
  )
}
