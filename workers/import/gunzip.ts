import type { Bytes } from '../../src/store/file/bytes.ts'
import { unpackedPieces } from '../../src/store/file/streams.ts'
import { FileFault } from './file-fault.ts'

/** Bytes of a packed file that are read at a time. */
const READ = 1024 * 1024

/** Reads a file piece by piece; `onRead` hears how many bytes are behind. */
export async function* fileChunks(
  file: Blob,
  size: number,
  onRead: (bytes: number) => void,
): AsyncGenerator<Bytes, void, void> {
  for (let at = 0; at < file.size; at += size) {
    const end = Math.min(file.size, at + size)
    const chunk = new Uint8Array(await file.slice(at, end).arrayBuffer())
    onRead(end)
    yield chunk
  }
}

/** The packed bytes of a file, unpacked piece by piece. Throws EXPANDS_TOO_MUCH, and what the platform says of a broken stream. */
export const unpackedChunks = (
  packed: Blob,
  format: CompressionFormat,
  onRead: (bytes: number) => void,
): AsyncGenerator<Bytes, void, void> =>
  unpackedPieces(fileChunks(packed, READ, onRead), format, () => new FileFault('EXPANDS_TOO_MUCH'))

/** The stable code of what a DecompressionStream said: browsers and Node word it differently. */
function faultOf(cause: unknown): FileFault {
  const text =
    cause instanceof Error
      ? `${cause.message} ${'code' in cause ? String(cause.code) : ''} ${String(cause.cause ?? '')}`
      : String(cause)
  if (/truncated|unexpected end|Z_BUF_ERROR/i.test(text)) return new FileFault('GZIP_TRUNCATED')
  if (/junk|trailing/i.test(text)) return new FileFault('GZIP_MULTIMEMBER')
  return new FileFault('GZIP_DAMAGED')
}

async function lastLength(file: Blob): Promise<number> {
  const tail = new DataView(await file.slice(-4).arrayBuffer())
  return tail.byteLength === 4 ? tail.getUint32(0, true) : -1
}

/**
 * The content of a gzip file, chunk by chunk. Throws FileFault GZIP_TRUNCATED, GZIP_DAMAGED, GZIP_MULTIMEMBER (where the
 * platform reads the first member only), EXPANDS_TOO_MUCH: what was given out before counts for nothing then.
 * `onEnd` hears whether the file had more than one member, when it was read to its end.
 */
export async function* gunzip(
  file: Blob,
  onRead: (bytes: number) => void,
  onEnd: (several: boolean) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let total = 0
  try {
    for await (const piece of unpackedChunks(file, 'gzip', onRead)) {
      total += piece.length
      yield piece
    }
  } catch (cause) {
    throw cause instanceof FileFault ? cause : faultOf(cause)
  }
  onEnd((await lastLength(file)) !== total % 2 ** 32)
}
