import { A, useLocation, useNavigate } from '@solidjs/router'
import { createResource, createSignal, lazy, onMount, Show } from 'solid-js'
import { getLock, postUnlock } from '../api/locks.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useNotices } from '../ui/notices.tsx'
import { askPasskey, type PasskeySecret } from '../ui/passkey.ts'
import { SecretInput } from '../ui/secret-input.tsx'
import { useText } from '../ui/text/text.tsx'
import { useShop } from '../views/shop.tsx'

const LockedParts = lazy(async () => ({
  default: (await import('../views/settings/locked-parts.tsx')).LockedParts,
}))

const SETTINGS = '/settings'

/** Whether what was typed has the form of a recovery key: 32 letters and digits in groups of four. */
const isRecoveryKey = (secret: string): boolean => /^([A-Z2-9]{4}[-\s]?){8}$/i.test(secret.trim())

/** Unlocking by what is typed, or by a passkey. */
function createUnlocking(onWrong: () => void) {
  const t = useText()
  const shop = useShop()
  const notices = useNotices()
  const navigate = useNavigate()
  const [secret, setSecret] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const [fault, setFault] = createSignal('')
  const id = () => shop.client.session.current().row.id
  const [passkeys] = createResource(async () => {
    const lock = await shop.client.run(getLock, { id: id() })
    return lock.ok ? lock.value.passkeys : []
  })
  /** Who needed the recovery key has forgotten the passphrase, and would need it every time. */
  const tellRecovery = () =>
    notices.show({
      tone: 'warn',
      stays: true,
      title: t('lock.byRecovery'),
      detail: t('lock.byRecoveryDo'),
      action: { label: t('lock.byRecoveryGo'), run: () => navigate(`${SETTINGS}#lock`) },
    })
  const unlock = async (by: { passphrase: string } | { passkey: PasskeySecret }) => {
    setBusy(true)
    setFault('')
    const outcome = await shop.client.run(postUnlock, { id: id(), ...by })
    setBusy(false)
    if (outcome.ok) {
      if ('passphrase' in by && isRecoveryKey(by.passphrase)) tellRecovery()
      return setSecret('')
    }
    const { code } = outcome.failure
    setFault(code === 'WRONG_PASSWORD' ? t('lock.wrong') : t(`problems.${code}`))
    onWrong()
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

function UnlockForm() {
  const t = useText()
  const shop = useShop()
  let form!: HTMLFormElement
  const focusField = () => {
    const field = form.querySelector('input')
    field?.focus()
    field?.select()
  }
  const { secret, setSecret, busy, fault, passkeys, byPasskey, submit } = createUnlocking(focusField)
  // The browser's own `autofocus` is for pages that are loaded, not for one that takes the place of another.
  onMount(focusField)
  return (
    <form ref={form} class="card-pad flex flex-col gap-4" onSubmit={submit}>
      <span class="i-lucide-lock text-3xl text-accent" aria-hidden="true" />
      <h1 class="page-title break-words">{t('lock.lockedTitle', { name: shop.name() })}</h1>
      <p>{t('lock.lockedWhat')}</p>
      <Field label={t('lock.secret')} error={fault() || undefined}>
        {(attributes) => (
          <SecretInput
            {...attributes}
            autocomplete="current-password"
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
  )
}

/**
 * Stands in the place of every page while the workspace is locked. Who cannot open it can still go elsewhere: the
 * settings keep the other workspaces, and the opening of a file.
 */
export function LockScreen() {
  const t = useText()
  const location = useLocation()
  return (
    <div class="page max-w-[840px]">
      <div class="w-full max-w-[520px] mx-auto">
        <UnlockForm />
      </div>
      <Show
        when={location.pathname === SETTINGS}
        fallback={
          <p class="w-full max-w-[520px] mx-auto">
            <A class="link" href={SETTINGS}>
              {t('lock.elsewhere')}
            </A>
          </p>
        }
      >
        <LockedParts />
      </Show>
    </div>
  )
}
