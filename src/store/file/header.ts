import { refuse } from '../../model/file-fault.ts'
import { type Bytes, fromBase64, joined, sameBytes, toBase64, utf8 } from './bytes.ts'
import { digest } from '../sha256.ts'
import { type Kdf, readKdf } from './kdf.ts'
import { TAG } from './keys.ts'

/** Its first byte is no text, CR LF and Ctrl-Z follow: mail and FTP that mangle lines are told by it. */
const MAGIC = Uint8Array.of(0x89, 0x56, 0x4e, 0x54, 0x53, 0x0d, 0x0a, 0x1a)
const MAJOR = 1
const MINOR = 0
const PREFIX = 16
const HASH = 32
const HEADER_LIMIT = 65_536
const CHUNK_LIMITS = [256, 4 * 1024 * 1024] as const

/** What a header says. `secret` is absent in a file without a password. */
export interface Header {
  readonly secret: { readonly kdf: Kdf; readonly wrap: Bytes } | null
  readonly salt: Bytes
  readonly nonce: Bytes
  readonly chunkSize: number
  /** Bytes of all sealed chunks, tags included. */
  readonly payloadBytes: number
  readonly compressed: boolean
}

/** The head of a file as it was read: magic, versions and header, whole by its plain SHA-256; not yet authenticated. */
export interface Head {
  readonly header: Header
  readonly bytes: Bytes
  readonly mac: Bytes
  readonly payloadStart: number
  /** Made by a newer minor version: may hold more than this app knows. */
  readonly newerMinor: boolean
}

const startOf = async (file: Blob, from: number, length: number): Promise<Bytes> =>
  new Uint8Array(await file.slice(from, from + length).arrayBuffer())

function checkMagic(start: Bytes): void {
  if (start.length === 0) refuse('EMPTY_FILE')
  if (start.length < MAGIC.length)
    refuse(sameBytes(start, MAGIC.slice(0, start.length)) ? 'FILE_CUT_SHORT' : 'NOT_A_WORKSPACE')
  if (sameBytes(start.slice(0, MAGIC.length), MAGIC)) return
  refuse(sameBytes(start.slice(0, 5), MAGIC.slice(0, 5)) ? 'DAMAGED_IN_TRANSFER' : 'NOT_A_WORKSPACE')
}

function checkVersion(start: Bytes): { newerMinor: boolean; encrypted: boolean; length: number } {
  const view = new DataView(start.buffer)
  if (start.length < PREFIX) refuse('FILE_CUT_SHORT')
  const [major, minor] = [view.getUint8(8), view.getUint8(9)]
  if (major === 0) refuse('NOT_A_WORKSPACE')
  if (major > MAJOR) refuse('MADE_BY_NEWER_APP')
  const length = view.getUint32(12, true)
  if (length < 2 || length > HEADER_LIMIT) refuse('HEADER_DAMAGED')
  return { newerMinor: minor > MINOR, encrypted: (view.getUint16(10, true) & 1) === 1, length }
}

function parse(bytes: Bytes): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refuse('HEADER_DAMAGED')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('HEADER_DAMAGED')
  return value as Record<string, unknown>
}

const bytesField = (value: unknown, least: number): Bytes => {
  const bytes = typeof value === 'string' ? fromBase64(value) : null
  return bytes && bytes.length >= least ? bytes : refuse('HEADER_DAMAGED')
}

const wholeField = (value: unknown, least: number, most: number): number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most
    ? value
    : refuse('HEADER_DAMAGED')

function readHeader(bytes: Bytes, encrypted: boolean): Header {
  const given = parse(bytes)
  const nonce = bytesField(given['nonce'], 7)
  const wrap = encrypted ? bytesField(given['wrap'], 1) : null
  const kdfGiven = given['kdf']
  const described =
    typeof kdfGiven === 'object' && kdfGiven !== null ? (kdfGiven as Record<string, unknown>) : {}
  const kdf = encrypted ? readKdf(described) : null
  return {
    secret: kdf && wrap ? { kdf, wrap } : null,
    salt: bytesField(kdf ? kdf.salt : given['salt'], 16),
    nonce,
    chunkSize: wholeField(given['chunkSize'], ...CHUNK_LIMITS),
    payloadBytes: wholeField(given['payloadBytes'], TAG + 1, Number.MAX_SAFE_INTEGER),
    compressed: given['compressed'] === true,
  }
}

/** Reads the head of a file and holds it to its limits; no key is derived before it is known to be whole. */
export async function readHead(file: Blob): Promise<Head> {
  const start = await startOf(file, 0, PREFIX)
  checkMagic(start)
  const { newerMinor, encrypted, length } = checkVersion(start)
  const end = PREFIX + length
  if (file.size < end + 2 * HASH) refuse('FILE_CUT_SHORT')
  const bytes = await startOf(file, 0, end)
  const check = await startOf(file, end, HASH)
  if (!sameBytes(await digest(bytes), check)) refuse('HEADER_DAMAGED')
  const header = readHeader(bytes.slice(PREFIX), encrypted)
  const mac = await startOf(file, end + HASH, HASH)
  return { header, bytes, mac, payloadStart: end + 2 * HASH, newerMinor }
}

/** Magic, versions and header as bytes. */
export function writeHead(header: Header): Bytes {
  const { secret, salt, nonce, chunkSize, payloadBytes, compressed } = header
  const keys = secret ? { kdf: secret.kdf, wrap: toBase64(secret.wrap) } : { salt: toBase64(salt) }
  const text = utf8(
    JSON.stringify({ app: 'ventas', ...keys, nonce: toBase64(nonce), chunkSize, payloadBytes, compressed }),
  )
  const prefix = new Uint8Array(PREFIX)
  prefix.set(MAGIC)
  const view = new DataView(prefix.buffer)
  view.setUint8(8, MAJOR)
  view.setUint8(9, MINOR)
  view.setUint16(10, secret ? 1 : 0, true)
  view.setUint32(12, text.length, true)
  return joined([prefix, text])
}
