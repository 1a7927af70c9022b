import { createSignal } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/field.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'

export interface RecoveryKeyProps {
  readonly value: string
  readonly written: boolean
  readonly onWritten: (written: boolean) => void
}

/** Puts the key on the clipboard, for a password manager. */
function CopyKey(props: { readonly value: string }) {
  const t = useText()
  const [copied, setCopied] = createSignal(false)
  const copy = () =>
    navigator.clipboard.writeText(props.value).then(
      () => setCopied(true),
      // It can be selected and copied by hand.
      () => setCopied(false),
    )
  return (
    <Button
      class="self-start"
      size="sm"
      icon={copied() ? 'i-lucide-check' : 'i-lucide-copy'}
      onClick={() => void copy()}
    >
      {copied() ? t('lock.keyCopied') : t('lock.copyKey')}
    </Button>
  )
}

/** The recovery key, shown once; on paper with what it is for. */
export function RecoveryKey(props: RecoveryKeyProps) {
  const t = useText()
  const format = useFormat()
  const shop = useShop()
  return (
    <div class="flex flex-col gap-4">
      <p>{t('lock.recoveryWhat')}</p>
      <div data-print="alone" class="flex flex-col gap-4">
        <p class="hidden print:block font-medium">
          {t('lock.recoveryOf', { name: shop.name(), when: format().instant(new Date()) })}
        </p>
        <p class="rounded-control bg-sunken p-3 font-mono text-lg break-words select-all" role="status">
          {props.value}
        </p>
        <p class="hidden print:block">{t('lock.recoveryPaper')}</p>
      </div>
      <CopyKey value={props.value} />
      <Checkbox
        label={t('lock.written')}
        checked={props.written}
        onChange={(written) => props.onWritten(written)}
      />
    </div>
  )
}
