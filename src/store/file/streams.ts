import { isBomb, PACKED_PIECE } from '../../model/bomb-rule.ts'
import type { Bytes } from './bytes.ts'

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

/** Pieces as one file in the browser's store of blobs, outside the script's heap. */
export async function blobOf(pieces: AsyncIterable<Bytes>): Promise<Blob> {
  const parts: Blob[] = []
  for await (const piece of pieces) parts.push(new Blob([piece]))
  return new Blob(parts)
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

/**
 * Packed bytes, unpacked piece by piece. Throws `bomb` as soon as what came out is far more than what went in until then
 * (not at the end of the file: a bomb would be read up to there), and what the platform says of a broken stream.
 */
export async function* unpackedPieces(
  packed: AsyncIterable<Bytes>,
  format: CompressionFormat,
  bomb: () => Error,
): AsyncGenerator<Bytes, void, void> {
  let given = 0
  let total = 0
  async function* small() {
    for await (const piece of packed)
      for (let at = 0; at < piece.length; at += PACKED_PIECE) {
        // Read before the next is asked for: a view will do.
        const next = piece.subarray(at, at + PACKED_PIECE)
        given += next.length
        yield next
      }
  }
  for await (const piece of readAll(streamOf(small()).pipeThrough(new DecompressionStream(format)))) {
    total += piece.length
    if (isBomb(given, total)) throw bomb()
    yield piece
  }
}
