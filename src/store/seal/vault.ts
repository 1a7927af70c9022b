import { hex } from '../../model/hex.ts'
import { type Bytes, joined, randomBytes, utf8 } from '../file/bytes.ts'
import { blobOf } from '../file/streams.ts'
import { digest } from '../sha256.ts'
import { DamagedStore } from '../damaged.ts'

/** A row as it is stored: what keys and indexes need stays readable, the rest is in `sealed`. */
export type Row = Readonly<Record<string, unknown>>

/** Encrypts and opens the rows of one workspace. `seals`: whether rows are written sealed; both kinds are always read. */
export interface Vault {
  seals: boolean
  seal(table: string, row: Row, keyPath: string, clear: ReadonlySet<string>): Promise<Row>
  open(table: string, row: Row, keyPath: string): Promise<Row>
}

const BLOCK = 1024 * 1024
const TAG = 16
const PREFIX = 7

const nonceAt = (prefix: Bytes, index: number, last: boolean): Bytes => {
  const nonce = new Uint8Array(12)
  nonce.set(prefix)
  new DataView(nonce.buffer).setUint32(PREFIX, index)
  nonce[11] = last ? 1 : 0
  return nonce
}

async function* blocks(key: CryptoKey, file: Blob, place: string, way: 'encrypt' | 'decrypt') {
  const opening = way === 'decrypt'
  const prefix = opening ? new Uint8Array(await file.slice(0, PREFIX).arrayBuffer()) : randomBytes(PREFIX)
  if (!opening) yield prefix
  const start = opening ? PREFIX : 0
  const step = BLOCK + (opening ? TAG : 0)
  const count = Math.max(1, Math.ceil((file.size - start) / step))
  for (let index = 0; index < count; index++) {
    const from = start + index * step
    const block = await file.slice(from, Math.min(file.size, from + step)).arrayBuffer()
    const iv = nonceAt(prefix, index, index === count - 1)
    const parameters = { name: 'AES-GCM', iv, additionalData: utf8(place) }
    yield new Uint8Array(await crypto.subtle[way](parameters, key, block))
  }
}

async function sealText(key: CryptoKey, content: unknown, place: string): Promise<Bytes> {
  const iv = randomBytes(12)
  const parameters = { name: 'AES-GCM', iv, additionalData: utf8(place) }
  const sealed = await crypto.subtle.encrypt(parameters, key, utf8(JSON.stringify(content)))
  return joined([iv, new Uint8Array(sealed)])
}

async function openText(key: CryptoKey, sealed: Bytes, place: string): Promise<Row> {
  const parameters = { name: 'AES-GCM', iv: sealed.slice(0, 12), additionalData: utf8(place) }
  const plain = await crypto.subtle.decrypt(parameters, key, sealed.slice(12))
  return JSON.parse(new TextDecoder().decode(plain)) as Row
}

export const isSealed = (row: unknown): row is Row & { readonly sealed: Bytes } =>
  typeof row === 'object' && row !== null && 'sealed' in row && row.sealed instanceof Uint8Array

const pick = (row: Row, wanted: (name: string) => boolean): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => wanted(name)))

/**
 * A vault over a key (AES-256-GCM). Each row and each block of a file is bound to its table and key, so that none can be
 * put in another's place. A part's stored size and hash are those of its ciphertext, so that a copy of it can be checked
 * without the key.
 */
export function openVault(key: CryptoKey, seals: boolean): Vault {
  return {
    seals,
    async seal(table, row, keyPath, clear) {
      const place = `${table}/${String(row[keyPath])}`
      const { file } = row
      if (!(file instanceof Blob)) {
        const sealed = await sealText(
          key,
          pick(row, (name) => !clear.has(name)),
          place,
        )
        return { ...pick(row, (name) => clear.has(name)), sealed }
      }
      const { bytes, sha256, ...rest } = row
      const stored = await blobOf(blocks(key, file, place, 'encrypt'))
      const sealed = await sealText(key, { bytes, sha256 }, place)
      return { ...rest, file: stored, bytes: stored.size, sha256: hex(await digest(stored)), sealed }
    },
    async open(table, row, keyPath) {
      if (!isSealed(row)) return row
      const place = `${table}/${String(row[keyPath])}`
      const { sealed, ...rest } = row
      try {
        const content = { ...rest, ...(await openText(key, sealed, place)) }
        const { file } = rest as { file?: unknown }
        return file instanceof Blob
          ? { ...content, file: await blobOf(blocks(key, file, place, 'decrypt')) }
          : content
      } catch {
        throw new DamagedStore(`a row of ${table} cannot be decrypted`)
      }
    },
  }
}
