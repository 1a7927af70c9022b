import { hex } from '../../model/hex.ts'
import { type Bytes, randomBytes, release, runningHash } from './bytes.ts'
import { readAll, streamOf } from './streams.ts'
import { digest } from '../sha256.ts'
import { entryBytes, type FileEntry } from './entries.ts'
import { type Header, writeHead } from './header.ts'
import { deriveKey, type DeriveKey, type Kdf, newArgon2, newPbkdf2 } from './kdf.ts'
import {
  type ChunkCipher,
  encryptedChunks,
  hmac,
  hmacKey,
  openChunks,
  purposeKey,
  TAG,
  wrapKey,
} from './keys.ts'
import { memoryScratch, type NewScratch, sealedScratch } from './scratch.ts'

const CHUNK = 256 * 1024

export interface WriteOptions {
  /** None: the content is in the clear, and guarded against damage only. */
  readonly password?: string | undefined
  readonly chunkSize?: number
  readonly kdf?: Kdf
  readonly derive?: DeriveKey
  readonly newScratch?: NewScratch
  /** Called after each piece of work with the bytes of content that are behind; throwing from it stops the work. */
  readonly onBytes?: (bytes: number) => Promise<void>
}

export interface WrittenFile {
  readonly file: Blob
  /** Of the whole file, in hex. */
  readonly sha256: string
}

interface Secret {
  readonly secret: Header['secret']
  readonly fileKey: Bytes
  readonly salt: Bytes
}

/** The key of a file without a password: known to everybody. */
export const publicFileKey = (salt: Bytes): Promise<Bytes> => digest(salt)

async function derived(password: string, options: WriteOptions): Promise<{ kdf: Kdf; under: Bytes }> {
  const derive = options.derive ?? deriveKey
  const kdf = options.kdf ?? newArgon2()
  try {
    return { kdf, under: await derive(password, kdf) }
  } catch {
    const fallback = newPbkdf2()
    return { kdf: fallback, under: await derive(password, fallback) }
  }
}

async function makeSecret(options: WriteOptions): Promise<Secret> {
  if (!options.password) {
    const salt = randomBytes(16)
    return { secret: null, salt, fileKey: await publicFileKey(salt) }
  }
  const { kdf, under } = await derived(options.password, options)
  const fileKey = randomBytes(32)
  const salt = Uint8Array.from(atob(kdf.salt), (character) => character.charCodeAt(0))
  return { secret: { kdf, wrap: await wrapKey(under, fileKey) }, salt, fileKey }
}

async function* payload(entries: AsyncIterable<FileEntry>, onBytes: WriteOptions['onBytes']) {
  let done = 0
  for await (const entry of entries)
    for await (const piece of entryBytes(entry)) {
      done += piece.length
      yield piece
      release(piece)
      await onBytes?.(done)
    }
}

const packed = (pieces: AsyncGenerator<Bytes, void, void>): ReadableStream<Uint8Array> =>
  streamOf(pieces).pipeThrough(new CompressionStream('gzip'))

async function* sealedChunks(plain: AsyncGenerator<Bytes, void, void>, cipher: ChunkCipher, count: number) {
  let index = 0
  for await (const piece of plain) {
    yield await cipher.seal(index, index === count - 1, piece)
    index += 1
  }
}

/**
 * Writes a workspace file: head, its plain SHA-256, its HMAC, then gzipped entries in sealed chunks. The payload is
 * packed first, since its size stands in the head that every chunk is bound to; what waits meanwhile is encrypted.
 */
export async function writeFile(
  entries: AsyncIterable<FileEntry>,
  options: WriteOptions = {},
): Promise<WrittenFile> {
  const { chunkSize = CHUNK, newScratch = memoryScratch } = options
  const { secret, fileKey, salt } = await makeSecret(options)
  const body = await sealedScratch(newScratch)
  for await (const piece of readAll(packed(payload(entries, options.onBytes)))) {
    await body.append(piece)
    release(piece)
  }
  const count = Math.max(1, Math.ceil(body.size / chunkSize))
  const payloadBytes = body.size + count * TAG
  const nonce = randomBytes(7)
  const head = writeHead({ secret, salt, nonce, chunkSize, payloadBytes, compressed: true })
  const mac = await hmac(await hmacKey(await purposeKey(fileKey, 'header')), head)
  const cipher = await (secret ? encryptedChunks : openChunks)({ fileKey, salt, nonce, head })
  const out = await newScratch()
  const hash = await runningHash()
  const put = async (piece: Bytes) => {
    hash.add(piece)
    await out.append(piece)
  }
  for (const piece of [head, await digest(head), mac]) await put(piece)
  for await (const chunk of sealedChunks(body.readBack(chunkSize), cipher, count)) {
    await put(chunk)
    release(chunk)
  }
  return { file: await out.finish(), sha256: hex(hash.digest()) }
}
