import { Match, Show, Switch, createSignal, createUniqueId } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureCard } from '../../ui/failure-card.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { SecretInput } from '../../ui/secret-input.tsx'
import { useText } from '../../ui/text/text.tsx'
import type { TextKey } from '../../ui/text/translate.ts'
import { asksForNew, createLockChange, isTooWeak } from './lock-change.ts'
import type { LockChange, LockDialogProps, LockState } from './lock-change.ts'
import { NewPassword } from './new-password.tsx'
import { RecoveryKey } from './recovery-key.tsx'

const TITLES = {
  set: 'lock.setTitle',
  change: 'lock.changeTitle',
  remove: 'lock.removeTitle',
  passkey: 'lock.passkeyTitle',
  'no-passkey': 'lock.noPasskeyTitle',
} as const satisfies Record<LockChange, TextKey>

const WHAT = {
  set: 'lock.setWhat',
  change: 'lock.changeWhat',
  remove: 'lock.removeWhat',
  passkey: 'lock.passkeyWhat',
  'no-passkey': 'lock.noPasskeyWhat',
} as const satisfies Record<LockChange, TextKey>

/** Those that take something away are called by it. */
const TAKES: ReadonlySet<LockChange> = new Set<LockChange>(['remove', 'no-passkey'])

/** What went wrong, other than a wrong passphrase, which is told at its field. */
function Fault(props: { readonly state: LockState }) {
  const t = useText()
  const failed = () => {
    const fault = props.state.fault()
    return typeof fault === 'object' && fault.code !== 'WRONG_PASSWORD' ? fault : undefined
  }
  return (
    <Switch>
      <Match when={props.state.fault() === 'no-answer'}>
        <p role="alert" class="text-bad">
          {t('lock.passkeyNone')}
        </p>
      </Match>
      <Match when={failed()}>{(known) => <FailureCard code={known().code} detail={known().detail} />}</Match>
    </Switch>
  )
}

/** The passphrase that there is. */
function Current(props: { readonly state: LockState }) {
  const t = useText()
  const wrong = () => {
    const fault = props.state.fault()
    return typeof fault === 'object' && fault.code === 'WRONG_PASSWORD'
  }
  return (
    <Field label={t('lock.current')} error={wrong() ? t('lock.wrong') : undefined}>
      {(attributes) => (
        <SecretInput
          {...attributes}
          autocomplete="current-password"
          value={props.state.current()}
          onInput={props.state.setCurrent}
        />
      )}
    </Field>
  )
}

/** A new one, twice. */
function Fresh(props: { readonly state: LockState }) {
  const t = useText()
  const differs = () => props.state.again() !== '' && props.state.again() !== props.state.fresh()
  return (
    <>
      <NewPassword
        label={t('lock.passphrase')}
        hint={t('lock.passphraseHint')}
        error={isTooWeak(props.state.fresh()) ? t('lock.tooWeak') : undefined}
        value={props.state.fresh()}
        onInput={props.state.setFresh}
      />
      <Field label={t('lock.repeat')} error={differs() ? t('lock.differs') : undefined}>
        {(attributes) => (
          <TextInput
            {...attributes}
            class="w-full"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            value={props.state.again()}
            onInput={props.state.setAgain}
          />
        )}
      </Field>
    </>
  )
}

interface FormProps {
  readonly id: string
  readonly change: LockChange
  readonly state: LockState
}

function Form(props: FormProps) {
  const t = useText()
  const submit = (event: Event) => {
    event.preventDefault()
    void props.state.go()
  }
  return (
    <form id={props.id} class="flex flex-col gap-4" onSubmit={submit}>
      <p>{t(WHAT[props.change])}</p>
      <Show when={props.change !== 'set'}>
        <Current state={props.state} />
      </Show>
      <Show when={asksForNew(props.change)}>
        <Fresh state={props.state} />
      </Show>
      <Fault state={props.state} />
    </form>
  )
}

/** Cancel, and the button that does it. */
function Actions(props: { readonly form: string; readonly change: LockChange; readonly state: LockState }) {
  const t = useText()
  return (
    <>
      <Button disabled={props.state.busy()} onClick={props.state.close}>
        {t('parts.cancel')}
      </Button>
      <Button
        type="submit"
        form={props.form}
        look={TAKES.has(props.change) ? 'danger' : 'primary'}
        busy={props.state.busy()}
        disabled={!props.state.ready()}
      >
        {TAKES.has(props.change) ? t(TITLES[props.change]) : t('lock.save')}
      </Button>
    </>
  )
}

/** Sets, changes or takes away the passphrase; after the first time it shows the recovery key, once. */
export function LockDialog(props: LockDialogProps) {
  const t = useText()
  const form = createUniqueId()
  const state = createLockChange(props)
  const [written, setWritten] = createSignal(false)
  const title = () => (state.recovery() ? t('lock.recoveryTitle') : t(TITLES[props.change ?? 'set']))
  const done = () => {
    setWritten(false)
    state.close()
  }
  return (
    <Dialog
      open={props.change !== undefined}
      onClose={state.leave}
      title={title()}
      crossless={state.busy() || state.recovery() !== undefined}
      actions={
        <Show
          when={state.recovery()}
          fallback={
            <Show when={props.change}>
              {(change) => <Actions form={form} change={change()} state={state} />}
            </Show>
          }
        >
          <Button icon="i-lucide-printer" onClick={() => window.print()}>
            {t('lock.print')}
          </Button>
          <Button look="primary" disabled={!written()} onClick={done}>
            {t('lock.done')}
          </Button>
        </Show>
      }
    >
      <Show
        when={state.recovery()}
        fallback={
          <Show when={props.change}>{(change) => <Form id={form} change={change()} state={state} />}</Show>
        }
      >
        {(key) => <RecoveryKey value={key()} written={written()} onWritten={setWritten} />}
      </Show>
    </Dialog>
  )
}
