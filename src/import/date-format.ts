import type { DateOrder, DateReading, DateShape } from '../model/reading.ts'
import { MONTHS } from './months.ts'

/** A shape of a column (digits as 9), how often it occurs, and the greatest first and second numbers in it. */
export interface ShapeCount {
  readonly shape: string
  readonly count: number
  readonly first: number | null
  readonly second: number | null
}

export type DateDecision =
  | { readonly kind: 'read'; readonly reading: DateReading; readonly notes: readonly string[] }
  | { readonly kind: 'ask' }
  | { readonly kind: 'none' }

interface Calendar {
  /** Parts of the day as they stand: `a` and `b` are to be told apart. */
  readonly parts: 'ymd' | 'ab' | 'month'
  readonly shape: string
  readonly day: string
  readonly rest: string
  readonly month?: { text: string; number: number }
  readonly offset?: number
}

const TIME =
  /^(?:[T ,]\s?|,? +)(99?):(99)(?::(99)(?:[.,](9{1,9}))?)?(?: ?([ap]\.?m\.?))?( ?hs?\.?| ?hrs\.?)?$/i
const OFFSET = /\s?(?:Z|UTC|GMT|([+-]99):?(99))$/i

function splitOffset(shape: string): { text: string; offset?: number } {
  const found = /99:99/.test(shape) ? OFFSET.exec(shape) : null
  if (!found) return { text: shape }
  const offset = found[1] ? found[0].trim().length : 0
  return { text: shape.slice(0, found.index), offset: offset === 0 ? -found[0].length : offset }
}

function timeFormat(rest: string): string | null {
  if (rest === '') return ''
  const found = TIME.exec(rest)
  if (!found) return null
  const lead = rest.slice(0, rest.indexOf('9'))
  const [, hour = '', , seconds, fraction, half, mark = ''] = found
  const separator = fraction ? rest[rest.length - fraction.length - 1] : ''
  const tail = half ? rest.slice(rest.toLowerCase().lastIndexOf(half.toLowerCase())) : ''
  if (half && tail.includes('.')) return null
  const gap = half && rest.slice(0, -tail.length).endsWith(' ') ? ' ' : ''
  const hours = half ? '%I' : '%H'
  return `${lead}${hour && hours}:%M${seconds ? ':%S' : ''}${fraction ? `${separator}%g` : ''}${half ? `${gap}%p` : ''}${mark}`
}

const YMD = /^9999([-/.])99?\1(?:99?)/
const AB = /^99?([-/. ])99?\1(9999|99)(?!9)/
const DAY_FIRST =
  /^((?:\p{L}+\.?,? )?)99?( ?(?:de )?|[-/.])(\p{L}{3,12})(\.? de |\.?,? |\.?[-/.]|)(9999|99)(?!9)/iu
const MONTH_FIRST = /^((?:\p{L}+\.?,? )?)(\p{L}{3,12})(\.? |-|\/)99?(,? |-|\/)(9999|99)(?!9)/iu

/** Dates with the name of the month, such as `1 mar 2024`, `12-Dic-23`, `3 de marzo de 2024`, `March 3, 2024`. */
function readMonth(text: string): Calendar | null {
  const day = DAY_FIRST.exec(text)
  const month = day ? null : MONTH_FIRST.exec(text)
  const word = day?.[3] ?? month?.[2]
  const number = word && MONTHS.get(word.toLowerCase())
  if (!word || !number) return null
  const format = day
    ? `${day[1]}%d${day[2]}%m${day[4]}${day[5]?.length === 2 ? '%y' : '%Y'}`
    : `${month?.[1]}%m${month?.[3]}%d${month?.[4]}${month?.[5]?.length === 2 ? '%y' : '%Y'}`
  const rest = text.slice((day ?? month)?.[0].length)
  return { parts: 'month', shape: text, day: format, rest, month: { text: word, number } }
}

