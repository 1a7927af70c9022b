import { hex } from '../../model/hex.ts'
import { digest, sha256 } from '../sha256.ts'
import { type Bytes, fromBase64, toBase64, utf8 } from './bytes.ts'
import type { FileEntry } from './entries.ts'

/** The last entry of a file that was signed. */
export const SIGNATURE = 'signature.json'

const ALGORITHM = 'Ed25519'
const PURPOSE = 'ventas-file-1'
const TIME = /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/

/** A key that signs files. */
export interface Signer {
  /** 32 bytes. */
  readonly publicKey: Bytes
  sign(message: Bytes): Promise<Bytes>
}

/** What a signature says once it was checked: which key, and since when nothing was changed. */
export interface Signed {
  /** The first half of the SHA-256 of the public key, in hex. */
  readonly fingerprint: string
  readonly signed_at: string
}

/**
 * `none`: not signed. `broken`: signed, and changed since, or signed by nobody. `unchecked`: this browser cannot check
 * it. `good`: unchanged.
 */
export type SignatureState =
  | { readonly state: 'none' | 'broken' | 'unchecked'; readonly signed: null }
  | { readonly state: 'good'; readonly signed: Signed }

/** What two people compare to know that a key is the one that they mean. */
export const fingerprintOf = async (publicKey: Bytes): Promise<string> =>
  (await sha256(publicKey)).slice(0, 32)

/** One line of what is signed: nothing can be left out, put in, renamed or moved without it. */
export const lineOf = (name: string, size: number, hash: string): string => `${name}\t${size}\t${hash}\n`

const messageOf = (at: string, lines: readonly string[]): Bytes =>
  utf8(`${PURPOSE}\n${at}\n${lines.join('')}`)

/** The entries, and after them a signature over the name, size and SHA-256 of each. */
export async function* signedEntries(
  entries: AsyncIterable<FileEntry>,
  signer: Signer,
  at: string,
): AsyncGenerator<FileEntry, void, void> {
  const lines: string[] = []
  for await (const entry of entries) {
    const hash = entry.sha256 ?? hex(await digest(entry.content))
    lines.push(lineOf(entry.name, entry.content.size, hash))
    yield { ...entry, sha256: hash }
  }
  const signature = toBase64(await signer.sign(messageOf(at, lines)))
  const said = { algorithm: ALGORITHM, public_key: toBase64(signer.publicKey), signed_at: at, signature }
  yield { name: SIGNATURE, content: new Blob([JSON.stringify(said)]) }
}

interface Said {
  readonly key: Bytes
  readonly at: string
  readonly signature: Bytes
}

function readSignature(text: string): Said | null {
  try {
    const said = JSON.parse(text) as Readonly<Record<string, unknown>> | null
    const key = fromBase64(String(said?.['public_key']))
    const signature = fromBase64(String(said?.['signature']))
    const at = String(said?.['signed_at'])
    const whole = said?.['algorithm'] === ALGORITHM && key?.length === 32 && signature?.length === 64
    return whole && TIME.test(at) ? { key, at, signature } : null
  } catch {
    return null
  }
}

const BROKEN: SignatureState = { state: 'broken', signed: null }

/** Checks the signature of a file against the lines of all its other entries, in their order; null: it has none. */
export async function checkSignature(text: string | null, lines: readonly string[]): Promise<SignatureState> {
  if (text === null) return { state: 'none', signed: null }
  const said = readSignature(text)
  if (!said) return BROKEN
  let key: CryptoKey
  try {
    key = await crypto.subtle.importKey('raw', said.key, ALGORITHM, false, ['verify'])
  } catch (cause) {
    // A key that is none is the file's fault; an algorithm that is not known is the browser's.
    return (cause as Error).name === 'NotSupportedError' ? { state: 'unchecked', signed: null } : BROKEN
  }
  const holds = await crypto.subtle.verify(ALGORITHM, key, said.signature, messageOf(said.at, lines))
  if (!holds) return BROKEN
  return { state: 'good', signed: { fingerprint: await fingerprintOf(said.key), signed_at: said.at } }
}
