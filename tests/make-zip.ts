import { deflateRawSync } from 'node:zlib'
import { crc32 } from '../workers/archive/crc32.ts'

/** An entry of a zip file to make; the fields besides name and text lie where a test wants them to. */
export interface MadeEntry {
  readonly name: string
  readonly text: string | Uint8Array
  readonly mode?: number
  readonly flags?: number
  readonly size?: number
  readonly crc?: number
  /** Name in the local header, where it shall be another. */
  readonly localName?: string
  /** Offset in the directory, where it shall be another. */
  readonly offset?: number
}

const bytesOf = (text: string | Uint8Array): Buffer => Buffer.from(text as string)

function entryParts(entry: MadeEntry, offset: number): { local: Buffer; central: Buffer } {
  const raw = bytesOf(entry.text)
  const data = deflateRawSync(raw)
  const name = bytesOf(entry.name)
  const localName = bytesOf(entry.localName ?? entry.name)
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(entry.flags ?? 0x800, 2)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(entry.crc ?? crc32(raw), 10)
  fields.writeUInt32LE(data.length, 14)
  fields.writeUInt32LE(entry.size ?? raw.length, 18)
  const head = Buffer.from(fields)
  head.writeUInt16LE(localName.length, 22)
  fields.writeUInt16LE(name.length, 22)
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6)
  tail.writeUInt32LE(entry.offset ?? offset, 10)
  return {
    local: Buffer.concat([Buffer.from('PK\u0003\u0004'), head, localName, data]),
    central: Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0003'), fields, tail, name]),
  }
}

/** A zip file (deflate) for tests, with any field of it as wrong as the test asks. */
export function makeZip(entries: readonly MadeEntry[], name = 'archive.zip'): File {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const { local, central } = entryParts(entry, offset)
    offset += local.length
    locals.push(local)
    centrals.push(central)
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return new File([new Uint8Array(Buffer.concat([...locals, directory, end]))], name)
}
