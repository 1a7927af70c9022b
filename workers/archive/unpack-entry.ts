import { isBomb } from '../../src/model/bomb-rule.ts'
import { FileFault } from '../import/file-fault.ts'
import { fileChunks, unpackedChunks } from '../import/gunzip.ts'
import { crc32 } from './crc32.ts'
import type { ZipEntry } from './zip-directory.ts'

const LOCAL = 0x04034b50

/** The packed bytes of an entry; its local header must name the same file. */
async function packedOf(archive: Blob, entry: ZipEntry): Promise<Blob> {
  const head = new DataView(await archive.slice(entry.offset, entry.offset + 30).arrayBuffer())
  if (head.byteLength < 30 || head.getUint32(0, true) !== LOCAL) throw new FileFault('ARCHIVE_DAMAGED')
  const nameLength = head.getUint16(26, true)
  const start = entry.offset + 30 + nameLength
  const name = new TextDecoder().decode(await archive.slice(entry.offset + 30, start).arrayBuffer())
  if (name !== entry.name) throw new FileFault('ARCHIVE_DAMAGED')
  const from = start + head.getUint16(28, true)
  return archive.slice(from, from + entry.packed)
}

async function* inflatedChunks(packed: Blob, onRead: (bytes: number) => void) {
  try {
    yield* unpackedChunks(packed, 'deflate-raw', onRead)
  } catch (cause) {
    throw cause instanceof FileFault ? cause : new FileFault('ARCHIVE_DAMAGED')
  }
}

/**
 * The content of an entry, chunk by chunk. Throws FileFault ARCHIVE_DAMAGED when size or checksum are not those of the
 * directory, EXPANDS_TOO_MUCH for a bomb: what was given out before counts for nothing then.
 */
export async function* unpackEntry(
  archive: Blob,
  entry: ZipEntry,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  // A directory that tells of a bomb needs no reading.
  if (isBomb(entry.packed, entry.size)) throw new FileFault('EXPANDS_TOO_MUCH')
  const packed = await packedOf(archive, entry)
  let total = 0
  let crc = 0
  const chunks = entry.method === 0 ? fileChunks(packed, 1024 * 1024, onRead) : inflatedChunks(packed, onRead)
  for await (const chunk of chunks) {
    total += chunk.length
    if (total > entry.size) throw new FileFault('ARCHIVE_DAMAGED')
    crc = crc32(chunk, crc)
    yield chunk
  }
  if (total !== entry.size || crc !== entry.crc) throw new FileFault('ARCHIVE_DAMAGED')
}
