import { BlockScan, resultOf } from './block-scan.ts'
import type { ScanOptions, ScanResult, ScanState } from './scan-types.ts'
import { LF } from './table-bytes.ts'

/** Goes on with a record that was too long to hold; gives the offset after its end, or -1 when it has not ended in this block. */
function skipOn(bytes: Uint8Array, from: number, end: number, quote: number, state: ScanState): number {
  const skipping = state.skipping!
  for (let at = from; at < end; at++) {
    const byte = bytes[at]
    if (byte === quote) skipping.quoted = !skipping.quoted
    else if (byte === LF) {
      state.line++
      if (!skipping.quoted) return at + 1
    }
  }
  return -1
}

/**
 * Cuts a block of bytes into records, quote-aware (RFC 4180, lenient): good records stay as ranges of the block, records
 * that the reader could not take are left out with a finding, blank lines vanish. Lines end in LF, CRLF or CR; what is kept
 * ends in LF. `bytes[end]` must exist and be a line feed. `state` goes from block to block; with `final`, a last record
 * without line end is taken and an open quote is a finding.
 */
export function scanRecords(
  bytes: Uint8Array,
  from: number,
  end: number,
  final: boolean,
  state: ScanState,
  options: ScanOptions,
): ScanResult {
  const scan = new BlockScan(bytes, from, end, final, state, options)
  if (state.skipping) {
    const { line, quoted } = state.skipping
    const next = skipOn(bytes, from, end, options.dialect.quote, state)
    if (next === -1 && !final) return { ...resultOf(scan), used: end }
    const code = next === -1 && (quoted || state.skipping.quoted) ? 'UNBALANCED_QUOTE' : 'CELL_TOO_LONG'
    scan.findings.push({ code, line, start: from, end: from, out: true })
    state.skipping = null
    state.seen++
    const rest = next === -1 ? end : next
    const after = new BlockScan(bytes, rest, end, final, state, options)
    after.findings.push(...scan.findings)
    after.all()
    return resultOf(after)
  }
  scan.all()
  return resultOf(scan)
}

/** The state before the first byte of a table. */
export const startScan = (): ScanState => ({ line: 1, kept: 0, seen: 0, skipping: null })