function readCalendar(shape: string): Calendar | null {
  const { text, offset } = splitOffset(shape)
  const withOffset = (value: Calendar): Calendar => (offset === undefined ? value : { ...value, offset })
  const ymd = YMD.exec(text)
  if (ymd) {
    const day = `%Y${ymd[1]}%m${ymd[1]}%d`
    return withOffset({ parts: 'ymd', shape, day, rest: text.slice(ymd[0].length) })
  }
  const ab = AB.exec(text)
  if (ab) {
    const day = `\u0001${ab[1]}\u0002${ab[1]}${ab[2]!.length === 2 ? '%y' : '%Y'}`
    return withOffset({ parts: 'ab', shape, day, rest: text.slice(ab[0].length) })
  }
  const month = readMonth(text)
  return month && withOffset({ ...month, shape })
}

function readNumberShape(shape: string): DateShape | null {
  if (/^9{5}(\.9+)?$/.test(shape)) return { shape, kind: 'serial' }
  if (/^9{10}(\.9{1,6})?$/.test(shape)) return { shape, kind: 'unix_s' }
  if (/^9{13}$/.test(shape)) return { shape, kind: 'unix_ms' }
  return /^9{8}$/.test(shape) ? { shape, kind: 'calendar', format: '%Y%m%d' } : null
}

function toShape(calendar: Calendar, order: DateOrder): DateShape | null {
  const time = timeFormat(calendar.rest)
  if (time === null) return null
  const [a, b] = order === 'mdy' ? ['%m', '%d'] : ['%d', '%m']
  const day = calendar.day.replace('\u0001', a).replace('\u0002', b)
  const { shape, month, offset } = calendar
  return {
    shape,
    kind: 'calendar',
    format: day + time,
    ...(month && { month }),
    ...(offset !== undefined && { offset }),
  }
}

/** Order of day and month that the numbers of all cells allow; null: cannot be told, or no one order fits. */
function decideOrder(shapes: readonly ShapeCount[]): DateOrder | null {
  const ab = shapes.filter(({ shape }) => readCalendar(shape)?.parts === 'ab')
  if (ab.length === 0) return 'ymd'
  const dmy = ab.some(({ first }) => (first ?? 0) > 12)
  const mdy = ab.some(({ second }) => (second ?? 0) > 12)
  if (dmy === mdy) return null
  return dmy ? 'dmy' : 'mdy'
}

/**
 * Decides how a whole column of dates is read, from the shapes of its cells. `ask`: the order of day and month cannot be
 * told (all numbers up to 12, or both orders occur) and `given` does not say it. `none`: no shape is a date.
 * Notes: EXCEL_SERIAL_DATES, UNIX_TIME.
 */
export function decideDates(shapes: readonly ShapeCount[], given?: DateOrder): DateDecision {
  const order = given ?? decideOrder(shapes)
  if (order === null) return { kind: 'ask' }
  const read = shapes.flatMap(({ shape }) => {
    const calendar = readCalendar(shape)
    const found = calendar ? toShape(calendar, order) : readNumberShape(shape)
    return found ? [found] : []
  })
  if (read.length === 0) return { kind: 'none' }
  const notes = new Set<string>()
  for (const { kind } of read) {
    if (kind === 'serial') notes.add('EXCEL_SERIAL_DATES')
    if (kind === 'unix_s' || kind === 'unix_ms') notes.add('UNIX_TIME')
  }
  return { kind: 'read', reading: { shapes: read }, notes: [...notes] }
}

/** Shape of one cell: every digit as 9. */
export const shapeOf = (text: string): string => text.trim().replace(/[0-9]/g, '9')

/** Whether a cell looks like a date by its shape alone (numbers of days or seconds do not count). */
export const looksLikeDate = (text: string): boolean => {
  const calendar = readCalendar(shapeOf(text))
  return calendar !== null && timeFormat(calendar.rest) !== null
}
