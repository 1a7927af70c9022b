import type { ZoneSpan } from '../../model/reading.ts'

const stamp = (seconds: number): string =>
  `TIMESTAMP '${new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')}'`

/** A balanced tree of CASE over ascending thresholds: `values[i]` from `thresholds[i - 1]` on. */
function tree(expression: string, thresholds: readonly number[], values: readonly number[]): string {
  if (thresholds.length === 0) return String(values[0] ?? 0)
  const middle = thresholds.length >> 1
  const below = tree(expression, thresholds.slice(0, middle), values.slice(0, middle + 1))
  const above = tree(expression, thresholds.slice(middle + 1), values.slice(middle + 1))
  return `CASE WHEN ${expression} < ${stamp(thresholds[middle]!)} THEN ${below} ELSE ${above} END`
}

/** Offset in seconds of a zone at a UTC timestamp. */
export const offsetAtUtc = (utc: string, spans: readonly ZoneSpan[]): string =>
  tree(
    utc,
    spans.slice(1).map((span) => span.utc),
    spans.map((span) => span.offset),
  )

/** Offset in seconds of a zone at a local timestamp. An hour that comes twice is its first; an hour that is left out is read with the offset before it. */
export const offsetAtLocal = (local: string, spans: readonly ZoneSpan[]): string =>
  tree(
    local,
    spans.slice(1).map((span, index) => span.utc + Math.max(span.offset, spans[index]!.offset)),
    spans.map((span) => span.offset),
  )

/** A timestamp moved by a number of seconds. */
export const moved = (timestamp: string, seconds: string): string =>
  seconds === '0' ? timestamp : `${timestamp} + to_seconds(${seconds})`
