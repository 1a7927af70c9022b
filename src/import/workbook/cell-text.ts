/** Days from 1899-12-30 (day 0 of the usual count) to 1970-01-01. */
const EPOCH_DAYS = 25_569
/** By how much the count that begins in 1904 is behind. */
const COUNT_OF_1904 = 1_462
/** The usual count has a 29 February 1900 that never was: days before it are one too low. */
const FALSE_LEAP_DAY = 60
const LAST_DAY = 2_958_465

const two = (number: number): string => String(number).padStart(2, '0')

/**
 * A date or time of a workbook, which stands there as a number of days, in ISO writing: `2024-03-01`,
 * `2024-03-01 10:20:30`, or `10:20:30` for a time without a day. Null when no calendar has such a day.
 */
export function serialText(serial: number, is1904: boolean): string | null {
  const days = serial + (is1904 ? COUNT_OF_1904 : serial >= 1 && serial < FALSE_LEAP_DAY ? 1 : 0)
  if (!(days >= 0 && days <= LAST_DAY + 1)) return null
  const seconds = Math.round(days * 86_400)
  const rest = seconds % 86_400
  const clock = `${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`
  if (seconds < 86_400 && !is1904) return clock
  const date = new Date((Math.floor(seconds / 86_400) - EPOCH_DAYS) * 86_400_000)
  const day = date.toISOString().slice(0, 10)
  return rest === 0 ? day : `${day} ${clock}`
}

/**
 * A number of a workbook as text: fifteen digits are what a spreadsheet has, so noise beyond them goes (`12.340000000000002`);
 * whole numbers stay as written. Three decimals get a fourth, since nobody can tell `1.234` from one thousand.
 */
export function numberText(written: string): string {
  if (/^-?\d{1,17}$/.test(written)) return written
  const number = Number(written)
  if (written.trim() === '' || !Number.isFinite(number)) return written
  const text = String(Number(number.toPrecision(15)))
  if (text.includes('e')) return Math.abs(number) < 1 ? trimmed(number.toFixed(15)) : text
  return /^-?\d+\.\d{3}$/.test(text) ? `${text}0` : text
}

const trimmed = (decimal: string): string => decimal.replace(/\.?0+$/, '')

const DATE_FORMATS = new Set([
  ...[14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47],
  ...[27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58],
])

/** Whether numbers in a format are dates: built-in ones by their number, others when their code has parts of a day or clock. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return DATE_FORMATS.has(id)
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!(h+|m+|s+)\])[^\]]*\]/gi, '')
    .replace(/general|e[+-]/gi, '')
  return /[ymdhs]/i.test(bare)
}

/** Index (0-based) of the column of a reference such as `AB12`; -1 when there is none. */
export function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~32
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column - 1
}
