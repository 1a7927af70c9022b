import { refuse } from '../../model/file-fault.ts'
import { type Bytes, joined, release, sameBytes, utf8 } from './bytes.ts'
import { digest } from '../sha256.ts'

const NONE = new Uint8Array(0)
/** The key that wraps is used once: its nonce may be nothing. */
const ONCE = new Uint8Array(12)
export const TAG = 16

export const aesKey = (bytes: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])

export const hmacKey = (bytes: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])

export const hmac = async (key: CryptoKey, content: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.sign('HMAC', key, content))

/** A key for one purpose, made of another (HKDF-SHA-256, 32 bytes). */
export async function purposeKey(key: Bytes, purpose: string, salt: Bytes = NONE): Promise<Bytes> {
  const base = await crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveBits'])
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8(purpose) }
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, base, 256))
}

/** Encrypts a random key under one that is used for nothing else. */
export async function wrapKey(under: Bytes, key: Bytes): Promise<Bytes> {
  const wrapping = await aesKey(under)
  return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: ONCE }, wrapping, key))
}

/** The key that was wrapped; null when it was wrapped under another. */
export async function unwrapKey(under: Bytes, wrapped: Bytes): Promise<Bytes | null> {
  try {
    const wrapping = await aesKey(under)
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: ONCE }, wrapping, wrapped))
  } catch {
    return null
  }
}

/** Seals and opens the chunks of one payload; a chunk that was changed, moved or taken from another file is CONTENT_DAMAGED. */
export interface ChunkCipher {
  seal(index: number, last: boolean, plain: Bytes): Promise<Bytes>
  open(index: number, last: boolean, sealed: Bytes): Promise<Bytes>
}

/** STREAM: 7 random bytes, the chunk's number, and whether it is the last. */
function nonceAt(prefix: Bytes, index: number, last: boolean): Bytes {
  const nonce = new Uint8Array(12)
  nonce.set(prefix.subarray(0, 7))
  new DataView(nonce.buffer).setUint32(7, index)
  nonce[11] = last ? 1 : 0
  return nonce
}

export interface ChunkKeys {
  readonly fileKey: Bytes
  readonly salt: Bytes
  readonly nonce: Bytes
  /** The whole head of the file: every chunk is bound to it. */
  readonly head: Bytes
}

/** AES-256-GCM chunks. */
export async function encryptedChunks({ fileKey, salt, nonce, head }: ChunkKeys): Promise<ChunkCipher> {
  const key = await aesKey(await purposeKey(fileKey, 'payload', salt))
  const additionalData = await digest(head)
  const parameters = (index: number, last: boolean) => ({
    name: 'AES-GCM',
    iv: nonceAt(nonce, index, last),
    additionalData,
  })
  return {
    seal: async (index, last, plain) =>
      new Uint8Array(await crypto.subtle.encrypt(parameters(index, last), key, plain)),
    async open(index, last, sealed) {
      try {
        return new Uint8Array(await crypto.subtle.decrypt(parameters(index, last), key, sealed))
      } catch {
        return refuse('CONTENT_DAMAGED')
      }
    },
  }
}

/** Chunks in the clear, each with a tag that tells damage (and nothing else: anybody can make it). */
export async function openChunks({ fileKey, salt, nonce, head }: ChunkKeys): Promise<ChunkCipher> {
  const key = await hmacKey(await purposeKey(fileKey, 'payload', salt))
  const bound = await digest(head)
  const tag = async (index: number, last: boolean, plain: Bytes) => {
    const signed = joined([nonceAt(nonce, index, last), bound, plain])
    const whole = await hmac(key, signed)
    release(signed)
    return whole.slice(0, TAG)
  }
  return {
    seal: async (index, last, plain) => joined([plain, await tag(index, last, plain)]),
    async open(index, last, sealed) {
      const plain = sealed.slice(0, -TAG)
      return sameBytes(await tag(index, last, plain), sealed.slice(-TAG)) ? plain : refuse('CONTENT_DAMAGED')
    },
  }
}
