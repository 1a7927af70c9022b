import type { DateReading, DateShape } from '../../model/reading.ts'
import { literal } from './sql-text.ts'

const ISO = /^%Y-%m-%d([ T]%H:%M(:%S)?)?$/

/** Text of the wall clock in a cell of this shape: without offset, with the month as a number. */
function clockText({ month, offset, shape }: DateShape, column: string): string {
  const cut = offset === undefined ? 0 : Math.abs(offset)
  const clock = cut === 0 ? column : `rtrim(left(${column}, ${shape.length - cut}))`
  return month ? `replace(${clock}, ${literal(month.text)}, ${literal(String(month.number))})` : clock
}

function wallClock(shape: DateShape, column: string): string {
  switch (shape.kind) {
    case 'serial':
      return `TIMESTAMP '1899-12-30' + to_seconds(round(TRY_CAST(${column} AS DOUBLE) * 86400))`
    case 'unix_s':
      return `make_timestamp(CAST(round(TRY_CAST(${column} AS DOUBLE) * 1000000) AS BIGINT))`
    case 'unix_ms':
      return `make_timestamp(TRY_CAST(${column} AS BIGINT) * 1000)`
    case 'calendar': {
      const text = clockText(shape, column)
      const format = shape.format ?? ''
      return ISO.test(format) ? `TRY_CAST(${text} AS TIMESTAMP)` : `try_strptime(${text}, ${literal(format)})`
    }
  }
}

/** Seconds by which the wall clock of this shape is ahead of UTC, or null when the cell does not say. */
function offsetSeconds({ kind, offset }: DateShape, column: string): string | null {
  if (kind === 'unix_s' || kind === 'unix_ms') return '0'
  if (offset === undefined) return null
  if (offset <= 0) return '0'
  const text = `right(${column}, ${offset})`
  const minutes = `TRY_CAST(${text}[2:3] AS INTEGER) * 60 + TRY_CAST(right(${column}, 2) AS INTEGER)`
  return `CASE WHEN ${text}[1] = '-' THEN -60 ELSE 60 END * (${minutes})`
}

/** SQL of a column of dates: the wall clock as written, and its offset from UTC in seconds (null where none is written). */
export function dateColumns(reading: DateReading, column: string): { clock: string; offset: string } {
  const [only] = reading.shapes
  if (reading.shapes.length === 1 && only) {
    const clock = `CASE WHEN length(${column}) = ${only.shape.length} THEN ${wallClock(only, column)} END`
    return {
      clock: isFixed(only) ? clock : wallClock(only, column),
      offset: offsetSeconds(only, column) ?? 'NULL::INTEGER',
    }
  }
  const shape = `translate(${column}, '0123456789', '9999999999')`
  const when = (make: (shape: DateShape) => string) =>
    reading.shapes.map((one) => `WHEN ${literal(one.shape)} THEN ${make(one)}`).join(' ')
  return {
    clock: `CASE ${shape} ${when((one) => wallClock(one, column))} END`,
    offset: reading.shapes.some((one) => offsetSeconds(one, column) !== null)
      ? `CASE ${shape} ${when((one) => offsetSeconds(one, column) ?? 'NULL')} END`
      : 'NULL::INTEGER',
  }
}

/** Shapes that DuckDB's own cast reads: it would also take other texts, so their length is held against the shape's. */
const isFixed = (shape: DateShape): boolean =>
  shape.kind !== 'calendar' || ISO.test(shape.format ?? '') || shape.offset !== undefined
