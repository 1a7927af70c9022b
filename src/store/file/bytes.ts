import { createSHA256 } from 'hash-wasm'

export type Bytes = Uint8Array<ArrayBuffer>

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text)

/** Several pieces as one. */
export function joined(pieces: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** Compares without telling by time where they differ. */
export function sameBytes(a: Bytes, b: Bytes): boolean {
  let difference = a.length ^ b.length
  for (let at = 0; at < a.length; at++) difference |= (a[at] ?? 0) ^ (b[at] ?? 0)
  return difference === 0
}

export const hex = (bytes: Bytes): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

export const fromHex = (text: string): Bytes =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

export const toBase64 = (bytes: Bytes): string =>
  btoa([...bytes].map((byte) => String.fromCharCode(byte)).join(''))

/** The bytes of a base64 text; null when it is none. */
export function fromBase64(text: string): Bytes | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}

export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

export const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

/** A SHA-256 that is fed piece by piece: WebCrypto has none. */
export interface RunningHash {
  add(piece: Bytes): void
  digest(): Bytes
}

export async function runningHash(): Promise<RunningHash> {
  const hash = await createSHA256()
  hash.init()
  return {
    add: (piece) => void hash.update(piece),
    digest: () => new Uint8Array(hash.digest('binary')),
  }
}

/** Bytes of a file read at a time. */
const PIECE = 1024 * 1024

/** A file piece by piece, from `start` to `end`. */
export async function* piecesOf(
  file: Blob,
  start = 0,
  end = file.size,
  size = PIECE,
): AsyncGenerator<Bytes, void, void> {
  for (let at = start; at < end; at += size)
    yield new Uint8Array(await file.slice(at, Math.min(end, at + size)).arrayBuffer())
}

/** Pulls from a generator as a stream that reads nothing ahead. */
export function streamOf(pieces: AsyncGenerator<Bytes, void, void>): ReadableStream<Bytes> {
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        const next = await pieces.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      },
      cancel: () => void pieces.return(),
    },
    { highWaterMark: 0 },
  )
}

/** Reads to the end and keeps nothing. */
export async function drain(content: AsyncGenerator<Bytes, void, void>): Promise<void> {
  while (!(await content.next()).done);
}

/** Reads a stream as a generator; leaving the loop cancels it. */
export async function* readAll(stream: ReadableStream<Uint8Array>): AsyncGenerator<Bytes, void, void> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value as Bytes
    }
  } finally {
    reader.cancel().catch(() => undefined)
  }
}
