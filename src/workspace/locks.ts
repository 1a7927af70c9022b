import { failure, type Outcome, success } from '../model/outcome.ts'
import { passphraseStrength } from '../model/passphrase.ts'
import {
  keyByPasskey,
  keyOf,
  type Lock,
  newLock,
  type PasskeyAnswer,
  passkeysOf,
  storeKey,
  withPasskey,
  withoutPasskeys,
  withPassphrase,
} from '../store/seal/lock.ts'
import { sweepScratches } from '../store/file/scratch-folder.ts'
import { endUnfinished } from '../store/unfinished.ts'
import { readLock, rewriteWorkspace, WorkspaceDatabase, writeLock } from '../store/workspace-database.ts'
import { removeRescue } from '../store/rescue/folder.ts'
import { relockCopies } from '../store/rescue/relock.ts'
import { scrubDatabase } from '../store/scrub.ts'
import { deriveInWorker } from './derive-key.ts'
import { noteIn } from './note-in.ts'
import type { Session } from './session.ts'
import { storageFailure } from './storage-failure.ts'
import { whileNobodyHasOpen } from './open-lock.ts'
import { withWriter } from './writer.ts'

/** How a workspace is locked, without anything secret. */
export interface LockState {
  readonly has_passphrase: boolean
  /** This tab has no key to it. */
  readonly locked: boolean
  readonly auto_lock_minutes: number
  /** Passkeys that open it, beside its passphrase. */
  readonly passkeys: readonly { readonly credential: string; readonly salt: string }[]
}

const WEAK = 2

const wrong = () => failure('WRONG_PASSWORD', 'neither the passphrase nor the recovery key of this workspace')
const missing = (id: string) => failure('NOT_FOUND', `no workspace ${id}`)
const busy = () => failure('BUSY', 'another tab is writing into this workspace; wait until it is done')

async function lockOf(session: Session, id: string): Promise<Outcome<Lock | null>> {
  const known = (await session.list()).some((row) => row.id === id)
  return known ? success(await readLock(id)) : missing(id)
}

/** The lock of a workspace that has a passphrase; CONFLICT for one that has none. */
async function setLockOf(session: Session, id: string): Promise<Outcome<Lock>> {
  const lock = await lockOf(session, id)
  if (!lock.ok) return lock
  return lock.value ? success(lock.value) : failure('CONFLICT', 'this workspace has no passphrase')
}

/** A lock with its key, opened by what its owner knows: the passphrase of now, or the recovery key. WRONG_PASSWORD. */
async function openedLock(session: Session, id: string, secret: string) {
  const lock = await setLockOf(session, id)
  if (!lock.ok) return lock
  const key = await keyOf(lock.value, secret, deriveInWorker)
  return key ? success({ lock: lock.value, key }) : wrong()
}

/** Whether a workspace has a passphrase, and whether it is locked in this tab. */
export async function lockState(session: Session, id: string): Promise<Outcome<LockState>> {
  const lock = await lockOf(session, id)
  if (!lock.ok) return lock
  return success({
    has_passphrase: lock.value !== null,
    locked: lock.value !== null && session.keyOf(id) === null,
    auto_lock_minutes: lock.value?.auto_lock_minutes ?? 0,
    passkeys: lock.value ? passkeysOf(lock.value) : [],
  })
}

/** Rewrites a workspace while nobody writes into it or has it open; it is opened again after it, also when that failed. */
async function rewritten(session: Session, id: string, work: () => Promise<CryptoKey | null>) {
  try {
    let taken = false
    const once = async () => ((taken = true), { key: await work() })
    await session.whileClosed(id, async (closeElsewhere) => {
      const done = await withWriter(id, () => {
        closeElsewhere()
        return whileNobodyHasOpen(id, once)
      })
      return done?.key
    })
    return taken ? success(null) : busy()
  } catch (cause) {
    return storageFailure(cause)
  }
}

async function endWork(id: string): Promise<void> {
  const database = new WorkspaceDatabase(id)
  await endUnfinished(database).finally(() => database.close({ disableAutoOpen: true }))
}

/** Wraps the key anew, and takes what opened it before off the disk: out of the rescue copies, and out of the store's old bytes. */
async function wrapAnew(id: string, lock: Lock): Promise<void> {
  await writeLock(id, lock)
  await relockCopies(id, lock).catch(reportError)
  await scrubDatabase(id).catch(reportError)
}

/** What was done to a lock, into the change history. What was done stands, also where that cannot be written. */
const noteLock = (session: Session, id: string, what: string, key?: CryptoKey): Promise<void> =>
  noteIn(session, id, 'lock', { what }, key).catch(reportError)

/** The rescue of before, which was stored otherwise, is gone: of the open workspace a new copy is made at once. */
async function renewRescue(session: Session, id: string, what: string): Promise<void> {
  await noteLock(session, id, what)
  const workspace = session.current()
  if (workspace.row.id === id && !session.isLocked()) await workspace.safety.rescue.make('change')
}

