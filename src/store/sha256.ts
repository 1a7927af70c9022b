import { hex } from '../model/hex.ts'
import { release, runningHash } from './file/bytes.ts'
import { piecesOf } from './file/streams.ts'

type Content = string | Blob | Uint8Array<ArrayBuffer>

async function fileDigest(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const hash = await runningHash()
  for await (const piece of piecesOf(file)) {
    hash.add(piece)
    release(piece)
  }
  return hash.digest()
}

/** SHA-256 of a text (UTF-8), of bytes, or of a file, which is read piece by piece: a part may have hundreds of megabytes. */
export async function digest(content: Content): Promise<Uint8Array<ArrayBuffer>> {
  if (content instanceof Blob) return fileDigest(content)
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

/** The same in hexadecimal. */
export const sha256 = async (content: Content): Promise<string> => hex(await digest(content))
