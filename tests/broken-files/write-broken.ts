import { gzipSync } from 'node:zlib'
import { joined, randomBytes, toBase64, utf8 } from '../../src/store/file/bytes.ts'
import { digest } from '../../src/store/sha256.ts'
import { deriveKey, type DeriveKey, type Kdf } from '../../src/store/file/kdf.ts'
import { encryptedChunks, hmac, hmacKey, purposeKey, TAG, wrapKey } from '../../src/store/file/keys.ts'
import type { Entries } from './small-workspace.ts'

type Bytes = Uint8Array<ArrayBuffer>

export const PASSWORD = 'correct horse battery staple'

const keys = new Map<string, Promise<Bytes>>()

/** `deriveKey` that remembers: a test opens hundreds of files with one password. */
export const remembered: DeriveKey = (password, kdf) => {
  const name = JSON.stringify([password.normalize('NFC'), kdf])
  const known = keys.get(name) ?? deriveKey(password, kdf)
  keys.set(name, known)
  return known
}

const salt = randomBytes(16)
const KDF: Kdf = { alg: 'pbkdf2-sha256', iterations: 600_000, salt: toBase64(salt) }
const FILE_KEY = randomBytes(32)

/** What is wrong with a file: each replaces what our writer would put there. */
export interface Faults {
  readonly major?: number
  readonly minor?: number
  readonly headerLength?: number
  readonly header?: object
  readonly headerText?: string
  readonly chunkSize?: number
  /** In place of the gzipped entries. */
  readonly body?: Bytes
  /** Key of the payload, in place of the file's. */
  readonly fileKey?: Bytes
  readonly chunks?: (chunks: readonly Bytes[]) => readonly Bytes[]
  /** Further entries after those given, also of names that are there already. */
  readonly extra?: readonly (readonly [string, Bytes])[]
  readonly size?: Readonly<Record<string, bigint>>
  readonly hash?: Readonly<Record<string, Bytes>>
}

async function entryBytes(name: string, content: Bytes, faults: Faults): Promise<Bytes> {
  const title = utf8(name)
  const frame = new DataView(new ArrayBuffer(12))
  frame.setUint32(0, title.length, true)
  frame.setBigUint64(4, faults.size?.[name] ?? BigInt(content.length), true)
  const bytes = new Uint8Array(frame.buffer)
  const hash = faults.hash?.[name] ?? (await digest(content))
  return joined([bytes.slice(0, 4), title, bytes.slice(4), hash, content])
}

async function bodyOf(entries: Entries, faults: Faults): Promise<Bytes> {
  const all = [...entries, ...(faults.extra ?? [])]
  return joined(await Promise.all(all.map(([name, content]) => entryBytes(name, content, faults))))
}

const MAGIC = Uint8Array.of(0x89, 0x56, 0x4e, 0x54, 0x53, 0x0d, 0x0a, 0x1a)

function headOf(text: string, faults: Faults): Bytes {
  const header = utf8(text)
  const prefix = new DataView(new ArrayBuffer(8))
  prefix.setUint8(0, faults.major ?? 1)
  prefix.setUint8(1, faults.minor ?? 0)
  prefix.setUint16(2, 1, true)
  prefix.setUint32(4, faults.headerLength ?? header.length, true)
  return joined([MAGIC, new Uint8Array(prefix.buffer), header])
}

export interface Broken {
  readonly bytes: Bytes
  readonly headLength: number
  readonly chunks: readonly Bytes[]
  /** The entries as they are before they are packed. */
  readonly body: Bytes
}

/** Writes a file of our format with faults: independent of the writer of the app, on the same primitives. */
export async function writeBroken(entries: Entries, faults: Faults = {}): Promise<Broken> {
  const chunkSize = faults.chunkSize ?? 256
  const plain = await bodyOf(entries, faults)
  const body = faults.body ?? new Uint8Array(gzipSync(plain))
  const count = Math.max(1, Math.ceil(body.length / chunkSize))
  const nonce = salt.slice(0, 7)
  const described = {
    app: 'ventas',
    kdf: KDF,
    wrap: toBase64(await wrapKey(await remembered(PASSWORD, KDF), FILE_KEY)),
    nonce: toBase64(nonce),
    chunkSize,
    payloadBytes: body.length + count * TAG,
    compressed: true,
    ...faults.header,
  }
  const head = headOf(faults.headerText ?? JSON.stringify(described), faults)
  const mac = await hmac(await hmacKey(await purposeKey(FILE_KEY, 'header')), head)
  const cipher = await encryptedChunks({ fileKey: faults.fileKey ?? FILE_KEY, salt, nonce, head })
  const sealed = Array.from({ length: count }, (_, index) =>
    cipher.seal(index, index === count - 1, body.slice(index * chunkSize, (index + 1) * chunkSize)),
  )
  const chunks = await Promise.all(sealed)
  const kept = faults.chunks?.(chunks) ?? chunks
  return {
    bytes: joined([head, await digest(head), mac, ...kept]),
    headLength: head.length,
    chunks,
    body: plain,
  }
}
