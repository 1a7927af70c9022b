import { Show, createSignal } from 'solid-js'
import { deletePassphrase, putPasskey, putPassphrase } from '../../api/locks.ts'
import { passphraseStrength } from '../../model/passphrase.ts'
import { type Failure, failure, type Outcome } from '../../model/outcome.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureCard } from '../../ui/failure-card.tsx'
import { Checkbox, Field, TextInput } from '../../ui/field.tsx'
import { makePasskey } from '../../ui/passkey.ts'
import { useNotices } from '../../ui/notices.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import type { TextKey } from '../../ui/text/translate.ts'
import { useShop } from '../shop.tsx'
import { lockAgain } from './data.ts'
import { NewPassword } from './new-password.tsx'

export type LockChange = 'set' | 'change' | 'remove' | 'passkey' | 'no-passkey'

export interface LockDialogProps {
  readonly id: string
  readonly change: LockChange | undefined
  readonly onClose: () => void
}

const WEAK = 2
/** Those that ask for a new passphrase. */
const WITH_NEW: ReadonlySet<LockChange> = new Set<LockChange>(['set', 'change'])

const TITLES = {
  set: 'lock.setTitle',
  change: 'lock.changeTitle',
  remove: 'lock.removeTitle',
  passkey: 'lock.passkeyTitle',
  'no-passkey': 'lock.noPasskeyTitle',
} as const satisfies Record<LockChange, TextKey>

const WHAT = {
  set: 'lock.setWhat',
  change: 'lock.setWhat',
  remove: 'lock.removeWhat',
  passkey: 'lock.passkeyWhat',
  'no-passkey': 'lock.noPasskeyWhat',
} as const satisfies Record<LockChange, TextKey>

const DONE = {
  set: 'lock.changed',
  change: 'lock.changed',
  remove: 'lock.removed',
  passkey: 'lock.passkeyAdded',
  'no-passkey': 'lock.passkeyGone',
} as const satisfies Record<LockChange, TextKey>

/** What is typed, what went wrong, and the recovery key once there is one. */
function createLockState(props: LockDialogProps) {
  const t = useText()
  const notices = useNotices()
  const { client, name } = useShop()
  const [current, setCurrent] = createSignal('')
  const [fresh, setFresh] = createSignal('')
  const [again, setAgain] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const [fault, setFault] = createSignal<Failure>()
  const [recovery, setRecovery] = createSignal<string>()
  const close = () => {
    for (const clear of [setCurrent, setFresh, setAgain]) clear('')
    setFault(undefined)
    setRecovery(undefined)
    props.onClose()
  }
  const ready = () =>
    !WITH_NEW.has(props.change ?? 'set') || (passphraseStrength(fresh()).score >= WEAK && fresh() === again())
  const setPasskey = async () => {
    const passkey = props.change === 'passkey' ? await makePasskey(name()) : null
    if (props.change === 'passkey' && !passkey) return failure('CONFLICT', t('lock.passkeyNone'))
    return client.run(putPasskey, { id: props.id, current: current(), passkey })
  }
  const run = (): Promise<Outcome<{ readonly id: string; readonly recovery_key?: string | null }>> => {
    if (props.change === 'remove') return client.run(deletePassphrase, { id: props.id, current: current() })
    return WITH_NEW.has(props.change ?? 'set')
      ? client.run(putPassphrase, { id: props.id, passphrase: fresh(), current: current() || undefined })
      : setPasskey()
  }
  const go = async () => {
    setBusy(true)
    const outcome = await run()
    setBusy(false)
    setFault(outcome.ok ? undefined : outcome.failure)
    if (!outcome.ok) return
    await lockAgain()
    if (outcome.value.recovery_key) return setRecovery(outcome.value.recovery_key)
    const title = t(DONE[props.change ?? 'set'])
    close()
    notices.show({ tone: 'good', title })
  }
  return { current, setCurrent, fresh, setFresh, again, setAgain, busy, fault, recovery, ready, close, go }
}

