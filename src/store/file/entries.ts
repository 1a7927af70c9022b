import { refuse } from '../../model/file-fault.ts'
import { hex } from '../../model/hex.ts'
import { type Bytes, fromHex, joined, release, runningHash, sameBytes, utf8 } from './bytes.ts'
import { digest } from '../sha256.ts'
import { piecesOf } from './streams.ts'

/** One named content of a workspace file. */
export interface FileEntry {
  readonly name: string
  readonly content: Blob
  /** Its SHA-256 in hex, where it is known already. */
  readonly sha256?: string
}

const NAME_LIMIT = 255
const ENTRY_LIMIT = 100_000
/** No entry is larger than this; a part of ten million lines has 150 MB. */
const SIZE_LIMIT = 16 * 1024 ** 3
const NAME = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/i
const DEVICE = /^(con|nul|aux|prn)$/i

/** An entry as it stands in the payload: length of the name, name, size, SHA-256, content. */
export async function* entryBytes(entry: FileEntry): AsyncGenerator<Bytes, void, void> {
  const name = utf8(entry.name)
  const start = new Uint8Array(4)
  new DataView(start.buffer).setUint32(0, name.length, true)
  const size = new Uint8Array(8)
  new DataView(size.buffer).setBigUint64(0, BigInt(entry.content.size), true)
  const hash = entry.sha256 ? fromHex(entry.sha256) : await digest(entry.content)
  yield joined([start, name, size, hash])
  yield* piecesOf(entry.content)
}

interface ByteQueue {
  /** The next `length` bytes; null at the end of all; CONTENT_DAMAGED when it ends within them. */
  take(length: number): Promise<Bytes | null>
  /** The next `length` bytes piece by piece. */
  pieces(length: number): AsyncGenerator<Bytes, void, void>
}

function byteQueue(source: AsyncGenerator<Bytes, void, void>): ByteQueue {
  let rest: Bytes = new Uint8Array(0)
  const more = async (): Promise<boolean> => {
    // What was taken of them has been read by whoever asks for more.
    if (rest.length === 0) release(rest)
    const next = await source.next()
    if (!next.done) rest = rest.length > 0 ? joined([rest, next.value]) : next.value
    return !next.done
  }
  const cut = (length: number): Bytes => {
    const piece = rest.subarray(0, length)
    rest = rest.subarray(length)
    return piece
  }
  return {
    async take(length) {
      while (rest.length < length)
        if (!(await more())) return rest.length === 0 ? null : refuse('CONTENT_DAMAGED')
      return cut(length)
    },
    async *pieces(length) {
      for (let left = length; left > 0;) {
        if (rest.length === 0 && !(await more())) refuse('CONTENT_DAMAGED')
        const piece = cut(left)
        left -= piece.length
        yield piece
      }
    },
  }
}

interface EntryStart {
  readonly name: string
  readonly size: number
  readonly hash: Bytes
}

async function readStart(queue: ByteQueue): Promise<EntryStart | null> {
  const start = await queue.take(4)
  if (!start) return null
  const length = new DataView(start.buffer, start.byteOffset).getUint32(0, true)
  if (length === 0 || length > NAME_LIMIT) refuse('CONTENT_DAMAGED')
  const rest = (await queue.take(length + 40)) ?? refuse('CONTENT_DAMAGED')
  const name = new TextDecoder().decode(rest.subarray(0, length))
  const size = new DataView(rest.buffer, rest.byteOffset + length).getBigUint64(0, true)
  if (size > BigInt(SIZE_LIMIT)) refuse('CONTENT_DAMAGED')
  return { name, size: Number(size), hash: rest.slice(length + 8) }
}

function checkName(name: string, seen: ReadonlySet<string>): void {
  if (!NAME.test(name) || name.includes('..') || name.split('/').some((part) => DEVICE.test(part)))
    refuse('UNSAFE_NAME')
  if (seen.has(name) || seen.size >= ENTRY_LIMIT) refuse('CONTENT_DAMAGED')
}

/** An entry that is being read. Its content must be read to the end, into a place that can still be thrown away: the hash is checked there. */
export interface ReadEntry {
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly content: AsyncGenerator<Bytes, void, void>
}

export type TakeEntry = (entry: ReadEntry) => Promise<void>

async function* hashed(content: AsyncGenerator<Bytes, void, void>, hash: Bytes) {
  const running = await runningHash()
  for await (const piece of content) {
    running.add(piece)
    yield piece
  }
  if (!sameBytes(running.digest(), hash)) refuse('CONTENT_DAMAGED')
}

/** Reads the entries of a payload in their order. Throws CONTENT_DAMAGED, UNSAFE_NAME, and what `take` throws. */
export async function readEntries(source: AsyncGenerator<Bytes, void, void>, take: TakeEntry): Promise<void> {
  const queue = byteQueue(source)
  const seen = new Set<string>()
  for (;;) {
    const start = await readStart(queue)
    if (!start) return
    checkName(start.name, seen)
    seen.add(start.name)
    const { name, size, hash } = start
    await take({ name, size, sha256: hex(hash), content: hashed(queue.pieces(size), hash) })
  }
}
