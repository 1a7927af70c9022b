import { deriveKey, type DeriveKey, type Kdf, newArgon2, newPbkdf2 } from '../file/kdf.ts'
import { aesKey, purposeKey, unwrapKey, wrapKey } from '../file/keys.ts'
import { type Bytes, fromBase64, randomBytes, toBase64 } from '../file/bytes.ts'

/** The workspace's key, wrapped under something that only its owner has. */
type Wrap =
  | { readonly by: 'passphrase'; readonly kdf: Kdf; readonly wrap: string }
  | { readonly by: 'recovery'; readonly salt: string; readonly wrap: string }
  | { readonly by: 'passkey'; readonly credential: string; readonly salt: string; readonly wrap: string }

/** Setting `lock` of a workspace that has a passphrase: how its key is wrapped. It stays readable, and tells nothing of the key. */
export interface Lock {
  readonly wraps: readonly Wrap[]
  /** Minutes without a sign of its user after which it locks itself; 0: never. */
  readonly auto_lock_minutes: number
}

/** Letters of a recovery key: none that are taken for one another. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const LENGTH = 32

/** 32 letters in groups of four: 157 bits, so that it needs no slow derivation. */
function newRecoveryKey(): string {
  const letters = Array.from({ length: LENGTH }, () => {
    let byte = 255
    while (byte >= 240) byte = randomBytes(1)[0] ?? 255
    return LETTERS[byte % LETTERS.length]
  }).join('')
  return (letters.match(/.{4}/g) ?? []).join('-')
}

const plainRecovery = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
const looksLikeRecovery = (text: string): boolean => plainRecovery(text).length === LENGTH

const recoveryBytes = (text: string, salt: Bytes): Promise<Bytes> =>
  purposeKey(new TextEncoder().encode(plainRecovery(text)), 'recovery', salt)

async function passphraseWrap(key: Bytes, passphrase: string, derive: DeriveKey): Promise<Wrap> {
  const wrapUnder = async (kdf: Kdf): Promise<Wrap> => ({
    by: 'passphrase',
    kdf,
    wrap: toBase64(await wrapKey(await derive(passphrase, kdf), key)),
  })
  return wrapUnder(newArgon2()).catch(() => wrapUnder(newPbkdf2()))
}

async function recoveryWrap(key: Bytes, recovery: string): Promise<Wrap> {
  const salt = randomBytes(16)
  const wrap = toBase64(await wrapKey(await recoveryBytes(recovery, salt), key))
  return { by: 'recovery', salt: toBase64(salt), wrap }
}

async function openWrap(wrap: Wrap, secret: string, derive: DeriveKey): Promise<Bytes | null> {
  const wrapped = fromBase64(wrap.wrap) ?? new Uint8Array(0)
  if (wrap.by === 'passphrase') return unwrapKey(await derive(secret, wrap.kdf), wrapped)
  const salt = fromBase64(wrap.salt) ?? new Uint8Array(0)
  if (wrap.by === 'recovery')
    return looksLikeRecovery(secret) ? unwrapKey(await recoveryBytes(secret, salt), wrapped) : null
  return null
}

/** The key of a workspace by its passphrase or its recovery key; null when it is neither. */
export async function keyOf(lock: Lock, secret: string, derive = deriveKey): Promise<Bytes | null> {
  const ways = lock.wraps.toSorted((a, b) => Number(b.by === 'recovery') - Number(a.by === 'recovery'))
  for (const wrap of ways) {
    const key = await openWrap(wrap, secret, derive)
    if (key) return key
  }
  return null
}

export interface NewLock {
  readonly lock: Lock
  readonly key: Bytes
  /** Shown once, kept nowhere. */
  readonly recoveryKey: string
}

const AUTO_LOCK_MINUTES = 15

/** A fresh key under a passphrase and a fresh recovery key. */
export async function newLock(passphrase: string, derive = deriveKey): Promise<NewLock> {
  const key = randomBytes(32)
  const recoveryKey = newRecoveryKey()
  const wraps = [await passphraseWrap(key, passphrase, derive), await recoveryWrap(key, recoveryKey)]
  return { lock: { wraps, auto_lock_minutes: AUTO_LOCK_MINUTES }, key, recoveryKey }
}

/** The same key under another passphrase: nothing else is written anew. */
export async function withPassphrase(
  lock: Lock,
  key: Bytes,
  passphrase: string,
  derive = deriveKey,
): Promise<Lock> {
  const rest = lock.wraps.filter(({ by }) => by !== 'passphrase')
  return { ...lock, wraps: [await passphraseWrap(key, passphrase, derive), ...rest] }
}

/** What a passkey answers when it is asked (WebAuthn, extension PRF). */
export interface PasskeyAnswer {
  readonly credential: string
  readonly salt: string
  /** 32 bytes in base64. */
  readonly secret: string
}

const passkeyBytes = ({ secret, salt }: PasskeyAnswer): Promise<Bytes> =>
  purposeKey(fromBase64(secret) ?? new Uint8Array(0), 'passkey', fromBase64(salt) ?? new Uint8Array(0))

/** Passkeys that open a lock, beside its passphrase. */
export const passkeysOf = ({
  wraps,
}: Lock): readonly { readonly credential: string; readonly salt: string }[] =>
  wraps.flatMap((wrap) => (wrap.by === 'passkey' ? [{ credential: wrap.credential, salt: wrap.salt }] : []))

/** The same key under a passkey, too: passphrase and recovery key stay. */
export async function withPasskey(lock: Lock, key: Bytes, answer: PasskeyAnswer): Promise<Lock> {
  const { credential, salt } = answer
  const wrap = toBase64(await wrapKey(await passkeyBytes(answer), key))
  return { ...lock, wraps: [...lock.wraps, { by: 'passkey', credential, salt, wrap }] }
}

/** Without its passkeys. */
export const withoutPasskeys = (lock: Lock): Lock => ({
  ...lock,
  wraps: lock.wraps.filter(({ by }) => by !== 'passkey'),
})

/** The key of a workspace by what a passkey answered; null when it is not one of its own. */
export async function keyByPasskey(lock: Lock, answer: PasskeyAnswer): Promise<Bytes | null> {
  const found = lock.wraps.find((wrap) => wrap.by === 'passkey' && wrap.credential === answer.credential)
  if (found?.by !== 'passkey') return null
  const under = await passkeyBytes({ ...answer, salt: found.salt })
  return unwrapKey(under, fromBase64(found.wrap) ?? new Uint8Array(0))
}

/** The key as the store uses it: it cannot be read back out of this object. */
export const storeKey = (key: Bytes): Promise<CryptoKey> => aesKey(key)
