import type { LineMap } from '../../src/import/line-map.ts'
import { looksWestern } from '../../src/import/recognise-bytes.ts'
import { scanRecords, startScan } from '../../src/import/scan-records.ts'
import type { Finding, Piece, ScanState } from '../../src/import/scan-types.ts'
import { utf8OfWindows1252 } from '../../src/import/windows-1252.ts'
import type { Sniffed } from './sniff-file.ts'

/** Bytes that go to the reader at a time: small enough to cancel between two, large enough not to cost. */
const SLICE = 8 * 1024 * 1024
/** A cell of more bytes than this is refused: the reader's own limit is 2 MiB a line. */
const CELL_LIMIT = 512 * 1024

/** A clean piece of the table: whole records of the right width in UTF-8, lines ending as in the file. */
export interface Slice {
  readonly bytes: Uint8Array
  readonly records: number
  readonly wide: ReadonlySet<number>
  readonly untidy: ReadonlySet<number>
  readonly guarded: boolean
  readonly long: boolean
  readonly findings: readonly (Finding & { readonly raw: string })[]
  /** Line and byte sequence was not valid: how many characters stand for lost bytes in this slice. */
  readonly replaced: number
}

export interface SliceReader {
  readonly state: ScanState
  readonly lines: LineMap
  /** Known when all slices were read. */
  readonly encoding: () => 'utf-8' | 'windows-1252'
  readonly slices: AsyncGenerator<Slice>
}

const RAW = 500

/** Turns bytes into UTF-8, deciding on the first invalid ones whether the file is UTF-8 with damage or windows-1252. */
class ToUtf8 {
  encoding: 'utf-8' | 'windows-1252' = 'utf-8'
  #certain = false
  readonly #strict = new TextDecoder('utf-8', { fatal: true })
  readonly #encoder = new TextEncoder()

  convert(bytes: Uint8Array): { bytes: Uint8Array; replaced: number } {
    if (this.encoding === 'windows-1252') return { bytes: this.#recode(bytes), replaced: 0 }
    if (this.#valid(bytes)) {
      this.#certain = true
      return { bytes, replaced: 0 }
    }
    if (!this.#certain && looksWestern(bytes)) {
      this.encoding = 'windows-1252'
      return { bytes: this.#recode(bytes), replaced: 0 }
    }
    this.#certain = true
    const text = new TextDecoder('utf-8').decode(bytes)
    return { bytes: this.#encoder.encode(text), replaced: text.split('\ufffd').length - 1 }
  }

  #valid(bytes: Uint8Array): boolean {
    try {
      this.#strict.decode(bytes)
      return true
    } catch {
      return false
    }
  }

  #recode(bytes: Uint8Array): Uint8Array {
    return utf8OfWindows1252(bytes)
  }

  /** Text of raw bytes for people. */
  text(bytes: Uint8Array): string {
    return new TextDecoder().decode(this.encoding === 'utf-8' ? bytes : utf8OfWindows1252(bytes))
  }
}

function joined(block: Uint8Array, pieces: readonly Piece[]): Uint8Array {
  let length = 0
  for (const piece of pieces) length += piece instanceof Uint8Array ? piece.length : piece[1] - piece[0]
  const out = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    const part = piece instanceof Uint8Array ? piece : block.subarray(piece[0], piece[1])
    out.set(part, at)
    at += part.length
  }
  return out
}

/** Bytes of a stream in blocks that a record may cross: what was not used stands at the start of the next block. */
class Block {
  bytes = new Uint8Array(SLICE + 1)
  length = 0

  add(chunk: Uint8Array): void {
    if (this.length + chunk.length + 1 > this.bytes.length) {
      const grown = new Uint8Array((this.length + chunk.length) * 1.25 + 1)
      grown.set(this.bytes.subarray(0, this.length))
      this.bytes = grown
    }
    this.bytes.set(chunk, this.length)
    this.length += chunk.length
    this.bytes[this.length] = 10
  }

  /** Takes the end-of-file mark of DOS off, which may stand at the very end. */
  trim(): void {
    while (this.length > 0 && this.bytes[this.length - 1] === 26) this.length--
    this.bytes[this.length] = 10
  }

  drop(used: number): void {
    this.bytes.copyWithin(0, used, this.length)
    this.length -= used
    this.bytes[this.length] = 10
  }
}

/** Reads the data records of a table (after `sniffed.skip` bytes) in clean slices of about 8 MiB. */
export function readSlices(
  chunks: AsyncGenerator<Uint8Array>,
  sniffed: Sniffed,
  lines: LineMap,
): SliceReader {
  const state = { ...startScan(), line: sniffed.line }
  const toUtf8 = new ToUtf8()
  const options = {
    dialect: sniffed.dialect,
    fields: sniffed.fields,
    header: sniffed.headerBytes,
    lines,
    cellLimit: CELL_LIMIT,
  }
  const block = new Block()

  const scan = (final: boolean): Slice => {
    if (final) block.trim()
    const result = scanRecords(block.bytes, 0, block.length, final, state, options)
    const raw = ({ start, end }: Finding) =>
      toUtf8.text(block.bytes.subarray(start, Math.min(end, start + RAW * 4))).slice(0, RAW)
    const plain = joined(block.bytes, result.pieces)
    const { bytes, replaced } = result.wide.size > 0 ? toUtf8.convert(plain) : { bytes: plain, replaced: 0 }
    const findings = result.findings.map((finding) => ({ ...finding, raw: raw(finding) }))
    block.drop(result.used)
    const { records, wide, untidy, guarded, long } = result
    return { bytes, records, wide, untidy, guarded, long, findings, replaced }
  }

  async function* slices(): AsyncGenerator<Slice> {
    let skip = sniffed.skip
    for await (const chunk of chunks) {
      const cut = Math.min(skip, chunk.length)
      skip -= cut
      block.add(chunk.subarray(cut))
      if (block.length >= SLICE) yield scan(false)
    }
    yield scan(true)
  }
  return { state, lines, encoding: () => toUtf8.encoding, slices: slices() }
}
