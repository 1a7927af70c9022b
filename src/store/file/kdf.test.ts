import { expect, it } from 'vitest'
import { toBase64 } from './bytes.ts'
import { readKdf } from './kdf.ts'

const salt = toBase64(new Uint8Array(16))
const argon2 = { alg: 'argon2id', m: 65_536, t: 3, p: 1, salt }

it.each([
  [{ m: 4_194_304 }, 'KDF_TOO_COSTLY'],
  [{ m: 262_145 }, 'KDF_TOO_COSTLY'],
  [{ t: 1000 }, 'KDF_TOO_COSTLY'],
  [{ t: 11 }, 'KDF_TOO_COSTLY'],
  [{ p: 17 }, 'KDF_TOO_COSTLY'],
  [{ m: 19_455 }, 'KDF_TOO_WEAK'],
  [{ t: 0 }, 'KDF_TOO_WEAK'],
  [{ m: '65536' }, 'HEADER_DAMAGED'],
  [{ t: 2.5 }, 'HEADER_DAMAGED'],
  [{ salt: toBase64(new Uint8Array(15)) }, 'HEADER_DAMAGED'],
  [{ alg: 'scrypt' }, 'MADE_BY_NEWER_APP'],
  [{ alg: 'pbkdf2-sha256', iterations: 5_000_001 }, 'KDF_TOO_COSTLY'],
  [{ alg: 'pbkdf2-sha256', iterations: 599_999 }, 'KDF_TOO_WEAK'],
])('refuses a header that asks for %o, before anything is computed', (change, code) => {
  expect(() => readKdf({ ...argon2, ...change })).toThrow(expect.objectContaining({ code }) as Error)
})

it('takes what lies within the limits', () => {
  for (const change of [{}, { m: 19_456, t: 1 }, { m: 262_144, t: 10, p: 16 }])
    expect(readKdf({ ...argon2, ...change })).toEqual({ ...argon2, ...change })
})
