import { createSignal } from 'solid-js'
import { postUnlock } from '../api/locks.ts'
import { Button } from '../ui/button.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { useText } from '../ui/text/text.tsx'
import { useShop } from '../views/shop.tsx'

/** Stands in the place of every page while the workspace is locked. */
export function LockScreen() {
  const t = useText()
  const shop = useShop()
  const [secret, setSecret] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const [fault, setFault] = createSignal('')
  const unlock = async (event: Event) => {
    event.preventDefault()
    setBusy(true)
    setFault('')
    const { id } = shop.client.session.current().row
    const outcome = await shop.client.run(postUnlock, { id, passphrase: secret() })
    setBusy(false)
    if (outcome.ok) return setSecret('')
    const { code } = outcome.failure
    setFault(code === 'WRONG_PASSWORD' ? t('lock.wrong') : t(`problems.${code}`))
  }
  return (
    <div class="page max-w-[520px]">
      <form class="card-pad flex flex-col gap-4" onSubmit={(event) => void unlock(event)}>
        <span class="i-lucide-lock text-3xl text-accent" aria-hidden="true" />
        <h1 class="page-title break-words">{t('lock.lockedTitle', { name: shop.name() })}</h1>
        <p>{t('lock.lockedWhat')}</p>
        <Field label={t('lock.secret')} error={fault() || undefined}>
          {(attributes) => (
            <TextInput
              {...attributes}
              class="w-full"
              type="password"
              autocomplete="current-password"
              autofocus
              required
              value={secret()}
              onInput={setSecret}
            />
          )}
        </Field>
        <Button type="submit" look="primary" class="self-start" busy={busy()}>
          {t('lock.unlock')}
        </Button>
        <p class="hint">{t('lock.forgotten')}</p>
      </form>
    </div>
  )
}
