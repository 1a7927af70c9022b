import { looksShiftJis } from './shift-jis.ts'
import { sequenceLength } from './utf8-sequence.ts'

/** What the first bytes of a file show: a packed file, something that is no table at all (with its stable code), or text. */
export type Container =
  | { readonly kind: 'text' }
  | { readonly kind: 'gzip' }
  | { readonly kind: 'zip' }
  | { readonly kind: 'refused'; readonly code: string }

const MAGIC: readonly (readonly [readonly number[], string])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'IS_EXCEL_XLS'],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'IS_PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'NOT_TEXT'],
  [[0xff, 0xd8, 0xff], 'NOT_TEXT'],
  [[0x89, 0x56, 0x4e, 0x54, 0x53], 'IS_WORKSPACE'],
  [[0x4d, 0x5a], 'NOT_TEXT'],
  [[0x7f, 0x45, 0x4c, 0x46], 'NOT_TEXT'],
  [[0x52, 0x61, 0x72, 0x21], 'IS_ARCHIVE'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'IS_ARCHIVE'],
]

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte)

/** `MZ` begins a program only when control bytes follow; a shop may well have a column called so. */
const binaryFollows = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.length > 2 || controlShare(bytes.subarray(0, 1024)) > 0.02

/** Recognises what a file is by its first bytes; its name does not matter. */
export function recogniseContainer(head: Uint8Array): Container {
  if (head.length === 0) return { kind: 'refused', code: 'EMPTY_FILE' }
  if (startsWith(head, [0x1f, 0x8b])) return { kind: 'gzip' }
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06]))
    return { kind: 'zip' }
  const found = MAGIC.find(([magic]) => startsWith(head, magic) && binaryFollows(head, magic))
  return found ? { kind: 'refused', code: found[1] } : { kind: 'text' }
}

/** Encodings that are decoded before anything else looks at a file. */
export type WideEncoding = 'utf-16le' | 'utf-16be' | 'shift_jis'
export interface EncodingGuess {
  readonly encoding: 'utf-8' | WideEncoding
  /** Bytes of the byte order mark. */
  readonly mark: number
  readonly guessed: boolean
}

const nulShare = (head: Uint8Array, parity: 0 | 1): number => {
  let nul = 0
  for (let at = parity; at < head.length; at += 2) if (head[at] === 0) nul++
  return nul / Math.max(1, head.length >> 1)
}

/** Encoding by byte order mark, else by where zero bytes stand, or by kana; `utf-8` may still turn out to be a one-byte encoding. */
export function guessEncoding(head: Uint8Array): EncodingGuess {
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', mark: 3, guessed: false }
  if (startsWith(head, [0xff, 0xfe])) return { encoding: 'utf-16le', mark: 2, guessed: false }
  if (startsWith(head, [0xfe, 0xff])) return { encoding: 'utf-16be', mark: 2, guessed: false }
  const even = nulShare(head, 0)
  const odd = nulShare(head, 1)
  if (odd > 0.4 && even < 0.1) return { encoding: 'utf-16le', mark: 0, guessed: true }
  if (even > 0.4 && odd < 0.1) return { encoding: 'utf-16be', mark: 0, guessed: true }
  if (looksShiftJis(head)) return { encoding: 'shift_jis', mark: 0, guessed: true }
  return { encoding: 'utf-8', mark: 0, guessed: false }
}

/** Share of bytes that no text has: controls other than tab, line ends, form feed and the end-of-file mark of DOS. */
function controlShare(bytes: Uint8Array): number {
  let control = 0
  for (const byte of bytes) {
    const allowed = byte >= 32 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 26
    if (!allowed) control++
  }
  return control / Math.max(1, bytes.length)
}

const CONTROL_SHARE = 0.02

const MARKUP: readonly (readonly [RegExp, string])[] = [
  [/^\s*<(!doctype html|html|head|body|script|table|div|meta|p|h1)\b/i, 'LOOKS_LIKE_HTML'],
  [/^\s*<\?xml\b/i, 'LOOKS_LIKE_XML'],
  [/^\s*<[a-z][\w:.-]*[^<>]*>/i, 'LOOKS_LIKE_XML'],
  [/^\s*\{\s*("|\})/, 'LOOKS_LIKE_JSON'],
  [/^\s*\[\s*([{["\]]|-?\d+(\.\d+)?\s*[,\]])/, 'LOOKS_LIKE_JSON'],
]

/** Code of a refusal when decoded text (first some thousand characters, with its bytes) is no table, else null. */
export function refuseText(text: string, bytes: Uint8Array): string | null {
  if (controlShare(bytes) > CONTROL_SHARE) return 'NOT_TEXT'
  // oxlint-disable-next-line no-control-regex
  if (/^[\s\u001a]*$/.test(text)) return 'EMPTY_FILE'
  return MARKUP.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

/** Letters and signs of western languages in windows-1252, as bytes: what an old export is full of. */
const WESTERN = new Set(
  [
    ...'\u00e1\u00e9\u00ed\u00f3\u00fa\u00f1\u00fc\u00e7\u00e3\u00f5\u00e0\u00e8\u00ec\u00f2\u00f9\u00e2\u00ea\u00ee\u00f4\u00fb\u00e4\u00f6\u00e5\u00f8\u00e6\u00df\u00c1\u00c9\u00cd\u00d3\u00da\u00d1\u00dc\u00c7\u00c3\u00d5\u00c0\u00c8\u00c2\u00ca\u00d4\u00c4\u00d6\u00bf\u00a1\u00aa\u00ba\u00a3\u00b0\u00ab\u00bb\u00a0\u00ae\u00a9\u00d7\u00b7',
    ...'\u00eb\u00ef\u00cb\u00cf\u00ce\u00db\u00d9\u00d2\u00cc\u00c5\u00c6\u00d8\u00fd',
  ].map((letter) => letter.charCodeAt(0)),
)
for (const byte of [
  0x80, 0x85, 0x8a, 0x8c, 0x8e, 0x9a, 0x9c, 0x9e, 0x9f, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99,
])
  WESTERN.add(byte)

/**
 * Whether bytes that are not valid UTF-8 are windows-1252 (true) or UTF-8 with damage (false): damage, when well-formed
 * sequences of several bytes stand beside the bad ones, or when the bad ones are not letters of a western language.
 */
export function looksWestern(bytes: Uint8Array): boolean {
  let western = 0
  let other = 0
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 128) continue
    const length = sequenceLength(bytes, at)
    if (length > 1) return false
    if (WESTERN.has(bytes[at]!)) western++
    else other++
  }
  return western > 0 && other <= western * 0.1
}
