import { argon2id } from 'hash-wasm'
import { refuse } from '../../model/file-fault.ts'
import { type Bytes, fromBase64, randomBytes, toBase64, utf8 } from './bytes.ts'

/** How a key is made of a password, as it stands in a header: Argon2id memory `m` in KiB, passes `t`, lanes `p`. */
export type Kdf =
  | {
      readonly alg: 'argon2id'
      readonly m: number
      readonly t: number
      readonly p: number
      readonly salt: string
    }
  | { readonly alg: 'pbkdf2-sha256'; readonly iterations: number; readonly salt: string }

/** RFC 9106's second choice: 64 MiB, 3 passes; takes 1 to 3 s. */
export const newArgon2 = (): Kdf => ({
  alg: 'argon2id',
  m: 65_536,
  t: 3,
  p: 1,
  salt: toBase64(randomBytes(16)),
})

/** For machines that cannot run Argon2. */
export const newPbkdf2 = (): Kdf => ({
  alg: 'pbkdf2-sha256',
  iterations: 600_000,
  salt: toBase64(randomBytes(16)),
})

const ARGON2 = { m: [19_456, 262_144], t: [1, 10], p: [1, 16] } as const
const PBKDF2 = [600_000, 5_000_000] as const

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value)

function within(value: unknown, [least, most]: readonly [number, number]): number {
  if (!isCount(value)) return refuse('HEADER_DAMAGED')
  if (value < least) return refuse('KDF_TOO_WEAK')
  if (value > most) return refuse('KDF_TOO_COSTLY')
  return value
}

/** Reads the parameters of a header, before anything is computed with them. Throws KDF_TOO_WEAK, KDF_TOO_COSTLY, MADE_BY_NEWER_APP, HEADER_DAMAGED. */
export function readKdf(given: Readonly<Record<string, unknown>>): Kdf {
  const { alg, salt } = given
  if (typeof salt !== 'string' || typeof alg !== 'string') return refuse('HEADER_DAMAGED')
  if (alg !== 'argon2id' && alg !== 'pbkdf2-sha256') return refuse('MADE_BY_NEWER_APP')
  const kdf: Kdf =
    alg === 'argon2id'
      ? {
          alg,
          m: within(given['m'], ARGON2.m),
          t: within(given['t'], ARGON2.t),
          p: within(given['p'], ARGON2.p),
          salt,
        }
      : { alg, iterations: within(given['iterations'], PBKDF2), salt }
  if ((fromBase64(salt)?.length ?? 0) < 16) return refuse('HEADER_DAMAGED')
  return kdf
}

/** Makes the 32 bytes of a key of a password. */
export type DeriveKey = (password: string, kdf: Kdf) => Promise<Bytes>

async function pbkdf2(password: Bytes, salt: Bytes, iterations: number): Promise<Bytes> {
  const base = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, base, 256))
}

/** The key of a password. The same letters typed on another machine (NFD) make the same key. */
export const deriveKey: DeriveKey = async (password, kdf) => {
  const letters = utf8(password.normalize('NFC'))
  const salt = fromBase64(kdf.salt) ?? refuse('HEADER_DAMAGED')
  if (kdf.alg === 'pbkdf2-sha256') return pbkdf2(letters, salt, kdf.iterations)
  const { m, t, p } = kdf
  const made = await argon2id({
    password: letters,
    salt,
    memorySize: m,
    iterations: t,
    parallelism: p,
    hashLength: 32,
    outputType: 'binary',
  })
  return new Uint8Array(made)
}
