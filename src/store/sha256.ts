const hex = (digest: ArrayBuffer): string =>
  [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** SHA-256 of a text (UTF-8) or of a file, in hexadecimal. */
export async function sha256(content: string | Blob): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : await content.arrayBuffer()
  return hex(await crypto.subtle.digest('SHA-256', bytes))
}
