import type { Dialect } from './scan-types.ts'
import { countLines, CR, LF } from './table-bytes.ts'

/** Where a record of a sample stands: bytes from `start` to `stop` without the line end, `next` the byte after it, `line` 1-based. */
export interface SampleRecord {
  readonly start: number
  readonly stop: number
  readonly next: number
  readonly line: number
}

const recordEnd = (bytes: Uint8Array, from: number, { delimiter, quote }: Dialect): number => {
  let quoted = false
  let fieldStart = from
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === quote && quoted && bytes[at + 1] === quote) at++
    else if (byte === quote && (quoted || at === fieldStart)) quoted = !quoted
    else if (!quoted && byte === delimiter) fieldStart = at + 1
    else if (!quoted && (byte === LF || byte === CR)) return at
  }
  return -1
}

/** The first records of a sample, blank lines left out; `whole` says that the file ends with the sample. For sniffing only: not fast. */
export function sampleRecords(
  bytes: Uint8Array,
  dialect: Dialect,
  limit: number,
  whole: boolean,
): SampleRecord[] {
  const records: SampleRecord[] = []
  let start = 0
  let line = 1
  while (start < bytes.length && records.length < limit) {
    const end = recordEnd(bytes, start, dialect)
    if (end === -1 && !whole) break
    const stop = end === -1 ? bytes.length : end
    const next = Math.min(bytes.length, stop + (bytes[stop] === CR && bytes[stop + 1] === LF ? 2 : 1))
    if (stop > start) records.push({ start, stop, next, line })
    line += Math.max(1, countLines(bytes, start, next))
    start = next
  }
  return records
}
