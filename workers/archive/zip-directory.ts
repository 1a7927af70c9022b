import { FileFault } from '../import/file-fault.ts'

/** Greatest number of entries that an archive may have. */
const ENTRIES = 1000
const DIRECTORY_BYTES = 4_000_000
const END_OF_DIRECTORY = 0x06054b50
const ENTRY = 0x02014b50
const WIDE = 0xffffffff
/** Deflate cannot pack more than this to one: a greater size is a lie. */
const DEFLATE_LIMIT = 1040

/** One file of an archive, as its directory tells. */
export interface ZipEntry {
  readonly name: string
  readonly flags: number
  /** 0: stored, 8: deflated. */
  readonly method: number
  readonly crc: number
  /** Unix mode, 0 where there is none. */
  readonly mode: number
  readonly packed: number
  readonly size: number
  /** Of its local header. */
  readonly offset: number
}

async function endRecord(file: Blob) {
  const start = Math.max(0, file.size - 66_000)
  const tail = new DataView(await file.slice(start).arrayBuffer())
  let at = tail.byteLength - 22
  while (at >= 0 && tail.getUint32(at, true) !== END_OF_DIRECTORY) at--
  // Something after the archive's end is a second file in the same bytes.
  if (at < 0 || at + 22 + tail.getUint16(at + 20, true) !== tail.byteLength)
    throw new FileFault('ARCHIVE_DAMAGED')
  const found = {
    count: tail.getUint16(at + 10, true),
    length: tail.getUint32(at + 12, true),
    offset: tail.getUint32(at + 16, true),
  }
  if (found.offset + found.length !== start + at) throw new FileFault('ARCHIVE_DAMAGED')
  return found
}

/** The three numbers of an entry that zip64 moves to an extra field where they do not fit. */
function wideNumbers(view: DataView, from: number, end: number, numbers: number[]): number[] {
  for (let at = from; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let next = at + 4
    return numbers.map((number) => {
      if (number !== WIDE || next + 8 > end) return number
      next += 8
      return Number(view.getBigUint64(next - 8, true))
    })
  }
  return numbers
}

function readEntries(view: DataView, count: number): ZipEntry[] {
  const entries: ZipEntry[] = []
  let at = 0
  while (entries.length < count && at + 46 <= view.byteLength && view.getUint32(at, true) === ENTRY) {
    const nameLength = view.getUint16(at + 28, true)
    const extra = at + 46 + nameLength
    const end = extra + view.getUint16(at + 30, true)
    if (end > view.byteLength) break
    const numbers = [24, 20, 42].map((field) => view.getUint32(at + field, true))
    const [size = 0, packed = 0, offset = 0] = wideNumbers(view, extra, end, numbers)
    entries.push({
      name: new TextDecoder().decode(new Uint8Array(view.buffer, at + 46, nameLength)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      mode: view.getUint32(at + 38, true) >>> 16,
      packed,
      size,
      offset,
    })
    at = end + view.getUint16(at + 32, true)
  }
  return entries
}

const unsafe = ({ name, mode }: ZipEntry): boolean =>
  (mode & 0o170000) === 0o120000 ||
  /^([/\\]|[a-z]:)/i.test(name) ||
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f]/.test(name) ||
  name.split(/[/\\]/).includes('..')

/** Sizes that cannot be, entries that lie on top of each other, names that come twice, bytes before the first entry. */
function lies(entries: readonly ZipEntry[], directory: number): boolean {
  if (new Set(entries.map(({ name }) => name)).size !== entries.length) return true
  const sorted = entries.toSorted((a, b) => a.offset - b.offset)
  if (sorted[0] && sorted[0].offset !== 0) return true
  return sorted.some((entry, index) => {
    const next = sorted[index + 1]?.offset ?? directory
    const known = entry.method === 8 || (entry.method === 0 && entry.packed === entry.size)
    return (
      !known ||
      entry.size > (entry.packed + 64) * DEFLATE_LIMIT ||
      entry.offset + 30 + entry.name.length + entry.packed > next
    )
  })
}

/**
 * The entries of a zip file, checked by its directory alone: nothing is unpacked. Throws FileFault ARCHIVE_DAMAGED (also
 * for overlaps, lying sizes, a second file before or after), ARCHIVE_TOO_MANY_ENTRIES, ARCHIVE_UNSAFE_ENTRY (links, paths
 * that lead out), ARCHIVE_PASSWORD.
 */
export async function readDirectory(file: Blob): Promise<readonly ZipEntry[]> {
  const { count, length, offset } = await endRecord(file)
  if (count > ENTRIES) throw new FileFault('ARCHIVE_TOO_MANY_ENTRIES')
  const bytes = await file.slice(offset, offset + Math.min(length, DIRECTORY_BYTES)).arrayBuffer()
  const entries = readEntries(new DataView(bytes), count)
  if (entries.some(unsafe)) throw new FileFault('ARCHIVE_UNSAFE_ENTRY')
  if (entries.some(({ flags }) => (flags & 1) === 1)) throw new FileFault('ARCHIVE_PASSWORD')
  if (entries.length !== count || lies(entries, offset)) throw new FileFault('ARCHIVE_DAMAGED')
  return entries
}
