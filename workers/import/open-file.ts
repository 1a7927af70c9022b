import {
  guessEncoding,
  recogniseContainer,
  refuseText,
  type EncodingGuess,
} from '../../src/import/recognise-bytes.ts'
import { FileFault } from './file-fault.ts'
import { fileChunks, gunzip } from './gunzip.ts'
import type { GivenFile } from './given-file.ts'

const CHUNK = 8 * 1024 * 1024
const HEAD = 64 * 1024

/** A file as bytes that are a superset of ASCII (UTF-8, or a one-byte encoding), unpacked, without byte order mark. */
export interface OpenedFile {
  readonly encoding: EncodingGuess
  /** Bytes of the file that were read so far, packed ones if it is packed. */
  readonly read: () => number
  /** Set after the last chunk, when a gzip file had several members. */
  readonly several: () => boolean
  readonly chunks: AsyncGenerator<Uint8Array>
}

async function headOf(
  chunks: AsyncGenerator<Uint8Array>,
): Promise<{ head: Uint8Array; parts: Uint8Array[] }> {
  const parts: Uint8Array[] = []
  let length = 0
  while (length < HEAD) {
    const next = await chunks.next()
    if (next.done) break
    parts.push(next.value)
    length += next.value.length
  }
  const head = new Uint8Array(Math.min(length, HEAD))
  let at = 0
  for (const part of parts) {
    head.set(part.subarray(0, head.length - at), at)
    at = Math.min(head.length, at + part.length)
  }
  return { head, parts }
}

async function* replay(
  parts: readonly Uint8Array[],
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* parts
  yield* rest
}

async function* withoutMark(chunks: AsyncGenerator<Uint8Array>, mark: number): AsyncGenerator<Uint8Array> {
  let left = mark
  for await (const chunk of chunks) {
    const cut = Math.min(left, chunk.length)
    left -= cut
    if (chunk.length > cut) yield chunk.subarray(cut)
  }
}

async function* recode(chunks: AsyncGenerator<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding)
  const encoder = new TextEncoder()
  for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }))
  const rest = decoder.decode()
  if (rest !== '') yield encoder.encode(rest)
}

/** Refuses what is no text; the bytes of UTF-16 are looked at after decoding. */
function refuseHead(head: Uint8Array, guess: EncodingGuess): void {
  const text = new TextDecoder(guess.encoding).decode(head.subarray(guess.mark))
  const bytes = guess.encoding === 'utf-8' ? head.subarray(guess.mark) : new TextEncoder().encode(text)
  const code = refuseText(text, bytes)
  if (code) throw new FileFault(code)
}

/** The bytes of a file without its wrapping; `packed`: what comes out must be a table, not another archive. */
async function unwrap(file: GivenFile, onRead: (bytes: number) => void, onSeveral: (found: boolean) => void) {
  if (!(file instanceof Blob)) return { plain: file.chunks(onRead), packed: true }
  const container = recogniseContainer(new Uint8Array(await file.slice(0, HEAD).arrayBuffer()))
  if (container.kind === 'refused') throw new FileFault(container.code)
  if (container.kind === 'zip') throw new FileFault('IS_ZIP')
  return container.kind === 'gzip'
    ? { plain: gunzip(file, onRead, onSeveral), packed: true }
    : { plain: fileChunks(file, CHUNK, onRead), packed: false }
}

/**
 * Opens a file: unpacks gzip, recognises what is no table by its bytes (throws FileFault with the code), decodes UTF-16. Zip
 * archives and workbooks are taken apart before (`expandFiles`).
 */
export async function openFile(file: GivenFile): Promise<OpenedFile> {
  let read = 0
  let several = false
  const { plain, packed } = await unwrap(
    file,
    (bytes) => (read = bytes),
    (found) => (several = found),
  )
  const { head, parts } = await headOf(plain)
  if (packed) {
    const inner = recogniseContainer(head)
    if (inner.kind === 'gzip' || inner.kind === 'zip') throw new FileFault('NESTED_ARCHIVE')
    if (inner.kind === 'refused') throw new FileFault(inner.code)
  }
  const encoding = guessEncoding(head)
  refuseHead(head, encoding)
  const unmarked = withoutMark(replay(parts, plain), encoding.mark)
  const chunks = encoding.encoding === 'utf-8' ? unmarked : recode(unmarked, encoding.encoding)
  return { encoding, read: () => read, several: () => several, chunks }
}
