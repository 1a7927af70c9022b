import { createResource, createSignal, Show } from 'solid-js'
import { getLock, postUnlock } from '../api/locks.ts'
import { Button } from '../ui/button.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { askPasskey, type PasskeySecret } from '../ui/passkey.ts'
import { useText } from '../ui/text/text.tsx'
import { useShop } from '../views/shop.tsx'

/** Unlocking by what is typed, or by a passkey. */
function createUnlocking() {
  const t = useText()
  const shop = useShop()
  const [secret, setSecret] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const [fault, setFault] = createSignal('')
  const id = () => shop.client.session.current().row.id
  const [passkeys] = createResource(async () => {
    const lock = await shop.client.run(getLock, { id: id() })
    return lock.ok ? lock.value.passkeys : []
  })
  const unlock = async (by: { passphrase: string } | { passkey: PasskeySecret }) => {
    setBusy(true)
    setFault('')
    const outcome = await shop.client.run(postUnlock, { id: id(), ...by })
    setBusy(false)
    if (outcome.ok) return setSecret('')
    const { code } = outcome.failure
    setFault(code === 'WRONG_PASSWORD' ? t('lock.wrong') : t(`problems.${code}`))
  }
  const byPasskey = async () => {
    const passkey = await askPasskey(passkeys() ?? [])
    if (passkey) await unlock({ passkey })
    else setFault(t('lock.passkeyNone'))
  }
  const submit = (event: Event) => {
    event.preventDefault()
    void unlock({ passphrase: secret() })
  }
  return { secret, setSecret, busy, fault, passkeys, byPasskey, submit }
}

/** Stands in the place of every page while the workspace is locked. */
export function LockScreen() {
  const t = useText()
  const shop = useShop()
  const { secret, setSecret, busy, fault, passkeys, byPasskey, submit } = createUnlocking()
  return (
    <div class="page max-w-[520px]">
      <form class="card-pad flex flex-col gap-4" onSubmit={submit}>
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
        <div class="flex flex-wrap gap-2">
          <Button type="submit" look="primary" busy={busy()}>
            {t('lock.unlock')}
          </Button>
          <Show when={(passkeys.latest ?? []).length > 0}>
            <Button icon="i-lucide-fingerprint" busy={busy()} onClick={() => void byPasskey()}>
              {t('lock.byPasskey')}
            </Button>
          </Show>
        </div>
        <p class="hint">{t('lock.forgotten')}</p>
      </form>
    </div>
  )
}
