import { createSignal } from 'solid-js'
import { deletePassphrase, putPasskey, putPassphrase } from '../../api/locks.ts'
import { passphraseStrength } from '../../model/passphrase.ts'
import type { Failure, Outcome } from '../../model/outcome.ts'
import { useNotices } from '../../ui/notices.tsx'
import { makePasskey } from '../../ui/passkey.ts'
import { useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { lockAgain } from './data.ts'

export type LockChange = 'set' | 'change' | 'remove' | 'passkey' | 'no-passkey'

export interface LockDialogProps {
  readonly id: string
  readonly change: LockChange | undefined
  readonly onClose: () => void
}

/** The least strength that a passphrase of a workspace must have. */
const WEAK = 2
/** Those that ask for a new passphrase. */
export const asksForNew = (change: LockChange | undefined): boolean => change === 'set' || change === 'change'

/** Whether a passphrase was typed that will not be taken. */
export const isTooWeak = (passphrase: string): boolean =>
  passphrase !== '' && passphraseStrength(passphrase).score < WEAK

const DONE = {
  set: 'lock.changed',
  change: 'lock.changed',
  remove: 'lock.removed',
  passkey: 'lock.passkeyAdded',
  'no-passkey': 'lock.passkeyGone',
} as const

/** What is typed into the dialog. */
function createTyped() {
  const [current, setCurrent] = createSignal('')
  const [fresh, setFresh] = createSignal('')
  const [again, setAgain] = createSignal('')
  const clear = () => {
    for (const empty of [setCurrent, setFresh, setAgain]) empty('')
  }
  return { current, setCurrent, fresh, setFresh, again, setAgain, clear }
}

/** Asks the passkey and then the operations for the change. 'no-answer': the passkey did not give a secret. */
function createRun(props: LockDialogProps, typed: ReturnType<typeof createTyped>) {
  const { client, name } = useShop()
  const { current, fresh } = typed
  type Done = Outcome<{ readonly id: string; readonly recovery_key?: string | null }>
  return async (): Promise<Done | 'no-answer'> => {
    if (props.change === 'remove') return client.run(deletePassphrase, { id: props.id, current: current() })
    if (asksForNew(props.change))
      return client.run(putPassphrase, {
        id: props.id,
        passphrase: fresh(),
        current: current() || undefined,
      })
    const passkey = props.change === 'passkey' ? await makePasskey(name()) : null
    if (props.change === 'passkey' && !passkey) return 'no-answer'
    return client.run(putPasskey, { id: props.id, current: current(), passkey })
  }
}

/** What is typed, what went wrong, and the recovery key once there is one. */
export function createLockChange(props: LockDialogProps) {
  const t = useText()
  const notices = useNotices()
  const typed = createTyped()
  const run = createRun(props, typed)
  const [busy, setBusy] = createSignal(false)
  const [fault, setFault] = createSignal<Failure | 'no-answer'>()
  const [recovery, setRecovery] = createSignal<string>()
  const close = () => {
    typed.clear()
    setFault(undefined)
    setRecovery(undefined)
    props.onClose()
  }
  const ready = () => {
    const known = props.change === 'set' || typed.current() !== ''
    const { fresh, again } = typed
    return (
      known && (!asksForNew(props.change) || (fresh() !== '' && !isTooWeak(fresh()) && fresh() === again()))
    )
  }
  const go = async () => {
    if (busy() || !ready()) return
    setBusy(true)
    const outcome = await run()
    setBusy(false)
    if (outcome === 'no-answer') return setFault(outcome)
    setFault(outcome.ok ? undefined : outcome.failure)
    if (!outcome.ok) return
    await lockAgain()
    if (outcome.value.recovery_key) return setRecovery(outcome.value.recovery_key)
    const title = t(DONE[props.change ?? 'set'])
    close()
    notices.show({ tone: 'good', title })
  }
  // While it is written, and while the recovery key is shown, neither Escape nor a click beside may take it away.
  const leave = () => {
    if (!busy() && !recovery()) close()
  }
  return { ...typed, busy, fault, recovery, ready, close, leave, go }
}

export type LockState = ReturnType<typeof createLockChange>
