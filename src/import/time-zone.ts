import type { ZoneSpan } from '../model/reading.ts'

const DAY = 86_400

/** Reads the offset of a zone from UTC, in seconds, at instants in epoch seconds. */
function offsetReader(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  return (instant) => {
    const parts = new Map(
      format.formatToParts(instant * 1000).map(({ type, value }) => [type, Number(value)]),
    )
    const part = (name: string) => parts.get(name as 'day') ?? 0
    const local = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    )
    return local / 1000 - instant
  }
}

function boundary(read: (instant: number) => number, from: number, to: number, before: number): number {
  let low = from
  let high = to
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (read(middle) === before) low = middle
    else high = middle
  }
  return high
}

/**
 * The offsets that a zone has between two instants (epoch seconds), from Intl: one span per change of the clocks. The first
 * span begins at −Infinity. Changes less than ten days apart could be missed; no zone has such since 1990 but Morocco's
 * Ramadan, which is longer.
 */
export function zoneSpans(zone: string, from: number, to: number): ZoneSpan[] {
  const read = offsetReader(zone)
  const spans: ZoneSpan[] = [{ utc: -Infinity, offset: read(from) }]
  for (let at = from; at < to; at += 10 * DAY) {
    const before = spans.at(-1)!.offset
    const offset = read(at + 10 * DAY)
    if (offset !== before) spans.push({ utc: boundary(read, at, at + 10 * DAY, before), offset })
  }
  return spans
}

/** An instant (epoch seconds) with the offset from UTC (seconds) that the file writes beside it. */
export interface OffsetSample {
  readonly instant: number
  readonly offset: number
}

const fits = (zone: string, samples: readonly OffsetSample[]): number => {
  const read = offsetReader(zone)
  return samples.filter(({ instant, offset }) => read(instant) === offset).length
}

/** Zones that are tried first, so that of many with the same clocks the best known is named. */
const WELL_KNOWN = [
  'Europe/Madrid', 'Europe/London', 'Europe/Lisbon', 'America/Mexico_City', 'America/Bogota', 'America/Lima', 'America/Santiago',
  'America/Argentina/Buenos_Aires', 'America/Sao_Paulo', 'America/Montevideo', 'America/Caracas', 'America/New_York',
  'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'America/Toronto', 'Australia/Sydney', 'Asia/Tokyo', 'Asia/Kolkata',
  'Asia/Shanghai', 'UTC',
] // prettier-ignore

/** The zone whose clocks agree with the offsets in a file: `preferred` when it agrees with all, else the one that agrees with most. */
export function fitZone(
  samples: readonly OffsetSample[],
  preferred: string,
): { zone: string; fits: number; of: number } {
  const of = samples.length
  if (of === 0 || fits(preferred, samples) === of) return { zone: preferred, fits: of, of }
  let best = { zone: preferred, fits: fits(preferred, samples), of }
  for (const zone of [...WELL_KNOWN, ...Intl.supportedValuesOf('timeZone')]) {
    const count = fits(zone, samples)
    if (count > best.fits) best = { zone, fits: count, of }
    if (count === of) return best
  }
  return best
}