type LockState = ReturnType<typeof createLockState>

function Fields(props: { readonly change: LockChange; readonly state: LockState }) {
  const t = useText()
  const differs = () => props.state.again() !== '' && props.state.again() !== props.state.fresh()
  return (
    <div class="flex flex-col gap-4">
      <Show when={props.change !== 'change'}>
        <p>{t(WHAT[props.change])}</p>
      </Show>
      <Show when={props.change !== 'set'}>
        <Field label={t('lock.current')}>
          {(attributes) => (
            <TextInput
              {...attributes}
              class="w-full"
              type="password"
              autocomplete="current-password"
              value={props.state.current()}
              onInput={props.state.setCurrent}
            />
          )}
        </Field>
      </Show>
      <Show when={WITH_NEW.has(props.change)}>
        <NewPassword
          label={t('lock.passphrase')}
          hint={t('lock.passphraseHint')}
          value={props.state.fresh()}
          onInput={props.state.setFresh}
        />
        <Field label={t('lock.repeat')} error={differs() ? t('lock.differs') : undefined}>
          {(attributes) => (
            <TextInput
              {...attributes}
              class="w-full"
              autocomplete="off"
              spellcheck={false}
              value={props.state.again()}
              onInput={props.state.setAgain}
            />
          )}
        </Field>
      </Show>
      <Show when={props.state.fault()}>
        {(failed) => <FailureCard code={failed().code} detail={failed().detail} />}
      </Show>
    </div>
  )
}

/** The recovery key, shown once. */
function Recovery(props: {
  readonly value: string
  readonly written: boolean
  readonly onWritten: (written: boolean) => void
}) {
  const t = useText()
  const format = useFormat()
  const shop = useShop()
  return (
    <div class="flex flex-col gap-4">
      <div data-print="alone" class="flex flex-col gap-4">
        <p class="hidden print:block font-medium">
          {t('lock.recoveryOf', { name: shop.name(), when: format().instant(new Date()) })}
        </p>
        <p>{t('lock.recoveryWhat')}</p>
        <p class="rounded-control bg-sunken p-3 font-mono text-lg break-words select-all" role="status">
          {props.value}
        </p>
      </div>
      <Checkbox
        label={t('lock.written')}
        checked={props.written}
        onChange={(written) => props.onWritten(written)}
      />
    </div>
  )
}

/** Sets, changes or takes away the passphrase; after the first time it shows the recovery key, once. */
export function LockDialog(props: LockDialogProps) {
  const t = useText()
  const state = createLockState(props)
  const title = () => (state.recovery() ? t('lock.recoveryTitle') : t(TITLES[props.change ?? 'set']))
  const [written, setWritten] = createSignal(false)
  const done = () => {
    setWritten(false)
    state.close()
  }
  // The recovery key must not be lost by Escape or a click beside the dialog.
  const leave = () => {
    if (!state.recovery()) state.close()
  }
  return (
    <Dialog
      open={props.change !== undefined}
      onClose={leave}
      title={title()}
      actions={
        <Show
          when={!state.recovery()}
          fallback={
            <>
              <Button icon="i-lucide-printer" onClick={() => window.print()}>
                {t('lock.print')}
              </Button>
              <Button look="primary" disabled={!written()} onClick={done}>
                {t('lock.done')}
              </Button>
            </>
          }
        >
          <Button onClick={state.close}>{t('parts.cancel')}</Button>
          <Button
            look={props.change === 'remove' ? 'danger' : 'primary'}
            busy={state.busy()}
            disabled={!state.ready()}
            onClick={() => void state.go()}
          >
            {props.change === 'remove' ? t('lock.remove') : t('lock.save')}
          </Button>
        </Show>
      }
    >
      <Show
        when={state.recovery()}
        fallback={<Show when={props.change}>{(change) => <Fields change={change()} state={state} />}</Show>}
      >
        {(key) => <Recovery value={key()} written={written()} onWritten={setWritten} />}
      </Show>
    </Dialog>
  )
}
