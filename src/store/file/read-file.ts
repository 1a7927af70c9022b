import { refuse, WorkspaceFileFault } from '../../model/file-fault.ts'
import { type Bytes, release, sameBytes } from './bytes.ts'
import { drain, piecesOf, unpackedPieces } from './streams.ts'
import { readEntries, type TakeEntry } from './entries.ts'
import { type Head, readHead } from './header.ts'
import { deriveKey, type DeriveKey } from './kdf.ts'
import { encryptedChunks, hmac, hmacKey, openChunks, purposeKey, TAG, unwrapKey } from './keys.ts'
import { publicFileKey } from './write-file.ts'

export interface ReadOptions {
  readonly password?: string | undefined
  readonly derive?: DeriveKey
  /** Called after each chunk with the bytes of the file that are behind, and all; throwing from it stops the work. */
  readonly onBytes?: (done: number, total: number) => Promise<void>
}

/** What is known of a file besides its content. */
export interface ReadFile {
  readonly encrypted: boolean
  readonly newerMinor: boolean
}

async function fileKeyOf({ header }: Head, options: ReadOptions): Promise<Bytes> {
  if (!header.secret) return publicFileKey(header.salt)
  if (!options.password) return refuse('PASSWORD_NEEDED')
  const under = await (options.derive ?? deriveKey)(options.password, header.secret.kdf)
  return (await unwrapKey(under, header.secret.wrap)) ?? refuse('WRONG_PASSWORD')
}

async function authenticate(head: Head, fileKey: Bytes): Promise<void> {
  const mac = await hmac(await hmacKey(await purposeKey(fileKey, 'header')), head.bytes)
  if (!sameBytes(mac, head.mac)) refuse('HEADER_DAMAGED')
}

function checkSize(file: Blob, { header, payloadStart }: Head): void {
  const present = file.size - payloadStart
  if (present < header.payloadBytes) refuse('FILE_CUT_SHORT')
  if (present > header.payloadBytes) refuse('CONTENT_DAMAGED')
}

async function* opened(file: Blob, head: Head, fileKey: Bytes, onBytes: ReadOptions['onBytes']) {
  const { header, payloadStart, bytes } = head
  const keys = { fileKey, salt: header.salt, nonce: header.nonce, head: bytes }
  const cipher = await (header.secret ? encryptedChunks : openChunks)(keys)
  const step = header.chunkSize + TAG
  let index = 0
  for await (const chunk of piecesOf(file, payloadStart, file.size, step)) {
    if (chunk.length <= TAG) refuse('FILE_CUT_SHORT')
    const at = payloadStart + index * step + chunk.length
    const plain = await cipher.open(index, at === file.size, chunk)
    release(chunk)
    yield plain
    index += 1
    await onBytes?.(at, file.size)
  }
}

async function* unpacked(pieces: AsyncGenerator<Bytes, void, void>) {
  let fault: unknown
  async function* guarded() {
    try {
      for await (const piece of pieces) {
        yield piece
        release(piece)
      }
    } catch (cause) {
      fault = cause
      throw cause
    }
  }
  try {
    yield* unpackedPieces(guarded(), 'gzip', () => new WorkspaceFileFault('EXPANDS_TOO_MUCH'))
  } catch (cause) {
    if (fault) throw fault
    // What the platform says of a broken gzip stream.
    throw cause instanceof WorkspaceFileFault ? cause : new WorkspaceFileFault('CONTENT_DAMAGED')
  }
}

/** Content that cannot be understood may be a bomb besides, and is called one. */
async function entriesOrBomb(content: AsyncGenerator<Bytes, void, void>, take: TakeEntry): Promise<void> {
  const all = content[Symbol.asyncIterator]()
  try {
    await readEntries(all, take)
  } catch (cause) {
    if (!(cause instanceof WorkspaceFileFault) || cause.code !== 'CONTENT_DAMAGED') throw cause
    try {
      await drain(all)
    } catch (second) {
      throw second instanceof WorkspaceFileFault && second.code === 'EXPANDS_TOO_MUCH' ? second : cause
    }
    throw cause
  }
}

/**
 * Reads a workspace file, each entry given to `take` in its order. Whoever takes must be able to throw everything
 * away: a fault may come at the very end. Throws WorkspaceFileFault, and what `take` and `onBytes` throw.
 */
export async function readFile(file: Blob, take: TakeEntry, options: ReadOptions = {}): Promise<ReadFile> {
  const head = await readHead(file)
  const fileKey = await fileKeyOf(head, options)
  await authenticate(head, fileKey)
  checkSize(file, head)
  const plain = opened(file, head, fileKey, options.onBytes)
  const { compressed, secret } = head.header
  await entriesOrBomb(compressed ? unpacked(plain) : plain, take)
  return { encrypted: secret !== null, newerMinor: head.newerMinor }
}
