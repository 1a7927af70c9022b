import { type Bytes, joined, randomBytes } from './bytes.ts'
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

/** Encrypts what goes to a scratch under a key that is kept nowhere: what is left on a disk tells nothing. */
export async function sealedScratch(make: NewScratch): Promise<SealedScratch> {
  const key = await aesKey(randomBytes(32))
  const inner = await make()
  const sizes: number[] = []
  let waiting: Bytes[] = []
  let held = 0
  let size = 0
  const ivOf = (index: number) => {
    const iv = new Uint8Array(12)
    new DataView(iv.buffer).setUint32(8, index)
    return iv
  }
  const flush = async () => {
    if (held === 0) return
    const iv = ivOf(sizes.length)
    const block = joined(waiting)
    waiting = []
    held = 0
    const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, block))
    sizes.push(sealed.length)
    await inner.append(sealed)
  }
  async function* blocks() {
    await flush()
    const file = await inner.finish()
    let at = 0
    for (const [index, length] of sizes.entries()) {
      const sealed = await file.slice(at, (at += length)).arrayBuffer()
      yield new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: ivOf(index) }, key, sealed))
    }
  }
  return {
    get size() {
      return size
    },
    async append(piece) {
      waiting.push(piece.slice())
      held += piece.length
      size += piece.length
      if (held >= BLOCK) await flush()
    },
    readBack: (length) => regrouped(blocks(), length),
  }
}

async function* regrouped(
  pieces: AsyncGenerator<Bytes, void, void>,
  length: number,
): AsyncGenerator<Bytes, void, void> {
  let rest: Bytes = new Uint8Array(0)
  let given = false
  for await (const piece of pieces) {
    rest = joined([rest, piece])
    // The last piece must be known as the last: one full piece is held back.
    while (rest.length > length) {
      yield rest.slice(0, length)
      given = true
      rest = rest.slice(length)
    }
  }
  if (rest.length > 0 || !given) yield rest
}
