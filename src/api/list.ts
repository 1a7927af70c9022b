import * as v from 'valibot'
import { failure, type Outcome, success } from '../model/outcome.ts'
import { pageFields, pageOf } from './schema.ts'

/** What every list takes: a page of it, `sort` (`-saved_at` for the greatest first), and `q`, words to be found in it. */
export const listFields = {
  ...pageFields,
  sort: v.optional(v.pipe(v.string(), v.regex(/^-?[a-z_]\w{0,59}$/, 'a field of the list, with - in front'))),
  q: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200))),
}

interface Asked {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly sort?: string | undefined
  readonly q?: string | undefined
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

const valueOf = (row: object, field: string): unknown => Reflect.get(row, field)

/** Whether each word of `q` stands in a plain field of the row, whatever its case and accents. */
function holds(row: object, words: readonly string[]): boolean {
  const text = folded(Object.values(row).filter(isPlain).join('\n'))
  return words.every((word) => text.includes(word))
}

/** Numbers by size, all else as text; what is missing comes last in both directions. */
function compare(left: unknown, right: unknown, direction: number): number {
  if (!isPlain(left) || !isPlain(right)) return Number(isPlain(right)) - Number(isPlain(left))
  if (typeof left === 'number' && typeof right === 'number') return direction * (left - right)
  return direction * (String(left) < String(right) ? -1 : String(left) > String(right) ? 1 : 0)
}

/**
 * The part of a list that is asked for: rows that hold the words, in order, one page of them. Rows that are equal in
 * the field stay in the list's own order. Fails with VALIDATION where no row has the field to sort by.
 */
export function listed<Row extends object>(
  rows: readonly Row[],
  { sort, q, ...page }: Asked,
): Outcome<{ items: Row[]; total: number; next: string | null }> {
  const words = folded(q ?? '')
    .split(/\s+/)
    .filter(Boolean)
  const found = words.length ? rows.filter((row) => holds(row, words)) : rows
  if (!sort) return success(pageOf(found, page))
  const field = sort.replace(/^-/, '')
  if (rows.length && !rows.some((row) => isPlain(valueOf(row, field))))
    return failure('VALIDATION', `the list has no field ${field} to sort by`, { sort: 'unknown field' })
  const direction = sort.startsWith('-') ? -1 : 1
  const sorted = found.toSorted((left, right) =>
    compare(valueOf(left, field), valueOf(right, field), direction),
  )
  return success(pageOf(sorted, page))
}
