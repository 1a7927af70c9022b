import { createSignal, splitProps } from 'solid-js'
import { IconButton } from './button.tsx'
import { TextInput, type TextInputProps } from './field.tsx'
import { useText } from './text/text.tsx'

/** One line that nobody beside should read: hidden while it is typed, and shown when asked. */
export function SecretInput(props: Omit<TextInputProps, 'type'>) {
  const t = useText()
  const [shown, setShown] = createSignal(false)
  const [own, rest] = splitProps(props, ['class'])
  return (
    <span class={`relative flex ${own.class ?? ''}`}>
      <TextInput
        {...rest}
        class="w-full pr-11"
        type={shown() ? 'text' : 'password'}
        autocapitalize="off"
        spellcheck={false}
      />
      <IconButton
        class="absolute right-1.5 top-1/2 -translate-y-1/2"
        size="sm"
        icon={shown() ? 'i-lucide-eye-off' : 'i-lucide-eye'}
        label={shown() ? t('parts.hideSecret') : t('parts.showSecret')}
        onClick={() => setShown(!shown())}
      />
    </span>
  )
}
