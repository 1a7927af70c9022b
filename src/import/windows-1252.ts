/** Code points of the bytes 0x80 to 0x9F (WHATWG encoding standard); all other bytes are their own code point. */
const HIGH = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019,
  0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
] // prettier-ignore

const codePoint = (byte: number): number => (byte < 0x80 || byte > 0x9f ? byte : HIGH[byte - 0x80]!)

/**
 * UTF-8 of windows-1252 bytes. Done by hand because the TextDecoder of Node 20 reads windows-1252 as latin-1 (seen here):
 * tests and browser must agree.
 */
export function utf8OfWindows1252(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length * 3)
  let to = 0
  for (const byte of bytes) {
    const code = codePoint(byte)
    if (code < 0x80) out[to++] = code
    else if (code < 0x800) {
      out[to++] = 0xc0 | (code >> 6)
      out[to++] = 0x80 | (code & 63)
    } else {
      out[to++] = 0xe0 | (code >> 12)
      out[to++] = 0x80 | ((code >> 6) & 63)
      out[to++] = 0x80 | (code & 63)
    }
  }
  return out.slice(0, to)
}