/** Set for the first time: all data are rewritten, encrypted. */
async function switchOn(session: Session, id: string, passphrase: string): Promise<Outcome<string>> {
  const { lock, key, recoveryKey } = await newLock(passphrase, deriveInWorker)
  const done = await rewritten(session, id, async () => {
    const secret = await storeKey(key)
    await rewriteWorkspace(id, secret, lock)
    // It is encrypted by now: what the disk still has of before goes, where it can.
    await removeRescue(id)
    await sweepScratches(true)
    await scrubDatabase(id).catch(reportError)
    await endWork(id)
    return secret
  })
  if (!done.ok) return done
  await renewRescue(session, id, 'passphrase set').catch(reportError)
  return success(recoveryKey)
}

/**
 * Sets or changes the passphrase of a workspace. `current` is needed for a change: the passphrase of now, or the
 * recovery key. Answers a recovery key when it is set for the first time; it is kept nowhere. VALIDATION when the new
 * one is too easy to guess, WRONG_PASSWORD, BUSY, QUOTA.
 */
export async function setPassphrase(
  session: Session,
  id: string,
  passphrase: string,
  current: string | undefined,
): Promise<Outcome<{ readonly recoveryKey: string | null }>> {
  const before = await lockOf(session, id)
  if (!before.ok) return before
  if (passphraseStrength(passphrase).score < WEAK)
    return failure('VALIDATION', 'too easy to guess; use several words', { passphrase: 'too easy to guess' })
  if (!before.value) {
    const made = await switchOn(session, id, passphrase)
    return made.ok ? success({ recoveryKey: made.value }) : made
  }
  const opened = await openedLock(session, id, current ?? '')
  if (!opened.ok) return opened
  const { lock, key } = opened.value
  await wrapAnew(id, await withPassphrase(lock, key, passphrase, deriveInWorker))
  await noteLock(session, id, 'passphrase changed', await storeKey(key))
  return success({ recoveryKey: null })
}

/** Takes the passphrase away: all data are rewritten in the clear. */
export async function removePassphrase(
  session: Session,
  id: string,
  current: string,
): Promise<Outcome<null>> {
  const opened = await openedLock(session, id, current)
  if (!opened.ok) return opened
  const { key } = opened.value
  const done = await rewritten(session, id, async () => {
    await rewriteWorkspace(id, await storeKey(key), null)
    await removeRescue(id)
    await endWork(id)
    return null
  })
  if (done.ok) await renewRescue(session, id, 'passphrase taken away').catch(reportError)
  return done
}

/** A store that does not answer must not keep the key. */
const NOTE_MS = 1_000

/** Drops the key of a workspace: its engine, its workers and what they held are gone. */
export async function lockWorkspace(session: Session, id: string): Promise<Outcome<null>> {
  const lock = await setLockOf(session, id)
  if (!lock.ok) return lock
  if (session.keyOf(id)) {
    const late = new Promise((resolve) => setTimeout(resolve, NOTE_MS))
    await Promise.race([noteLock(session, id, 'locked'), late])
  }
  await session.lock(id)
  return success(null)
}

/** Lets a passkey open a workspace, or with null none any more; its passphrase is needed for it, and stays. WRONG_PASSWORD. */
export async function setPasskey(
  session: Session,
  id: string,
  answer: PasskeyAnswer | null,
  current: string,
): Promise<Outcome<null>> {
  const opened = await openedLock(session, id, current)
  if (!opened.ok) return opened
  const { lock, key } = opened.value
  if (answer) await writeLock(id, await withPasskey(lock, key, answer))
  else await wrapAnew(id, withoutPasskeys(lock))
  await noteLock(session, id, answer ? 'passkey added' : 'passkeys taken away', await storeKey(key))
  return success(null)
}

/** Opens a locked workspace with its passphrase, its recovery key, or what one of its passkeys answered. */
export async function unlockWorkspace(
  session: Session,
  id: string,
  secret: string | PasskeyAnswer,
): Promise<Outcome<null>> {
  const lock = await setLockOf(session, id)
  if (!lock.ok) return lock
  const key = await (typeof secret === 'string'
    ? keyOf(lock.value, secret, deriveInWorker)
    : keyByPasskey(lock.value, secret))
  if (!key) return wrong()
  await session.unlock(id, await storeKey(key))
  await noteLock(session, id, 'unlocked')
  return success(null)
}

/** Sets after how many minutes without a sign of its user a workspace locks itself; 0: never. */
export async function setAutoLock(session: Session, id: string, minutes: number): Promise<Outcome<null>> {
  const lock = await setLockOf(session, id)
  if (!lock.ok) return lock
  await writeLock(id, { ...lock.value, auto_lock_minutes: minutes })
  if (session.keyOf(id)) await noteLock(session, id, `locks itself after ${minutes} minutes`)
  return success(null)
}
