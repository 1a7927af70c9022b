import { type Bytes, randomBytes, release } from './bytes.ts'
import { aesKey } from './keys.ts'

/** A place where bytes are put one after the other until they are a file: memory here, the disk in a worker. */
export interface Scratch {
  append(piece: Bytes): Promise<void>
  /** What was appended, as one file. */
  finish(): Promise<Blob>
}

/** Makes a fresh scratch. */
export type NewScratch = () => Promise<Scratch>

/** Pieces of this size leave the script's heap for the browser's store of blobs. */
const SPILL = 4 * 1024 * 1024

/** A scratch in the browser's store of blobs. */
export const memoryScratch: NewScratch = async () => {
  const done: Blob[] = []
  let open: Bytes[] = []
  let held = 0
  const spill = () => {
    done.push(new Blob(open))
    open = []
    held = 0
  }
  return {
    async append(piece) {
      open.push(piece.slice())
      held += piece.length
      if (held >= SPILL) spill()
    },
    async finish() {
      spill()
      return new Blob(done)
    },
  }
}

/** What was put there, read back once. */
export interface SealedScratch {
  append(piece: Bytes): Promise<void>
  /** Bytes that were appended. */
  readonly size: number
  /** All of it, in pieces of `length` bytes; the last may be shorter. Empty: one empty piece. */
  readBack(length: number): AsyncGenerator<Bytes, void, void>
}

const BLOCK = 256 * 1024

/** Pieces of `length` bytes out of pieces of any; the last may be shorter. Nothing at all: one empty piece. Each is read before the next is asked for. */
async function* regrouped(pieces: AsyncIterable<Bytes>, length: number): AsyncGenerator<Bytes, void, void> {
  const held = new Uint8Array(length)
  let filled = 0
  let given = false
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length;) {
      const part = piece.subarray(at, at + length - filled)
      held.set(part, filled)
      at += part.length
      filled += part.length
      if (filled < length) continue
      yield held
      given = true
      filled = 0
    }
    release(piece)
  }
  if (filled > 0 || !given) yield held.subarray(0, filled)
}

const ivOf = (index: number): Bytes => {
  const iv = new Uint8Array(12)
  new DataView(iv.buffer).setUint32(8, index)
  return iv
}

/** Encrypts what goes to a scratch under a key that is kept nowhere: what is left on a disk tells nothing. */
export async function sealedScratch(make: NewScratch): Promise<SealedScratch> {
  const key = await aesKey(randomBytes(32))
  const inner = await make()
  const sizes: number[] = []
  const waiting = new Uint8Array(BLOCK)
  let held = 0
  let size = 0
  const flush = async () => {
    if (held === 0) return
    const plain = waiting.subarray(0, held)
    const iv = ivOf(sizes.length)
    const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain))
    held = 0
    sizes.push(sealed.length)
    await inner.append(sealed)
    release(sealed)
  }
  async function* blocks() {
    await flush()
    const file = await inner.finish()
    let at = 0
    for (const [index, length] of sizes.entries()) {
      const sealed = new Uint8Array(await file.slice(at, (at += length)).arrayBuffer())
      yield new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: ivOf(index) }, key, sealed))
      release(sealed)
    }
  }
  return {
    get size() {
      return size
    },
    async append(piece) {
      size += piece.length
      for (let at = 0; at < piece.length;) {
        const part = piece.subarray(at, at + BLOCK - held)
        waiting.set(part, held)
        held += part.length
        at += part.length
        if (held === BLOCK) await flush()
      }
    },
    readBack: (length) => regrouped(blocks(), length),
  }
}
