import type { OffsetSample } from './time-zone.ts'

const STAMP = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)? ?([+-])(\d\d):?(\d\d)$/

/** Instant and offset of a cell such as `2025-10-02 17:09:34 -0300`; null when it is written in another way. */
export function offsetSample(cell: string): OffsetSample | null {
  const found = STAMP.exec(cell.trim())
  if (!found) return null
  const [, day, time, sign, hours, minutes] = found
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60)
  const clock = Date.parse(`${day}T${time}Z`)
  return Number.isNaN(clock) ? null : { instant: clock / 1000 - offset, offset }
}
