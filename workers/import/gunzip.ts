import { FileFault } from './file-fault.ts'

/** Packed bytes fed at a time: a bomb of a thousandfold stays below 70 MB between two looks at it. */
const FEED = 64 * 1024
/** Unpacked bytes from which on a ratio above `RATIO` is a bomb. */
const BOMB = 512 * 1024 * 1024
const RATIO = 200

/** Reads a file piece by piece; `onRead` hears how many bytes are behind. */
export async function* fileChunks(
  file: Blob,
  size: number,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < file.size; at += size) {
    const end = Math.min(file.size, at + size)
    const chunk = new Uint8Array(await file.slice(at, end).arrayBuffer())
    onRead(end)
    yield chunk
  }
}

function feed(file: Blob, onRead: (bytes: number) => void): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks = fileChunks(file, FEED, onRead)
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const next = await chunks.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      },
    },
    { highWaterMark: 0 },
  )
}

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
  const reader = feed(file, onRead).pipeThrough(new DecompressionStream('gzip')).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      total += value.length
      if (total > BOMB && total > file.size * RATIO) throw new FileFault('EXPANDS_TOO_MUCH')
      yield value
    }
  } catch (cause) {
    throw cause instanceof FileFault ? cause : faultOf(cause)
  } finally {
    reader.cancel().catch(() => undefined)
  }
  onEnd((await lastLength(file)) !== total % 2 ** 32)
}
