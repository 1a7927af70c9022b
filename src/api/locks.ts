import * as v from 'valibot'
import { success } from '../model/outcome.ts'
import {
  lockState,
  lockWorkspace,
  removePassphrase,
  setAutoLock,
  setPasskey,
  setPassphrase,
  unlockWorkspace,
} from '../workspace/locks.ts'
import { defineOperation } from './operation.ts'
import { wholeField } from './schema.ts'

const idField = v.string()
const secretField = v.pipe(v.string(), v.nonEmpty('a passphrase'), v.maxLength(1000))
const shortField = v.pipe(v.string(), v.nonEmpty(), v.maxLength(2000))
/** What a passkey answered: base64url, base64, base64. */
const passkeyField = v.object({ credential: shortField, salt: shortField, secret: shortField })
const stateSchema = v.object({
  id: idField,
  has_passphrase: v.boolean(),
  locked: v.boolean(),
  auto_lock_minutes: v.number(),
  passkeys: v.array(v.object({ credential: v.string(), salt: v.string() })),
})

export const getLock = defineOperation({
  method: 'GET',
  path: '/api/v1/workspaces/{id}/lock',
  summary: 'Whether a workspace has a passphrase, and whether it is locked in this tab',
  whileLocked: true,
  input: v.object({ id: idField }),
  output: stateSchema,
  example: { id: '0000' },
  async run({ session }, { id }) {
    const state = await lockState(session, id)
    return state.ok ? success({ id, ...state.value, passkeys: [...state.value.passkeys] }) : state
  },
})

export const putPassphrase = defineOperation({
  method: 'PUT',
  path: '/api/v1/workspaces/{id}/passphrase',
  summary:
    'Sets or changes the passphrase; the first time all data are encrypted and a recovery key is answered',
  whileLocked: true,
  input: v.object({ id: idField, passphrase: secretField, current: v.optional(secretField) }),
  output: v.object({ id: idField, recovery_key: v.nullable(v.string()) }),
  example: { id: '0000', passphrase: 'correct horse battery staple' },
  async run({ session }, { id, passphrase, current }) {
    const set = await setPassphrase(session, id, passphrase, current)
    return set.ok ? success({ id, recovery_key: set.value.recoveryKey }) : set
  },
})

export const putPasskey = defineOperation({
  method: 'PUT',
  path: '/api/v1/workspaces/{id}/passkey',
  summary: 'Lets a passkey open a workspace beside its passphrase, or, with null, none any more',
  whileLocked: true,
  input: v.object({ id: idField, current: secretField, passkey: v.nullable(passkeyField) }),
  output: v.object({ id: idField }),
  example: { id: '0000', current: 'correct horse battery staple', passkey: null },
  async run({ session }, { id, current, passkey }) {
    const set = await setPasskey(session, id, passkey, current)
    return set.ok ? success({ id }) : set
  },
})

export const deletePassphrase = defineOperation({
  method: 'DELETE',
  path: '/api/v1/workspaces/{id}/passphrase',
  summary: 'Takes the passphrase away: all data are stored in the clear again',
  whileLocked: true,
  input: v.object({ id: idField, current: secretField }),
  output: v.object({ id: idField }),
  example: { id: '0000', current: 'correct horse battery staple' },
  async run({ session }, { id, current }) {
    const removed = await removePassphrase(session, id, current)
    return removed.ok ? success({ id }) : removed
  },
})

export const postLock = defineOperation({
  method: 'POST',
  path: '/api/v1/workspaces/{id}/lock',
  summary: 'Locks a workspace now: its key, engine and workers go',
  whileLocked: true,
  input: v.object({ id: idField }),
  output: v.object({ id: idField, locked: v.boolean() }),
  example: { id: '0000' },
  async run({ session }, { id }) {
    const locked = await lockWorkspace(session, id)
    return locked.ok ? success({ id, locked: true }) : locked
  },
})

export const postUnlock = defineOperation({
  method: 'POST',
  path: '/api/v1/workspaces/{id}/unlock',
  summary: 'Unlocks a workspace with its passphrase, its recovery key or a passkey',
  whileLocked: true,
  input: v.object({ id: idField, passphrase: v.optional(secretField), passkey: v.optional(passkeyField) }),
  output: v.object({ id: idField, locked: v.boolean() }),
  example: { id: '0000', passphrase: 'correct horse battery staple' },
  async run({ session }, { id, passphrase, passkey }) {
    const unlocked = await unlockWorkspace(session, id, passkey ?? passphrase ?? '')
    return unlocked.ok ? success({ id, locked: false }) : unlocked
  },
})

export const patchLock = defineOperation({
  method: 'PATCH',
  path: '/api/v1/workspaces/{id}/lock',
  summary: 'Sets after how many minutes without its user a workspace locks itself; 0: never',
  input: v.object({ id: idField, auto_lock_minutes: wholeField(0, 1440) }),
  output: v.object({ id: idField, auto_lock_minutes: v.number() }),
  example: { id: '0000', auto_lock_minutes: 15 },
  async run({ session }, { id, auto_lock_minutes }) {
    const set = await setAutoLock(session, id, auto_lock_minutes)
    return set.ok ? success({ id, auto_lock_minutes }) : set
  },
})
