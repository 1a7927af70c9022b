import { Show, Suspense, createSignal } from 'solid-js'
import { patchLock, postLock } from '../../api/locks.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { createLock, lockAgain } from './data.ts'
import { LockDialog } from './lock-dialog.tsx'
import type { LockChange } from './lock-change.ts'
import { Section } from './section.tsx'

const MINUTES = ['0', '5', '15', '60'] as const

function AutoLock(props: { readonly id: string; readonly minutes: number }) {
  const t = useText()
  const { client } = useShop()
  const choices = () => MINUTES.map((value) => ({ value, label: t(`lock.auto_${value}`) }))
  const change = async (value: string) => {
    await client.run(patchLock, { id: props.id, auto_lock_minutes: Number(value) })
    await lockAgain()
  }
  return (
    <Field label={t('lock.auto')} class="max-w-60">
      {(attributes) => (
        <Select
          {...attributes}
          value={MINUTES.find((known) => known === String(props.minutes)) ?? '15'}
          choices={choices()}
          onChange={(value) => void change(value)}
        />
      )}
    </Field>
  )
}

interface Known {
  readonly id: string
  readonly has_passphrase: boolean
  readonly auto_lock_minutes: number
  readonly passkeys: readonly unknown[]
}

function Buttons(props: { readonly lock: Known; readonly onChange: (change: LockChange) => void }) {
  const t = useText()
  const { client } = useShop()
  return (
    <Show
      when={props.lock.has_passphrase}
      fallback={
        <Button class="self-start" icon="i-lucide-lock" onClick={() => props.onChange('set')}>
          {t('lock.set')}
        </Button>
      }
    >
      <div class="flex flex-wrap gap-2">
        <Button
          look="primary"
          icon="i-lucide-lock"
          onClick={() => void client.run(postLock, { id: props.lock.id })}
        >
          {t('lock.lockNow')}
        </Button>
        <Button onClick={() => props.onChange('change')}>{t('lock.change')}</Button>
        <Button onClick={() => props.onChange('remove')}>{t('lock.remove')}</Button>
        <Show
          when={props.lock.passkeys.length > 0}
          fallback={<Button onClick={() => props.onChange('passkey')}>{t('lock.passkey')}</Button>}
        >
          <Button onClick={() => props.onChange('no-passkey')}>{t('lock.noPasskey')}</Button>
        </Show>
      </div>
      <AutoLock id={props.lock.id} minutes={props.lock.auto_lock_minutes} />
    </Show>
  )
}

/** The passphrase of the open workspace: what it protects from, set, change, take away, lock. */
export function LockPart() {
  const t = useText()
  const answer = createLock()
  const [changing, setChanging] = createSignal<LockChange>()
  const known = () => {
    const outcome = answer.latest
    return outcome?.ok ? outcome.value : undefined
  }
  return (
    <Section anchor="lock" title={t('lock.title')} hint={t('lock.hint')}>
      <div class="flex flex-col gap-2">
        <p>{t('lock.protects')}</p>
        <p class="text-muted">{t('lock.protectsNot')}</p>
      </div>
      <Suspense fallback={<Skeleton class="h-6" count={2} />}>
        <Show when={known()}>
          {(lock) => (
            <>
              <p class="font-medium">{lock().has_passphrase ? t('lock.on') : t('lock.off')}</p>
              <Buttons lock={lock()} onChange={setChanging} />
              <LockDialog id={lock().id} change={changing()} onClose={() => setChanging(undefined)} />
            </>
          )}
        </Show>
      </Suspense>
    </Section>
  )
}
