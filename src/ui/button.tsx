import { Show, splitProps } from 'solid-js'
import type { JSX } from 'solid-js'

const LOOKS = {
  primary: 'button-primary',
  plain: 'button-plain',
  quiet: 'button-quiet',
  danger: 'button-danger',
}

type Native = JSX.ButtonHTMLAttributes<HTMLButtonElement>

export interface ButtonProps extends Native {
  readonly look?: keyof typeof LOOKS
  readonly size?: 'md' | 'sm'
  /** Class of an icon, as `i-lucide-upload`. */
  readonly icon?: string
  /** Shows that work is under way and refuses a second click. */
  readonly busy?: boolean
}

/** A button; `plain` unless told. One `primary` per screen part at most. */
export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, ['look', 'size', 'icon', 'busy', 'class', 'children', 'disabled'])
  return (
    <button
      type="button"
      {...rest}
      disabled={own.disabled || own.busy}
      aria-busy={own.busy}
      class={`button-base ${own.size === 'sm' ? 'button-sm' : 'button-md'} ${LOOKS[own.look ?? 'plain']} ${own.class ?? ''}`}
    >
      <Show when={own.busy || own.icon}>
        <span
          class={own.busy ? 'i-lucide-loader-circle animate-spin motion-reduce:animate-none' : own.icon}
          aria-hidden="true"
        />
      </Show>
      {own.children}
    </button>
  )
}

export interface IconButtonProps extends Omit<Native, 'children'> {
  /** What it does, for everyone who does not see the icon; shown as a tooltip too. */
  readonly label: string
  readonly icon: string
  readonly size?: 'md' | 'sm'
}

/** A button that is only an icon, with a name. */
export function IconButton(props: IconButtonProps) {
  const [own, rest] = splitProps(props, ['label', 'icon', 'size', 'class'])
  return (
    <button
      type="button"
      title={own.label}
      aria-label={own.label}
      {...rest}
      class={`button-base button-quiet ${own.size === 'sm' ? 'size-7 lt-lg:size-8' : 'size-9 lt-lg:size-10'} ${own.class ?? ''}`}
    >
      <span class={`${own.icon} ${own.size === 'sm' ? '' : 'text-lg'}`} aria-hidden="true" />
    </button>
  )
}
