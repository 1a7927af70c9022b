import { CANONICAL_FIELDS, type CanonicalField, type Mapping } from '../model/order.ts'
import { looksLikeDate } from './date-format.ts'
import { foldHeader } from './header.ts'
import { looksLikeNumber } from './number-format.ts'
import type { ColumnProposal, Question } from '../model/preview.ts'
import { CUSTOMER_HINTS, PRODUCT_HINTS, SYNONYMS } from './synonyms.ts'

/** A table as the mapping sees it: names as shown, headers as written (empty: no name), first rows. */
export interface TableSample {
  readonly columns: readonly string[]
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface MappingProposal {
  readonly proposals: readonly ColumnProposal[]
  readonly mapping: Mapping
  /** Field → index of the column. */
  readonly indices: ReadonlyMap<CanonicalField, number>
  readonly ask: readonly Question[]
  /** What the table seems to be when it holds no sales. */
  readonly reason?: 'LOOKS_LIKE_PRODUCTS' | 'LOOKS_LIKE_CUSTOMERS'
}

const NUMERIC: ReadonlySet<CanonicalField> = new Set([
  'quantity',
  'unit_price',
  'amount',
  'discount',
  'tax',
  'shipping',
  'refund',
  'cost',
])
const SAMPLES = 3
const ENOUGH = 0.6

const cellsOf = (table: TableSample, index: number): string[] =>
  table.rows.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '')

