import { hex } from '../model/hex.ts'

type Content = string | Blob | Uint8Array<ArrayBuffer>

async function bytesOf(content: Content): Promise<BufferSource> {
  if (typeof content === 'string') return new TextEncoder().encode(content)
  return content instanceof Blob ? content.arrayBuffer() : content
}

/** SHA-256 of a text (UTF-8), of a file or of bytes. */
export const digest = async (content: Content): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', await bytesOf(content)))

/** The same in hexadecimal. */
export const sha256 = async (content: Content): Promise<string> => hex(await digest(content))
