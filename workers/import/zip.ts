/** Greatest number of entries that a packed export may have. */
const ENTRIES = 1000
const END_OF_DIRECTORY = 0x06054b50
const ENTRY = 0x02014b50

interface ZipEntry {
  readonly name: string
  readonly flags: number
  readonly mode: number
  readonly packed: number
  readonly size: number
}

async function directory(file: Blob): Promise<{ count: number; entries: ZipEntry[] } | null> {
  const tail = new DataView(await file.slice(Math.max(0, file.size - 66_000)).arrayBuffer())
  let at = tail.byteLength - 22
  while (at >= 0 && tail.getUint32(at, true) !== END_OF_DIRECTORY) at--
  if (at < 0) return null
  const count = tail.getUint16(at + 10, true)
  const offset = tail.getUint32(at + 16, true)
  const view = new DataView(await file.slice(offset, offset + 4_000_000).arrayBuffer())
  return { count, entries: readEntries(view, Math.min(count, ENTRIES)) }
}

function readEntries(view: DataView, count: number): ZipEntry[] {
  const entries: ZipEntry[] = []
  let at = 0
  while (entries.length < count && at + 46 <= view.byteLength && view.getUint32(at, true) === ENTRY) {
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(
      new Uint8Array(view.buffer, at + 46, Math.min(nameLength, view.byteLength - at - 46)),
    )
    entries.push({
      name,
      flags: view.getUint16(at + 8, true),
      mode: view.getUint32(at + 38, true) >>> 16,
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** Deflate cannot pack more than this to one: a greater size is a lie. */
const DEFLATE_LIMIT = 1040

const lies = ({ packed, size }: ZipEntry): boolean => size > (packed + 64) * DEFLATE_LIMIT

const unsafe = ({ name, mode }: ZipEntry): boolean =>
  (mode & 0o170000) === 0o120000 ||
  name.startsWith('/') ||
  name.includes('\\') ||
  name.split('/').includes('..')

/** Why a zip file is not taken, by its directory alone: nothing is unpacked. A workbook is told from a plain archive. */
export async function refuseZip(file: Blob): Promise<string> {
  const found = await directory(file)
  if (!found) return 'ARCHIVE_DAMAGED'
  if (found.entries.some(({ name }) => name === '[Content_Types].xml' || name.startsWith('xl/')))
    return 'IS_EXCEL_XLSX'
  if (found.count > ENTRIES) return 'ARCHIVE_TOO_MANY_ENTRIES'
  if (found.entries.some(unsafe)) return 'ARCHIVE_UNSAFE_ENTRY'
  if (found.entries.some(({ flags }) => (flags & 1) === 1)) return 'ARCHIVE_PASSWORD'
  return found.entries.some(lies) ? 'ARCHIVE_DAMAGED' : 'IS_ZIP'
}