const share = (cells: readonly string[], test: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(test).length / cells.length

const isEmail = (cell: string): boolean => /^["'<\s]*[^\s@]+@[^\s@]+\.[^\s@]+["'>\s]*$/.test(cell)

const dateLike = (cell: string): boolean => looksLikeDate(cell) || /^(\d{5}|\d{10}|\d{13})$/.test(cell)

/** Discounts written as a share of the price (0.2, 15 %): no amounts, and often taken off the amount already. */
function isRate(cells: readonly string[]): boolean {
  if (cells.some((cell) => cell.endsWith('%'))) return true
  const numbers = cells.map((cell) => Number(cell.replace(',', '.')))
  return (
    numbers.every((number) => number >= 0 && number <= 1) &&
    numbers.some((number) => number > 0 && number < 1)
  )
}

/** Whether a column's cells can be what its name promises; a column without cells can be anything. */
function agrees(field: CanonicalField, cells: readonly string[]): boolean {
  if (cells.length === 0) return true
  if (field === 'ordered_at') return share(cells, dateLike) > 0.4
  if (field === 'discount' && isRate(cells)) return false
  if (NUMERIC.has(field)) return share(cells, looksLikeNumber) > 0.4
  if (field === 'currency') return share(cells, (cell) => cell.length <= 12) > 0.9
  return true
}

interface Found {
  readonly index: number
  readonly by: ColumnProposal['by']
  readonly confidence: number
}

function byName(table: TableSample): Map<CanonicalField, Found> {
  const found = new Map<CanonicalField, Found>()
  const taken = new Set<number>()
  const folded = table.header.map(foldHeader)
  for (const [field, names] of SYNONYMS) {
    for (const [rank, name] of names.entries()) {
      const index = folded.findIndex(
        (header, at) => header === name && !taken.has(at) && agrees(field, cellsOf(table, at)),
      )
      if (index === -1) continue
      found.set(field, { index, by: 'name', confidence: rank < 4 ? 0.95 : 0.8 })
      taken.add(index)
      break
    }
  }
  return found
}

/** Columns that are still free and have a name, with their cells. */
const freeColumns = (table: TableSample, found: ReadonlyMap<CanonicalField, Found>) => {
  const taken = new Set([...found.values()].map(({ index }) => index))
  return table.header.flatMap((name, index) =>
    taken.has(index) || name.trim() === '' ? [] : [{ index, cells: cellsOf(table, index) }],
  )
}

const VALUE_TESTS: readonly (readonly [CanonicalField, (cell: string) => boolean])[] = [
  ['ordered_at', looksLikeDate],
  ['email', isEmail],
  ['currency', (cell) => /^[A-Z]{3}$/.test(cell) && Intl.supportedValuesOf('currency').includes(cell)],
]

function byValues(table: TableSample, found: Map<CanonicalField, Found>): void {
  for (const [field, test] of VALUE_TESTS) {
    if (found.has(field)) continue
    const fits = freeColumns(table, found)
      .map(({ index, cells }) => ({ index, share: share(cells, test) }))
      .filter((column) => column.share >= 0.9)
    const [first] = fits
    if (first && fits.length === 1)
      found.set(field, { index: first.index, by: 'values', confidence: 0.7 * first.share })
  }
  if (found.has('unit_price') || found.has('amount')) return
  const decimals = freeColumns(table, found).filter(
    ({ cells }) =>
      share(cells, looksLikeNumber) > 0.95 && share(cells, (cell) => /[.,]\d{2}\D*$/.test(cell)) > 0.5,
  )
  const [only] = decimals
  if (only && decimals.length === 1)
    found.set(found.has('quantity') ? 'unit_price' : 'amount', {
      index: only.index,
      by: 'values',
      confidence: 0.6,
    })
}

function byUser(table: TableSample, given: Mapping, found: Map<CanonicalField, Found>): void {
  for (const field of CANONICAL_FIELDS) {
    const column = given[field]
    if (column === undefined) continue
    const index = table.columns.indexOf(column)
    for (const [other, { index: at }] of found) if (at === index) found.delete(other)
    if (index === -1) found.delete(field)
    else found.set(field, { index, by: 'user', confidence: 1 })
  }
}

/** Columns in the order in which they are likely to be the field that is asked for. */
function choices(table: TableSample, test: (cell: string) => boolean): string[] {
  const scored = table.columns.map((name, index) => ({ name, score: share(cellsOf(table, index), test) }))
  return scored.sort((a, b) => b.score - a.score).map(({ name }) => name)
}

function questions(table: TableSample, found: ReadonlyMap<CanonicalField, Found>): Question[] {
  const ask: Question[] = []
  if (!found.has('ordered_at'))
    ask.push({ code: 'COLUMN_NEEDED:date', choices: choices(table, looksLikeDate) })
  if (!found.has('unit_price') && !found.has('amount'))
    ask.push({ code: 'COLUMN_NEEDED:price', choices: choices(table, looksLikeNumber) })
  return ask
}

function otherKind(table: TableSample, found: ReadonlyMap<CanonicalField, Found>): MappingProposal['reason'] {
  if (found.has('ordered_at')) return undefined
  if (table.columns.some((_, index) => share(cellsOf(table, index), looksLikeDate) > ENOUGH)) return undefined
  const folded = table.header.map(foldHeader)
  const hints = (set: ReadonlySet<string>) => folded.filter((name) => set.has(name)).length
  const named = found.has('sku') || found.has('title') || found.has('product')
  if (
    named &&
    !found.has('quantity') &&
    !found.has('order_id') &&
    (hints(PRODUCT_HINTS) > 0 || found.has('unit_price'))
  )
    return 'LOOKS_LIKE_PRODUCTS'
  return hints(CUSTOMER_HINTS) >= 2 && !found.has('order_id') ? 'LOOKS_LIKE_CUSTOMERS' : undefined
}

/**
 * Proposes which column is which field, by the names of columns, then by what their cells look like, and by what the user
 * said (`given`, which wins). A column without a name is never taken unasked. Asks COLUMN_NEEDED:date and COLUMN_NEEDED:price.
 */
export function proposeMapping(table: TableSample, given: Mapping = {}): MappingProposal {
  const found = byName(table)
  byValues(table, found)
  byUser(table, given, found)
  const reason = otherKind(table, found)
  const named = [...found].map(([field, { index, by, confidence }]) => ({
    field,
    column: table.columns[index] ?? '',
    by,
    confidence,
    samples: [...new Set(cellsOf(table, index))].slice(0, SAMPLES),
  }))
  return {
    proposals: named,
    mapping: Object.fromEntries(named.map(({ field, column }) => [field, column])),
    indices: new Map([...found].map(([field, { index }]) => [field, index])),
    ask: reason ? [] : questions(table, found),
    ...(reason && { reason }),
  }
}
