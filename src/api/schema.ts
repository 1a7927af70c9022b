import * as v from 'valibot'
import { isDay } from '../model/day.ts'

/** A day, `YYYY-MM-DD`, that exists in the calendar. */
export const dayField = v.pipe(
  v.string(),
  v.check(isDay, 'a day of the calendar, written YYYY-MM-DD'),
  v.check((day) => day >= '1900-01-01' && day <= '2199-12-31', 'a day from 1900 to 2199'),
)

/** A number that may come as text, as query parameters do. */
export const numberField = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.trim(), v.nonEmpty(), v.transform(Number))]),
  v.number(),
  v.finite(),
)

/** A whole number between two bounds, as text or number. */
export const wholeField = (least: number, most: number) =>
  v.pipe(numberField, v.integer(), v.minValue(least), v.maxValue(most))

/** Start of the random numbers: the same seed, data and backend give the same answer. */
export const seedField = v.optional(wholeField(0, 0xffffffff), 42)

const percentField = v.pipe(numberField, v.gtValue(0), v.ltValue(100))

/** Levels of intervals in percent: one, or up to nine. */
export const levelField = v.optional(
  v.union([
    v.pipe(v.array(percentField), v.minLength(1), v.maxLength(9)),
    v.pipe(
      percentField,
      v.transform((level) => [level]),
    ),
  ]),
  [80, 95],
)

/** True or false, as text or boolean. */
export const booleanField = v.union([
  v.boolean(),
  v.pipe(
    v.picklist(['true', 'false']),
    v.transform((text) => text === 'true'),
  ),
])

/** Page of a list: `limit` rows after `cursor`. */
export const pageFields = {
  limit: v.optional(wholeField(1, 1000), 50),
  cursor: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'a cursor, as `next` of the page before gave it')),
  ),
}

/** A page's start: the cursor is the number of rows before it. */
export const offsetOf = (cursor: string | undefined): number => Number(cursor ?? 0)

/** The page of a list that is asked for, as every list answers. */
export function pageOf<Row>(
  rows: readonly Row[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const start = offsetOf(cursor)
  const next = start + limit < rows.length ? String(start + limit) : null
  return { items: rows.slice(start, start + limit), total: rows.length, next }
}

/** A currency by its ISO 4217 code. */
export const currencyField = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'three letters, as in EUR'))

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** A time zone by its IANA name. */
export const zoneField = v.pipe(v.string(), v.check(isZone, 'no such time zone'))

/** An amount in major units, or null where it does not exist. */
export const amountField = v.nullable(v.number())

export const recordField = v.record(v.string(), v.unknown())
